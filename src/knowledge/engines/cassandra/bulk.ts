import type { TableName } from '#model/schema.ts';
import type { Statement } from '#model/statement.ts';
import { dsbulk } from './manual.ts';
import { keyspaceOf, quoteName, shellQuoted } from './quote.ts';
import { paceOf, statement } from './statement.ts';

const at = (table: TableName): string => `-h <contact point> -k ${quoteName(keyspaceOf(table))}`;

/** Reads by a query to the standard output, or to a file. */
export const unload = (table: TableName, query: string, url?: string): string =>
  `dsbulk unload ${at(table)} -query ${shellQuoted(query)}${url === undefined ? '' : ` -url ${shellQuoted(url)}`}`;

/** Writes by a statement what comes from the standard input, or from files, at most so many rows a second. */
export const load = (table: TableName, statementText: string, perSecond: number, url?: string): string =>
  `dsbulk load ${at(table)} -query ${shellQuoted(statementText)}${url === undefined ? '' : ` -url ${shellQuoted(url)}`} --executor.maxPerSecond ${String(perSecond)}`;

interface Moved {
  readonly key: string;
  readonly size: number;
  readonly deltas: Statement['deltas'];
  readonly remark?: string;
}

/** Every row that a query finds, through a statement, at a pace. Run again it does the same once more. */
export const piped = (from: TableName, read: string, to: TableName, write: string, moved: Moved): Statement =>
  statement(`${unload(from, read)} \\\n  | ${load(to, write, moved.size)}`, {
    language: 'shell',
    work: 'rows',
    source: dsbulk,
    deltas: moved.deltas,
    repeat: paceOf(from, moved.key, moved.size),
    remark: moved.remark ?? 'name every column of the primary key; run again it writes the same once more',
  });

/** A moment before any release that writes the new place, in microseconds: whatever is written later wins over it. */
export const earlier = '<µs since 1970, before the first release that writes it>';
