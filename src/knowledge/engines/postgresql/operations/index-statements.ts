import type { TableName } from '#model/schema.ts';
import type { Statement } from '#model/statement.ts';
import { beside, comes, goes, quoteLast } from '../names.ts';
import { quoteName, quoteTable } from '../quote.ts';
import { statement } from '../statement.ts';

const concurrently = 'sql-createindex#SQL-CREATEINDEX-CONCURRENTLY';

/** A name alone, a name with its order or operator class, or an expression, which stands in brackets. */
export function indexed(column: string, collation?: string): string {
  const typed = column.trim();
  const collate = collation === undefined ? '' : ` COLLATE ${quoteName(collation)}`;
  if (/^\(.*\)$/s.test(typed)) return `${typed}${collate}`;
  if (/[(:|+*/]/.test(typed)) return `(${typed})${collate}`;
  const [, name = typed, rest = ''] =
    /^("(?:[^"]|"")+"|[^\s"]+)\s+((?:asc|desc|nulls|\w+_ops)\b.*)$/is.exec(typed) ?? [];
  return `${quoteName(name)}${collate}${rest === '' ? '' : ` ${rest}`}`;
}

/** Builds an index beside the traffic. `text` follows `CREATE [UNIQUE] INDEX CONCURRENTLY`. */
export const build = (table: TableName, index: string, text: string, unique: boolean): Statement =>
  statement(`CREATE ${unique ? 'UNIQUE ' : ''}INDEX CONCURRENTLY ${text}`, {
    locks: { [table]: 'SHARE UPDATE EXCLUSIVE' },
    work: 'index build',
    transaction: 'outside',
    page: concurrently,
    deltas: [{ ...comes('index', index), ...(unique ? { unique } : {}) }],
    remark: 'waits for older transactions; if it fails, drop the INVALID index, run it again',
  });

/** A unique index over plain columns, under a name as typed. */
export const buildUnique = (table: TableName, index: string, columns: readonly string[]): Statement =>
  build(
    table,
    index,
    `${quoteLast(index)} ON ${quoteTable(table)} (${columns.map((column) => indexed(column)).join(', ')})`,
    true,
  );

/** Takes an index away beside the traffic; also one that a failed build has left. */
export const dropConcurrently = (table: TableName, index: string, { ifExists = false } = {}): Statement =>
  statement(`DROP INDEX CONCURRENTLY ${ifExists ? 'IF EXISTS ' : ''}${quoteTable(beside(table, index))}`, {
    locks: { [table]: 'SHARE UPDATE EXCLUSIVE' },
    transaction: 'outside',
    page: 'sql-dropindex',
    deltas: [goes('index', index)],
    remark: 'cancelled, it leaves an index that only costs: run it again',
  });

/** Since 12 it locks only the index, and lets reads and writes go on. */
export const renameIndexTo = (table: TableName, from: string, to: string): Statement =>
  statement(`ALTER INDEX ${quoteTable(beside(table, from))} RENAME TO ${quoteLast(to)}`, {
    page: 'sql-alterindex',
    deltas: [goes('index', from), comes('index', to)],
  });
