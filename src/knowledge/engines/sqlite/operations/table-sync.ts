import type { OperationArguments } from '#model/operations.ts';
import type { Delta } from '#model/schema.ts';
import { columnName } from '#model/schema.ts';
import type { Statement } from '#model/statement.ts';
import { bareName, quoteLast, quoteName, quoteTable, sqlString } from '../quote.ts';
import { statement } from '../statement.ts';
import { inRange, overKeys } from './batch-statements.ts';
import { dropTrigger, triggerName } from './sync-triggers.ts';

export type TableSync = OperationArguments['startTableSync'];

type Moment = 'insert' | 'update' | 'delete';

const page = 'lang_createtrigger';

/** A row that came from somewhere else is never touched. */
const labelled = ({ to, label }: TableSync): string =>
  label === undefined ? '' : ` AND ${quoteLast(to)}.${quoteName(label.column)} = ${sqlString(label.value)}`;

const target = ({ toKey, columns, label }: TableSync): string =>
  [toKey, ...columns.map(({ to }) => to), ...(label === undefined ? [] : [label.column])].map(quoteName).join(', ');

const source = ({ key, columns, label }: TableSync, row: string): string =>
  [
    ...[key, ...columns.map(({ from }) => from)].map((column) => `${row}${quoteName(column)}`),
    ...(label === undefined ? [] : [sqlString(label.value)]),
  ].join(', ');

/** The row is there already: its columns are brought up to date, and only where they differ. */
const orUpdate = (sync: TableSync): string => {
  const { to, toKey, columns } = sync;
  const set = columns.map((pair) => `${quoteName(pair.to)} = excluded.${quoteName(pair.to)}`).join(', ');
  const differs = columns.map((pair) => `${quoteLast(to)}.${quoteName(pair.to)} IS NOT excluded.${quoteName(pair.to)}`);
  return `ON CONFLICT (${quoteName(toKey)}) DO UPDATE SET ${set} WHERE (${differs.join(' OR ')})${labelled(sync)}`;
};

const put = (sync: TableSync): string =>
  `  INSERT INTO ${quoteLast(sync.to)} (${target(sync)}) VALUES (${source(sync, 'NEW.')})\n    ${orUpdate(sync)};`;

const take = (sync: TableSync, only: string): string =>
  `  DELETE FROM ${quoteLast(sync.to)} WHERE ${quoteName(sync.toKey)} = OLD.${quoteName(sync.key)}${only}${labelled(sync)};`;

const follow = (sync: TableSync): string => {
  const { to, key, toKey, columns } = sync;
  const set = columns.map((pair) => `${quoteName(pair.to)} = NEW.${quoteName(pair.from)}`).join(', ');
  const differs = columns.map((pair) => `${quoteName(pair.to)} IS NOT NEW.${quoteName(pair.from)}`).join(' OR ');
  return `  UPDATE ${quoteLast(to)} SET ${set} WHERE ${quoteName(toKey)} = NEW.${quoteName(key)} AND (${differs})${labelled(sync)};`;
};

/** An update of other columns carries nothing: what somebody wrote to the second table meanwhile stays. */
const changed = ({ key, columns }: TableSync): string =>
  [key, ...columns.map(({ from }) => from)]
    .map((column) => `NEW.${quoteName(column)} IS NOT OLD.${quoteName(column)}`)
    .join(' OR ');

function body(sync: TableSync, moment: Moment): string {
  if (sync.onlyExisting === true) return follow(sync);
  switch (moment) {
    case 'insert':
      return put(sync);
    case 'update':
      return `${take(sync, ` AND NEW.${quoteName(sync.key)} IS NOT OLD.${quoteName(sync.key)}`)}\n${put(sync)}`;
    case 'delete':
      return take(sync, '');
  }
}

const startDelta = ({ name, from, to, key, toKey, columns }: TableSync): Delta => ({
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

/** A copy that only follows rows which are there hears of no row that goes. */
const momentsOf = ({ onlyExisting }: TableSync): readonly Moment[] =>
  onlyExisting === true ? ['insert', 'update'] : ['insert', 'update', 'delete'];

export function tableTriggers(sync: TableSync, deltas: readonly Delta[] = []): readonly [Statement, ...Statement[]] {
  const { from, to, name } = sync;
  const make = (moment: Moment, own: readonly Delta[]): Statement =>
    statement(
      `CREATE TRIGGER ${triggerName(from, name, moment)} AFTER ${moment.toUpperCase()} ON ${quoteLast(from)}${moment === 'update' && sync.onlyExisting !== true ? `\nWHEN ${changed(sync)}` : ''}\nBEGIN\n${body(sync, moment)}\nEND`,
      { writes: [from, to], page, deltas: own },
    );
  const [, ...rest] = momentsOf(sync);
  return [make('insert', [startDelta(sync), ...deltas]), ...rest.map((moment) => make(moment, []))];
}

export function dropTableTriggers(sync: TableSync): readonly [Statement, ...Statement[]] {
  const [, ...rest] = momentsOf(sync);
  return [
    dropTrigger(sync.from, sync.name, 'insert', [{ kind: 'stop-sync', name: sync.name }]),
    ...rest.map((moment) => dropTrigger(sync.from, sync.name, moment)),
  ];
}

/** Copies one range of keys; nobody else writes meanwhile, so none is copied as it no longer is. */
export function copyBatch(sync: TableSync & { readonly batchSize: number }): Statement {
  const { from, to, key, toKey, columns, onlyExisting, batchSize } = sync;
  const set = columns.map((pair) => `${quoteName(pair.to)} = other.${quoteName(pair.from)}`).join(', ');
  const differs = columns
    .map((pair) => `${quoteLast(to)}.${quoteName(pair.to)} IS NOT other.${quoteName(pair.from)}`)
    .join(' OR ');
  const text =
    onlyExisting === true
      ? `UPDATE ${quoteTable(to)} SET ${set}\nFROM ${quoteTable(from)} AS other\nWHERE other.${quoteName(key)} = ${quoteLast(to)}.${quoteName(toKey)} AND other.${quoteName(key)} > :from AND other.${quoteName(key)} <= :to AND (${differs})${labelled(sync)}`
      : `INSERT INTO ${quoteTable(to)} (${target(sync)})\nSELECT ${source(sync, '')} FROM ${quoteTable(from)} WHERE ${inRange(key)}\n${orUpdate(sync)}`;
  return statement(text, {
    writes: [to],
    blocks: 'nothing',
    work: 'rows',
    page: onlyExisting === true ? 'lang_update#update_from' : 'lang_upsert',
    deltas: columns.map((pair) => ({ kind: 'fill', column: columnName(to, pair.to) })),
    repeat: overKeys(from, key, batchSize),
    remark: `one commit for each range; ${bareName(toKey)} must be unique in ${to}`,
  });
}
