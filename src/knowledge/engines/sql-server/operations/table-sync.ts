import type { OperationArguments } from '#model/operations.ts';
import type { Delta } from '#model/schema.ts';
import { columnName } from '#model/schema.ts';
import type { Statement } from '#model/statement.ts';
import { pages } from '../manual.ts';
import { bareName, quoteName, quoteTable, sqlString } from '../quote.ts';
import { statement } from '../statement.ts';
import { inRange, overKeys } from './batch-statements.ts';
import { makeTrigger } from './sync-trigger.ts';

export type TableSync = OperationArguments['startTableSync'];

const labelled = ({ label }: TableSync): string =>
  label === undefined ? '' : ` AND s.${quoteName(label.column)} = ${sqlString(label.value)}`;

const list = (alias: string, columns: readonly string[]): string =>
  columns.map((column) => `${alias}.${quoteName(column)}`).join(', ');

/** What `to` holds and what `row` says differ. */
const differs = ({ columns }: TableSync, row: string): string =>
  `EXISTS (SELECT ${list(
    's',
    columns.map(({ to }) => to),
  )} EXCEPT SELECT ${list(
    row,
    columns.map(({ from }) => from),
  )})`;

const set = ({ columns }: TableSync, row: string): string =>
  columns.map((pair) => `${quoteName(pair.to)} = ${row}.${quoteName(pair.from)}`).join(', ');

/** Rows that are there are brought up to date, only where they differ. A row that came from somewhere else is never touched. */
const update = (sync: TableSync, source: string, row: string, when: string): string =>
  `UPDATE s SET ${set(sync, row)}
  FROM ${quoteTable(sync.to)} AS s JOIN ${source} ON ${row}.${quoteName(sync.key)} = s.${quoteName(sync.toKey)}
  WHERE ${when}${differs(sync, row)}${labelled(sync)};`;

/** Rows that are not there yet. The range stays locked, so that two writers do not both find it empty. */
function insert(sync: TableSync, source: string, row: string, when: string): string {
  const { to, key, toKey, columns, label } = sync;
  const target = [toKey, ...columns.map((pair) => pair.to), ...(label === undefined ? [] : [label.column])].map(
    quoteName,
  );
  const values = [
    list(row, [key, ...columns.map((pair) => pair.from)]),
    ...(label === undefined ? [] : [sqlString(label.value)]),
  ];
  return `INSERT INTO ${quoteTable(to)} (${target.join(', ')})
  SELECT ${values.join(', ')} FROM ${source}
  WHERE ${when}NOT EXISTS (SELECT 1 FROM ${quoteTable(to)} AS s WITH (UPDLOCK, HOLDLOCK) WHERE s.${quoteName(toKey)} = ${row}.${quoteName(key)});`;
}

/** An update of other columns carries nothing: what somebody wrote to the second table meanwhile stays. */
const carries = ({ key, columns }: TableSync): string => {
  const names = [key, ...columns.map(({ from }) => from)];
  return `EXISTS (SELECT ${list('i', names)} EXCEPT SELECT ${list('d', names)}) AND `;
};

function body(sync: TableSync): string {
  const { to, key, toKey, onlyExisting } = sync;
  const written = `inserted AS i LEFT JOIN deleted AS d ON d.${quoteName(key)} = i.${quoteName(key)}`;
  const rows = `(inserted AS i LEFT JOIN deleted AS d ON d.${quoteName(key)} = i.${quoteName(key)})`;
  if (onlyExisting === true) return `  SET NOCOUNT ON;\n  ${update(sync, 'inserted AS i', 'i', '')}`;
  return `  SET NOCOUNT ON;
  DELETE s FROM ${quoteTable(to)} AS s JOIN deleted AS d ON d.${quoteName(key)} = s.${quoteName(toKey)}
  WHERE NOT EXISTS (SELECT 1 FROM inserted AS i WHERE i.${quoteName(key)} = d.${quoteName(key)})${labelled(sync)};
  ${update(sync, rows, 'i', carries(sync))}
  ${insert(sync, written, 'i', carries(sync))}`;
}

/** A copy that only follows rows which are there hears of no row that goes. */
export const tableTrigger = (sync: TableSync, deltas: readonly Delta[]): Statement =>
  makeTrigger(
    sync.from,
    sync.name,
    sync.onlyExisting === true ? 'AFTER INSERT, UPDATE' : 'AFTER INSERT, UPDATE, DELETE',
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

/** Copies one range of keys. The rows of the first table are held until the range is committed, so that none is copied as it no longer is. */
export function copyBatch(sync: TableSync & { readonly batchSize: number }): Statement {
  const { from, to, key, toKey, columns, onlyExisting, batchSize } = sync;
  const source = `${quoteTable(from)} AS b WITH (REPEATABLEREAD)`;
  const range = `${inRange(`b.${quoteName(key)}`)} AND `;
  const text =
    onlyExisting === true
      ? update(sync, source, 'b', range).replace(/;$/, '')
      : `BEGIN TRANSACTION;
${update(sync, source, 'b', range)}
${insert(sync, source, 'b', range)}
COMMIT TRANSACTION`;
  return statement(text, {
    locks: { [from]: 'IS', [to]: 'IX' },
    work: 'rows',
    page: onlyExisting === true ? pages.update : pages.hints,
    deltas: columns.map((pair) => ({ kind: 'fill', column: columnName(to, pair.to) })),
    repeat: overKeys(from, key, batchSize),
    remark: `sqlcmd -v from=… to=…; one commit for each range, whose rows nobody can change meanwhile; ${bareName(toKey)} must be unique in ${to}`,
  });
}
