import fc from 'fast-check';
import { expect, it } from 'vitest';
import { findSecrets, maskSecrets } from './secrets.ts';

it.each([
  ['postgres://app:hunter2@db.internal/orders', 'postgres://app:[masked]@db.internal/orders'],
  ["CREATE ROLE etl LOGIN PASSWORD 'hunter2'", "CREATE ROLE etl LOGIN PASSWORD '[masked]'"],
  ["CREATE USER etl IDENTIFIED BY 'x1'", "CREATE USER etl IDENTIFIED BY '[masked]'"],
  ['PGPASSWORD=correct-horse psql', 'PGPASSWORD=[masked] psql'],
  ['api_key: "9f8e7d6c5b4a"', 'api_key: "[masked]"'],
  ['key AKIAIOSFODNN7EXAMPLE here', 'key [masked] here'],
  [`ghp_${'a1'.repeat(18)} `, '[masked] '],
  ['-----BEGIN RSA PRIVATE KEY-----\nMIIE\n-----END RSA PRIVATE KEY-----\nrest', '[masked]\nrest'],
])('hides the secret of %j and nothing else', (text, masked) => {
  expect(maskSecrets(text)).toBe(masked);
});

it.each([
  'CREATE TABLE users (password varchar(255) NOT NULL, token text)',
  'postgres://app@db.internal/orders',
  'postgres://app:${PASSWORD}@db/orders and password=<password>',
  'https://example.com:8443/path at 02:00',
  'password: string',
  'We rotate the secret: later',
])('leaves %j alone', (text) => {
  expect(findSecrets(text)).toEqual([]);
});

it('finds nothing in what it has masked', () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom('postgres://a:bcd@e ', "password 'x' ", 'pwd=abcdefg ', 'x', '\n')),
      (parts) => {
        expect(findSecrets(maskSecrets(parts.join('')))).toEqual([]);
      },
    ),
  );
});
