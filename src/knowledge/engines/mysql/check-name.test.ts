import { describe, expect, it } from 'vitest';
import { checkName } from './check-name.ts';

describe('checkName', () => {
  it.each([
    'orders',
    'shop.orders',
    'Orders',
    'status_v2',
    '`order`',
    'my shop.my table',
    '<table>',
    'a'.repeat(64),
    'é'.repeat(64),
    'status',
    'type',
    '`a.b`.orders',
  ])('has nothing to say about %s', (name) => expect(checkName(name)).toBeUndefined());

  it.each([
    ['', 'Enter a name'],
    ['   ', 'Enter a name'],
    ['a\0b', 'Remove the NUL'],
    ['order', 'Choose another name'],
    ['RANK', 'Choose another name'],
    ['shop.returning', 'Choose another name if returning'],
    ['orders.', 'Enter a name on both sides'],
    ['``', 'Enter a name'],
    ['`orders `', 'Remove the blank'],
    ['a'.repeat(65), 'at most 64 characters: it has 65'],
    ['parcel_📦', 'Remove 📦'],
  ])('says what to do about %j', (name, says) => expect(checkName(name)?.message).toContain(says));
});
