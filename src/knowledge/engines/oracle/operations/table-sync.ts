import type { OperationArguments } from '#model/operations.ts';
import type { Delta } from '#model/schema.ts';
import { columnName } from '#model/schema.ts';
import type { Statement } from '#model/statement.ts';
import { pages } from '../manual.ts';
import { bareName, quoteName, quoteTable, sqlString } from '../quote.ts';
import { statement } from '../statement.ts';
import { batchLoop, looped, loopRemark } from './batch-loop.ts';
import { differs } from './batch-statements.ts';
import { differ } from './sync-trigger.ts';
import { makeTrigger } from './trigger-statements.ts';

export type TableSync = OperationArguments['startTableSync'];

/** A row that came from somewhere else is never touched. */
const labelled = ({ label }: TableSync, alias: string): string =>
  label === undefined ? '' : ` AND ${alias}${quoteName(label.column)} = ${sqlString(label.value)}`;

/** Brings one row of the second table up to date, or puts it there. `source` gives it as `k`, `c0`, `c1`, … */
function merge(sync: TableSync, source: string, indent: string): string {
  const { to, toKey, columns, label, onlyExisting } = sync;
  const differing = columns.map((pair, index) => differs(`s.${quoteName(pair.to)}`, `o.c${index}`)).join(' OR ');
  const names = [toKey, ...columns.map((pair) => pair.to), ...(label === undefined ? [] : [label.column])];
  const values = ['o.k', ...columns.map((_, index) => `o.c${index}`), ...(label ? [sqlString(label.value)] : [])];
  return [
    `MERGE INTO ${quoteTable(to)} s USING (${source}) o ON (s.${quoteName(toKey)} = o.k)`,
    `WHEN MATCHED THEN UPDATE SET ${columns.map((pair, index) => `s.${quoteName(pair.to)} = o.c${index}`).join(', ')}`,
    `  WHERE (${differing})${labelled(sync, 's.')}`,
    ...(onlyExisting === true
      ? []
      : [`WHEN NOT MATCHED THEN INSERT (${names.map(quoteName).join(', ')}) VALUES (${values.join(', ')})`]),
  ].join(`\n${indent}`);
}

const listed = (sync: TableSync, prefix: string): string =>
  [sync.key, ...sync.columns.map(({ from }) => from)]
    .map((name, index) => `${prefix}${quoteName(name)} AS ${index === 0 ? 'k' : `c${index - 1}`}`)
    .join(', ');

/** An update of other columns carries nothing: what somebody wrote to the second table meanwhile stays. */
function body(sync: TableSync): string {
  const { to, key, toKey, columns, onlyExisting } = sync;
  const by = quoteName(key);
  const remove = `DELETE FROM ${quoteTable(to)} WHERE ${quoteName(toKey)} = :OLD.${by}${labelled(sync, '')};`;
  const carries = [key, ...columns.map(({ from }) => from)]
    .map((name) => differ(`:NEW.${quoteName(name)}`, `:OLD.${quoteName(name)}`))
    .join('\n    OR ');
  const put = `${merge(sync, `SELECT ${listed(sync, ':NEW.')} FROM dual`, '      ')};`;
  if (onlyExisting === true) return `BEGIN\n  ${put}\nEND;`;
  return `BEGIN
  IF DELETING OR UPDATING AND :OLD.${by} <> :NEW.${by} THEN
    ${remove}
  END IF;
  IF INSERTING OR UPDATING AND (${carries}) THEN
    ${put}
  END IF;
END;`;
}

/** A copy that only follows rows which are there hears of no row that goes. */
export const tableTrigger = (sync: TableSync, deltas: readonly Delta[]): readonly [Statement, Statement, Statement] =>
  makeTrigger(
    sync.from,
    sync.name,
    sync.onlyExisting === true ? 'AFTER INSERT OR UPDATE' : 'AFTER INSERT OR UPDATE OR DELETE',
    body(sync),
    deltas,
  );

export const startTableDelta = ({ name, from, to, key, toKey, columns }: TableSync): Delta => ({
  kind: 'start-sync',
  name,
  sync: {
    pairs: [{ from: key, to: toKey }, ...columns].map((pair) => ({
      from: columnName(from, pair.from),
      to: columnName(to, pair.to),
    })),
    fills: false,
  },
});

/** Rows of the first table are not in the second before they are copied, unless the second had rows of its own all along. */
export const unfilledDeltas = ({ to, columns, label, onlyExisting }: TableSync): readonly Delta[] =>
  label !== undefined || onlyExisting === true
    ? []
    : columns.map((pair) => ({ kind: 'alter-column', column: columnName(to, pair.to), set: { filled: false } }));

/** Copies one range of keys after the other. The rows of the first table are held until their range is committed, so that none is copied as it no longer is. */
export function copyBatch(sync: TableSync & { readonly batchSize: number }): Statement {
  const { from, to, key, toKey, columns, batchSize } = sync;
  const source = `SELECT ${listed(sync, '')} FROM ${quoteTable(from)} WHERE ROWID = ids(i)`;
  return statement(
    batchLoop({
      table: from,
      key,
      size: batchSize,
      each: ['FORALL i IN 1 .. ids.COUNT', `  ${merge(sync, source, '      ')};`],
    }),
    {
      locks: { [from]: 'ROW EXCLUSIVE', [to]: 'ROW EXCLUSIVE' },
      work: 'rows',
      page: pages.merge,
      deltas: columns.map((pair) => ({ kind: 'fill', column: columnName(to, pair.to) })),
      repeat: looped(from, key, batchSize),
      remark: `${bareName(toKey)} must be unique in ${to}; ${loopRemark(quoteName(key))}`,
    },
  );
}
