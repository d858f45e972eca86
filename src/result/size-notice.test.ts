import { expect, it } from 'vitest';
import { sizeWarning } from './size-notice.ts';

it.each([
  [40_000, undefined],
  [40_001, /^Longer than 40,000/],
  [60_000, /^Longer than 40,000/],
  [60_001, /^Longer than 60,000/],
])('says of %i characters where they do not fit', (length, expected) => {
  if (expected === undefined) expect(sizeWarning(length)).toBeUndefined();
  else expect(sizeWarning(length)).toMatch(expected);
});
