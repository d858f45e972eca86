import { expect, it } from 'vitest';
import { defaultKind } from './default-kind.ts';
import { readType } from './type-name.ts';

it('reads name, numbers and what else stands in the brackets', () => {
  expect(readType(' NUMERIC(12, 2) ')).toEqual({ name: 'numeric', sizes: [12, 2], inside: '12, 2' });
  expect(readType('character  varying(MAX)')).toMatchObject({ name: 'character varying', sizes: [], inside: 'MAX' });
  expect(readType('Nullable(String)')).toMatchObject({ name: 'nullable', inside: 'String' });
});

it.each([
  ["'new'", 'constant'],
  ['-1.5', 'constant'],
  ['NULL', 'constant'],
  ['CURRENT_TIMESTAMP', 'unconfirmed'],
  ['my_function()', 'unconfirmed'],
])('takes the default %s for %s', (expression, kind) => {
  expect(defaultKind(expression)).toBe(kind);
});
