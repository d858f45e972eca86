import { describe, expect, it } from 'vitest';
import { typeChange as mariadb } from '../mariadb/type-change.ts';
import { greatestOf, typeChange as mysql } from './type-change.ts';
import { readType } from './type-name.ts';

it.each([
  ['INT(11) UNSIGNED', { name: 'int', sizes: [], unsigned: true }],
  ['integer', { name: 'int', sizes: [], unsigned: false }],
  ['bigint unsigned', { name: 'bigint', unsigned: true }],
  ['text', { name: 'text', sizes: [] }],
  ['varchar (20)', { name: 'varchar', sizes: [20] }],
  ['varchar(20) character set latin1', { name: 'varchar', charset: 'character set latin1' }],
  ['decimal(12)', { name: 'decimal', sizes: [12, 0] }],
  ['datetime(6)', { name: 'datetime', sizes: [6] }],
  [`enum('a','it''s, b')`, { name: 'enum', values: [`'a'`, `'it''s, b'`] }],
])('reads %s', (text, read) => expect(readType(text)).toMatchObject(read));

it.each(['geometry', 'my_type', '<type>', ''])('does not know %s', (text) => expect(readType(text)).toBeUndefined());

/** As the servers did it: what ALGORITHM they accepted, with strict mode on. */
const cases: readonly (readonly [from: string, to: string, onMysql: string, onMariadb: string, widens: boolean])[] = [
  ['varchar(10)', 'varchar(20)', 'catalog', 'catalog', true],
  ['varchar(50)', 'varchar(63)', 'catalog', 'catalog', true],
  ['varchar(63)', 'varchar(64)', 'rewrite', 'rewrite', true],
  ['varchar(10)', 'varchar(100)', 'rewrite', 'catalog', true],
  ['varchar(100)', 'varchar(200)', 'catalog', 'catalog', true],
  ['varchar(50)', 'varchar(20)', 'rewrite', 'rewrite', false],
  ['varchar(100)', 'text', 'rewrite', 'rewrite', true],
  ['char(10)', 'char(20)', 'rewrite', 'rewrite', false],
  ['char(10)', 'varchar(10)', 'rewrite', 'rewrite', true],
  ['text', 'mediumtext', 'rewrite', 'rewrite', true],
  ['int', 'bigint', 'rewrite', 'rewrite', true],
  ['int unsigned', 'bigint', 'rewrite', 'rewrite', true],
  ['int', 'int unsigned', 'rewrite', 'rewrite', false],
  ['bigint', 'int', 'rewrite', 'rewrite', false],
  ['int(11)', 'int', 'catalog', 'catalog', true],
  ['int', 'varchar(20)', 'rewrite', 'rewrite', true],
  ['int', 'varchar(5)', 'rewrite', 'rewrite', false],
  ['decimal(10,2)', 'decimal(12,2)', 'rewrite', 'rewrite', true],
  ['decimal(10,2)', 'decimal(10,4)', 'rewrite', 'rewrite', false],
  ['datetime', 'datetime(6)', 'rewrite', 'rewrite', true],
  ['timestamp', 'datetime', 'rewrite', 'rewrite', true],
  ['float', 'double', 'rewrite', 'rewrite', true],
  [`enum('a','b')`, `enum('a','b','c')`, 'catalog', 'catalog', true],
  [`enum('a','b')`, `enum('a','z','b')`, 'rewrite', 'rewrite', true],
  [`enum('a','b')`, `enum('a')`, 'rewrite', 'rewrite', false],
  [`set('1','2','3','4','5','6','7','8')`, `set('1','2','3','4','5','6','7','8','9')`, 'rewrite', 'rewrite', true],
  ['varchar(20)', 'point', 'unconfirmed', 'unconfirmed', false],
  ['varchar(20)', 'varchar(20) character set latin1', 'unconfirmed', 'unconfirmed', false],
];

describe.each(cases)('%s to %s', (from, to, onMysql, onMariadb, widens) => {
  it(`is ${onMysql} on MySQL`, () => expect(mysql(from, to)).toMatchObject({ work: onMysql, widens }));
  it(`is ${onMariadb} on MariaDB`, () => expect(mariadb(from, to)).toMatchObject({ work: onMariadb, widens }));
});

it.each([
  ['int', 2_147_483_647],
  ['int unsigned', 4_294_967_295],
  ['tinyint', 127],
  ['bigint', undefined],
  ['varchar(3)', undefined],
])('knows where %s ends', (type, end) => expect(greatestOf(type)).toBe(end));

it('asks about a pair that nobody tried', () => {
  const { source } = mysql('point', 'geometry');
  expect(source.kind === 'unconfirmed' && source.question).toMatch(/\?.*Try it on a copy/);
});
