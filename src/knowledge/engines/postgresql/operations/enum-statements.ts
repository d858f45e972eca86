import type { Statement } from '#model/statement.ts';
import { comes, goes } from '../names.ts';
import { quoteTable, sqlString } from '../quote.ts';
import { statement } from '../statement.ts';

export const createType = (type: string, values: readonly string[]): Statement =>
  statement(`CREATE TYPE ${quoteTable(type)} AS ENUM (${values.map(sqlString).join(', ')})`, {
    page: 'sql-createtype#SQL-CREATETYPE-ENUM',
    deltas: [comes('type', type)],
  });

export const dropType = (type: string): Statement =>
  statement(`DROP TYPE ${quoteTable(type)}`, {
    page: 'sql-droptype',
    deltas: [goes('type', type)],
    remark: 'refused while a column or a function uses it',
  });

export const renameValue = (type: string, from: string, to: string): Statement =>
  statement(`ALTER TYPE ${quoteTable(type)} RENAME VALUE ${sqlString(from)} TO ${sqlString(to)}`, {
    page: 'sql-altertype',
    remark: 'locks no table; every row shows the new name at once',
  });
