import { expect, it } from 'vitest';
import { lengthLeft, lengthSaid } from './text-length.ts';

it.each([
  [749, ''],
  [750, '250 characters left'],
  [999, '1 character left'],
  [1000, '0 characters left'],
  [2234, '1,234 characters too many'],
])('shows for %i of 1000 characters: %s', (length, shown) => {
  expect(lengthLeft(length, 1000)).toBe(shown);
});

it('speaks three times on the way over the limit', () => {
  const said = Array.from({ length: 1200 }, (_, length) => lengthSaid(length, 1000));
  expect([...new Set(said)]).toEqual([
    '',
    'Three quarters of 1,000 characters used',
    'Nearly 1,000 characters used',
    'Longer than 1,000 characters',
  ]);
});
