import type { OperationArguments, SyncPair } from '#model/operations.ts';
import type { Delta, TableName } from '#model/schema.ts';
import { columnName } from '#model/schema.ts';
import type { Statement } from '#model/statement.ts';
import { pages } from '../manual.ts';
import { beside } from '../names.ts';
import { bareName, quoteName, quoteTable } from '../quote.ts';
import { statement } from '../statement.ts';

export type Sync = Pick<OperationArguments['startSync'], 'name' | 'table' | 'pairs' | 'key'>;

const triggerName = (table: TableName, name: string): string => quoteTable(beside(table, name));

const forwardOf = (pair: SyncPair): string => pair.forward ?? quoteName(pair.from);

/** How `from` is computed back. `undefined`: it cannot be told. */
export const backwardOf = (pair: SyncPair): string | undefined =>
  pair.backward ?? (pair.forward === undefined ? quoteName(pair.to) : undefined);

const differ = (left: string, right: string): string => `EXISTS (SELECT ${left} EXCEPT SELECT ${right})`;

/**
 * One side of a pair follows the other, in the rows of the statement that was just run: `i` is a row as written, `d` as it was (nothing on an insert), `c` what each
 * side means for the other. The new column leads where both were written. Where an expression stands between them, a side that already means the same is left as
 * its writer spelled it.
 */
function follow(
  { table, key = '<key>' }: Sync,
  pair: SyncPair,
  set: string,
  value: string,
  when: readonly string[],
): string {
  const [id, row] = [quoteName(key), quoteName(bareName(table))];
  return `  UPDATE t SET ${set} = ${value}
  FROM ${quoteTable(table)} AS t JOIN inserted AS i ON i.${id} = t.${id} LEFT JOIN deleted AS d ON d.${id} = i.${id}
  CROSS APPLY (SELECT ${forwardOf(pair)} AS forth, ${backwardOf(pair) ?? quoteName(pair.from)} AS back FROM inserted AS ${row} WHERE ${row}.${id} = i.${id}) AS c
  WHERE ${when.join(' AND ')};`;
}

function pairBody(sync: Sync, pair: SyncPair): string {
  const [from, to] = [quoteName(pair.from), quoteName(pair.to)];
  const plain = pair.forward === undefined && pair.backward === undefined;
  const [toChanged, fromChanged] = [differ(`i.${to}`, `d.${to}`), differ(`i.${from}`, `d.${from}`)];
  const [toStale, fromStale] = [differ(`i.${to}`, 'c.forth'), differ(`i.${from}`, 'c.back')];
  const forth = (...more: readonly string[]) =>
    follow(sync, pair, to, 'c.forth', [`NOT ${toChanged}`, fromChanged, ...more]);
  return backwardOf(pair) === undefined
    ? forth()
    : `${forth(plain ? toStale : fromStale)}
${follow(sync, pair, from, 'c.back', [toChanged, plain ? fromStale : toStale])}`;
}

const body = (sync: Sync): string =>
  `  IF TRIGGER_NESTLEVEL(@@PROCID) > 1 OR NOT (${sync.pairs.flatMap(({ from, to }) => [from, to].map((column) => `UPDATE(${quoteName(column)})`)).join(' OR ')}) RETURN;
  SET NOCOUNT ON;
${sync.pairs.map((pair) => pairBody(sync, pair)).join('\n')}`;

/** A trigger of SQL Server sees the rows of a statement together, after they were written and checked. */
export const makeTrigger = (
  table: TableName,
  name: string,
  when: string,
  text: string,
  deltas: readonly Delta[],
): Statement =>
  statement(
    `CREATE OR ALTER TRIGGER ${triggerName(table, name)} ON ${quoteTable(table)} ${when} AS\nBEGIN\n${text}\nEND`,
    {
      locks: { [table]: 'Sch-M' },
      page: pages.trigger,
      deltas,
      remark: 'from here on a statement on the table with OUTPUT and without INTO fails (error 334)',
    },
  );

const pairsOf = (table: TableName, pair: SyncPair) => {
  const [from, to] = [columnName(table, pair.from), columnName(table, pair.to)];
  return [{ from, to }, ...(backwardOf(pair) === undefined ? [] : [{ from: to, to: from }])];
};

export const startDelta = ({ name, table, pairs }: Sync): Delta => ({
  kind: 'start-sync',
  name,
  sync: { pairs: pairs.flatMap((pair) => pairsOf(table, pair)), fills: true, late: true },
});

/** What a narrow side cannot hold. */
export const narrowDeltas = ({ table, pairs }: Sync, narrow: boolean): readonly Delta[] =>
  pairs
    .filter(({ narrows }) => narrows === true)
    .map(({ from }) => ({ kind: 'alter-column', column: columnName(table, from), set: { narrow } }));

export const syncTrigger = (sync: Sync, deltas: readonly Delta[]): Statement =>
  makeTrigger(sync.table, sync.name, 'AFTER INSERT, UPDATE', body(sync), deltas);

export const dropTrigger = (table: TableName, name: string, deltas: readonly Delta[]): Statement =>
  statement(`DROP TRIGGER ${triggerName(table, name)}`, {
    locks: { [table]: 'Sch-M' },
    page: pages.dropTrigger,
    deltas,
  });

/** What ends a sync that hurts, and leaves it there. */
export const disabled = (table: TableName, name: string): string =>
  `DISABLE TRIGGER ${triggerName(table, name)} ON ${quoteTable(table)}`;
