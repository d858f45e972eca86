import type { Delta, TableName } from '#model/schema.ts';
import type { Repeat, Statement } from '#model/statement.ts';
import { pages } from '../manual.ts';
import { bareName, quoteName, quoteTable } from '../quote.ts';
import { statement } from '../statement.ts';

/** Half a second between two batches lets others in. */
const pauseSeconds = 0.5;

/** From about 5,000 locks on, one statement takes the whole table: https://learn.microsoft.com/en-us/sql/relational-databases/sql-server-transaction-locking-and-row-versioning-guide#lock-escalation */
export const rowsOfBatch = (asked: number): number => Math.min(asked, 4000);

/** As sqlcmd writes its variables. In quotes they serve keys of any type. */
const bounds = { from: '$(from)', to: '$(to)' };

/** One range after the other by the order of the key, whatever its type. */
export const overKeys = (table: TableName, key: string, size: number): Repeat => ({
  kind: 'key-range',
  table,
  key,
  size: rowsOfBatch(size),
  pauseSeconds,
  bounds,
});

export const inRange = (key: string): string => `${key} > '${bounds.from}' AND ${key} <= '${bounds.to}'`;

/** The row as a person's expression sees it: by the table's bare name. */
export const rowOf = (table: TableName): string => quoteName(bareName(table));

/** Rows that somebody else holds are left for the next pass, also where readers see versions. */
export const passingBy = 'WITH (READCOMMITTEDLOCK, ROWLOCK, READPAST)';

/** Where a fill starts and ends, and how it goes on after a stop. */
const fillRemark = (key: string, size: number): string =>
  `sqlcmd -v from=… to=…, from below MIN(${key}) to MAX(${key}), both noted before; note each position; first 15 min ${Math.ceil(rowsOfBatch(size) / 10)} rows a batch; locked rows wait for the next pass, until one changes none`;

interface Fill {
  readonly table: TableName;
  readonly key: string;
  readonly column: string;
  readonly expression: string;
  readonly needs: string;
  readonly size: number;
  readonly deltas: readonly Delta[];
  /** `OUTPUT … INTO …` */
  readonly keeps?: { readonly into: TableName; readonly clause: string };
}

/** Fills one column, one range of keys after the other. Run again it changes nothing more. */
export const fillBatch = ({ table, key, column, expression, needs, size, deltas, keeps }: Fill): Statement =>
  statement(
    `UPDATE ${rowOf(table)} SET ${quoteName(column)} = ${expression}${keeps === undefined ? '' : `\n${keeps.clause}`}
FROM ${quoteTable(table)} AS ${rowOf(table)} ${passingBy}
WHERE ${inRange(quoteName(key))} AND ${needs}`,
    {
      locks: { [table]: 'IX', ...(keeps === undefined ? {} : { [keeps.into]: 'IX' }) },
      work: 'rows',
      page: keeps === undefined ? pages.update : pages.output,
      deltas,
      repeat: overKeys(table, key, size),
      remark: fillRemark(key, size),
    },
  );
