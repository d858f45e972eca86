import { expect, it } from 'vitest';
import { distinct, distinctTypes } from './equality.ts';

it.each([
  ['text', 'a IS DISTINCT FROM b'],
  ['order_state', 'a IS DISTINCT FROM b'],
  [undefined, 'a IS DISTINCT FROM b'],
  ['json', 'a::text IS DISTINCT FROM b::text'],
  ['pg_catalog.xml', 'a::text IS DISTINCT FROM b::text'],
  ['point', 'a::text IS DISTINCT FROM b::text'],
])('compares two values of %s', (type, says) => {
  expect(distinct('a', 'b', type)).toBe(says);
});

it.each([
  ['integer', 'bigint', 'a IS DISTINCT FROM b'],
  ['json', 'jsonb', 'a::jsonb IS DISTINCT FROM b'],
  ['jsonb', 'json', 'a IS DISTINCT FROM b::jsonb'],
  ['json', 'text', 'a::text IS DISTINCT FROM b::text'],
  ['json', undefined, 'a::text IS DISTINCT FROM b::text'],
])('compares %s with %s', (left, right, says) => {
  expect(distinctTypes('a', 'b', left, right)).toBe(says);
});
