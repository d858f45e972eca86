import type { OperationArguments } from '#model/operations.ts';
import type { Delta } from '#model/schema.ts';
import { columnName } from '#model/schema.ts';
import type { Statement } from '#model/statement.ts';
import { bareName, quoteName, quoteTable, sqlString } from '../quote.ts';
import { statement } from '../statement.ts';
import { inRange, ofTable, overKeys } from './batch-statements.ts';
import { makeFunction } from './sync-function.ts';

export type TableSync = OperationArguments['startTableSync'];

const tuple = (parts: readonly string[]): string => `(${parts.join(', ')})`;

const labelled = ({ to, label }: TableSync): string =>
  label === undefined ? '' : ` AND ${ofTable(to, label.column)} = ${sqlString(label.value)}`;

/** The columns that are carried over, as they stand in `to` and as `row` has them. */
const carried = ({ to, columns }: TableSync, row: string) => ({
  here: tuple(columns.map((pair) => ofTable(to, pair.to))),
  there: tuple(columns.map((pair) => `${row}.${quoteName(pair.from)}`)),
  set: columns.map((pair) => `${quoteName(pair.to)} = ${row}.${quoteName(pair.from)}`).join(', '),
});

const target = ({ toKey, columns, label }: TableSync): readonly string[] =>
  [toKey, ...columns.map(({ to }) => to), ...(label === undefined ? [] : [label.column])].map(quoteName);

const source = ({ key, columns, label }: TableSync, row: string): readonly string[] => [
  ...[key, ...columns.map(({ from }) => from)].map((column) => `${row}.${quoteName(column)}`),
  ...(label === undefined ? [] : [sqlString(label.value)]),
];

/** Columns of one table, compared as they are spelled: some types have no equality, and a row of several is compared one by one. */
const otherSpelling = (left: string, right: string): string => `ROW${left}::text IS DISTINCT FROM ROW${right}::text`;

/** Columns of two tables, whose types may differ in their sizes. */
const otherValue = (left: string, right: string): string =>
  `to_jsonb(ROW${left}) IS DISTINCT FROM to_jsonb(ROW${right})`;

/** The row is there already: its columns are brought up to date, and only where they differ. A row that came from somewhere else is never touched. */
const orUpdate = (sync: TableSync): string => {
  const { to, toKey, columns } = sync;
  const excluded = columns.map((pair) => `excluded.${quoteName(pair.to)}`);
  return `ON CONFLICT (${quoteName(toKey)}) DO UPDATE SET ${columns.map((pair) => `${quoteName(pair.to)} = excluded.${quoteName(pair.to)}`).join(', ')}
    WHERE ${otherSpelling(tuple(columns.map((pair) => ofTable(to, pair.to))), tuple(excluded))}${labelled(sync)}`;
};

/** An update of other columns carries nothing: what somebody wrote to the second table meanwhile stays. OLD is NULL on INSERT, and NEW on DELETE. */
const unchanged = ({ key, columns }: TableSync): string => {
  const row = (name: string) =>
    tuple([key, ...columns.map(({ from }) => from)].map((one) => `${name}.${quoteName(one)}`));
  return `  IF ROW${row('NEW')}::text IS NOT DISTINCT FROM ROW${row('OLD')}::text THEN RETURN NULL; END IF;\n`;
};

function body(sync: TableSync): string {
  const { to, key, toKey, onlyExisting } = sync;
  const { here, there, set } = carried(sync, 'NEW');
  if (onlyExisting === true)
    return `  UPDATE ${quoteTable(to)} SET ${set}
  WHERE ${ofTable(to, toKey)} = NEW.${quoteName(key)} AND ${otherValue(here, there)}${labelled(sync)};
  RETURN NULL;`;
  return `${unchanged(sync)}  IF TG_OP <> 'INSERT' AND NEW.${quoteName(key)} IS DISTINCT FROM OLD.${quoteName(key)} THEN
    DELETE FROM ${quoteTable(to)} WHERE ${ofTable(to, toKey)} = OLD.${quoteName(key)}${labelled(sync)};
  END IF;
  IF TG_OP = 'DELETE' THEN RETURN NULL; END IF;
  INSERT INTO ${quoteTable(to)} (${target(sync).join(', ')}) VALUES (${source(sync, 'NEW').join(', ')})
  ${orUpdate(sync)};
  RETURN NULL;`;
}

export const tableSyncFunction = (sync: TableSync): Statement =>
  makeFunction(sync.from, sync.name, body(sync), sync.to);

/** A copy that only follows rows which are there hears of no row that goes. */
export const tableSyncMoment = ({ onlyExisting }: TableSync): string =>
  onlyExisting === true ? 'AFTER INSERT OR UPDATE' : 'AFTER INSERT OR UPDATE OR DELETE';

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

const fillDeltas = ({ to, columns }: TableSync): readonly Delta[] =>
  columns.map((pair) => ({ kind: 'fill', column: columnName(to, pair.to) }));

/** Rows of the first table are not in the second before they are copied, unless the second had rows of its own all along. */
export const unfilledDeltas = ({ to, columns, label, onlyExisting }: TableSync): readonly Delta[] =>
  label !== undefined || onlyExisting === true
    ? []
    : columns.map((pair) => ({ kind: 'alter-column', column: columnName(to, pair.to), set: { filled: false } }));

/** Copies one range of keys. The rows of the first table are held meanwhile, so that none is copied as it no longer is. */
export function copyBatch(sync: TableSync & { readonly batchSize: number }): Statement {
  const { from, to, key, toKey, onlyExisting, batchSize } = sync;
  const rows = `SELECT * FROM ${quoteTable(from)} WHERE ${inRange(quoteName(key))} FOR SHARE`;
  const { here, there, set } = carried(sync, 'batch');
  const text =
    onlyExisting === true
      ? `WITH batch AS (${rows})
UPDATE ${quoteTable(to)} SET ${set}
FROM batch WHERE ${ofTable(to, toKey)} = batch.${quoteName(key)} AND ${otherValue(here, there)}${labelled(sync)}`
      : `WITH batch AS (${rows})
INSERT INTO ${quoteTable(to)} (${target(sync).join(', ')})
SELECT ${source(sync, 'batch').join(', ')} FROM batch
  ${orUpdate(sync)}`;
  return statement(text, {
    locks: { [from]: 'ROW SHARE', [to]: 'ROW EXCLUSIVE' },
    work: 'rows',
    page: onlyExisting === true ? 'sql-update' : 'sql-insert#SQL-ON-CONFLICT',
    deltas: fillDeltas(sync),
    repeat: overKeys(from, key, batchSize),
    remark: `one commit for each range; ${bareName(toKey)} must be unique in ${to}`,
  });
}
