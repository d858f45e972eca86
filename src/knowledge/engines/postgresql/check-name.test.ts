import { describe, expect, it } from 'vitest';
import { checkName } from './check-name.ts';

describe('checkName', () => {
  it.each([
    'orders',
    'public.orders',
    'Orders',
    'status_v2',
    '"user"',
    'my schema.my table',
    '<table>',
    'a'.repeat(63),
    'value',
    'type',
    'name',
    'é'.repeat(31),
  ])('has nothing to say about %s', (name) => expect(checkName(name)).toBeUndefined());

  it.each([
    ['', 'Enter a name'],
    ['   ', 'Enter a name'],
    ['a\0b', 'Remove the NUL'],
    ['user', 'Choose another name'],
    ['ORDER', 'Choose another name'],
    ['public.table', 'Choose another name if table'],
    ['orders.', 'Enter a name on both sides'],
    ['.orders', 'Enter a name on both sides'],
    ['""', 'Enter a name'],
    ['a'.repeat(64), 'at most 63 bytes: it has 64'],
    ['é'.repeat(32), 'it has 64'],
    [`"${'a'.repeat(70)}"`, 'it has 70'],
  ])('says what to do about %j', (name, says) => expect(checkName(name)?.message).toContain(says));
});
