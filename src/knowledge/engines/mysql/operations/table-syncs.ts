import type { Situation } from '#model/engine.ts';
import type { OperationArguments, Operations } from '#model/operations.ts';
import type { Delta } from '#model/schema.ts';
import { columnName } from '#model/schema.ts';
import type { Script, Statement } from '#model/statement.ts';
import { code, words } from '#model/text.ts';
import { dialectOf } from '../dialect.ts';
import type { Family } from '../family.ts';
import { bareName, quoteName, quoteTable, sqlString } from '../quote.ts';
import { back, batches, measure, performed, short, statement } from '../statement.ts';
import { inRange, overKeys } from './batch-statements.ts';
import { dropTriggers, makeTrigger } from './column-sync.ts';
import { differ } from './row-expression.ts';

type TableSync = OperationArguments['startTableSync'];

const inTable = (table: string, column: string): string => `${quoteTable(table)}.${quoteName(column)}`;

const labelled = ({ to, label }: TableSync): string =>
  label === undefined ? '' : ` AND ${inTable(to, label.column)} = ${sqlString(label.value)}`;

const target = ({ toKey, columns, label }: TableSync): string =>
  [toKey, ...columns.map(({ to }) => to), ...(label === undefined ? [] : [label.column])].map(quoteName).join(', ');

const values = ({ key, columns, label }: TableSync, row: string): string =>
  [
    ...[key, ...columns.map(({ from }) => from)].map((column) => `${row}.${quoteName(column)}`),
    ...(label === undefined ? [] : [sqlString(label.value)]),
  ].join(', ');

/** The row is there already: its columns are brought up to date. A row that came from somewhere else is never touched. */
const orUpdate = ({ to, columns, label }: TableSync, row: string): string => {
  const kept = (column: string, value: string): string =>
    label === undefined
      ? value
      : `IF(${inTable(to, label.column)} = ${sqlString(label.value)}, ${value}, ${inTable(to, column)})`;
  const sets = columns.map((pair) => `${quoteName(pair.to)} = ${kept(pair.to, `${row}.${quoteName(pair.from)}`)}`);
  return `ON DUPLICATE KEY UPDATE ${sets.join(', ')}`;
};

const set = ({ to, columns }: TableSync, row: string): string =>
  columns.map((pair) => `${inTable(to, pair.to)} = ${row}.${quoteName(pair.from)}`).join(', ');

const gone = (sync: TableSync): string =>
  `DELETE FROM ${quoteTable(sync.to)} WHERE ${inTable(sync.to, sync.toKey)} = OLD.${quoteName(sync.key)}${labelled(sync)};`;

const put = (sync: TableSync): string =>
  `INSERT INTO ${quoteTable(sync.to)} (${target(sync)}) VALUES (${values(sync, 'NEW')})
    ${orUpdate(sync, 'NEW')};`;

const follow = (sync: TableSync): string =>
  `UPDATE ${quoteTable(sync.to)} SET ${set(sync, 'NEW')} WHERE ${inTable(sync.to, sync.toKey)} = NEW.${quoteName(sync.key)}${labelled(sync)};`;

/** An update of other columns carries nothing: what somebody wrote to the second table meanwhile stays. */
function updateBody(sync: TableSync): string {
  const { key, columns, onlyExisting } = sync;
  const moved = [key, ...columns.map(({ from }) => from)].map((column) =>
    differ(`NEW.${quoteName(column)}`, `OLD.${quoteName(column)}`),
  );
  const keyMoved = differ(`NEW.${quoteName(key)}`, `OLD.${quoteName(key)}`);
  return `  IF ${moved.join('\n    OR ')} THEN
    ${onlyExisting === true ? follow(sync) : `IF ${keyMoved} THEN ${gone(sync)} END IF;\n    ${put(sync)}`}
  END IF;`;
}

const startTableDelta = ({ name, from, to, key, toKey, columns }: TableSync): Delta => ({
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
const unfilledDeltas = ({ to, columns, label, onlyExisting }: TableSync): readonly Delta[] =>
  label !== undefined || onlyExisting === true
    ? []
    : columns.map((pair) => ({ kind: 'alter-column', column: columnName(to, pair.to), set: { filled: false } }));

/** Deletes first and inserts last: a row is never carried over that a delete would miss. */
function triggers(family: Family, sync: TableSync, situation: Situation, deltas: readonly Delta[]): Script {
  const { from, name, onlyExisting } = sync;
  const of = (moment: 'insert' | 'update' | 'delete', body: string, told: readonly Delta[] = []): Statement =>
    makeTrigger(family, situation, { table: from, name, when: 'AFTER', moment, body, deltas: told });
  const insert = of('insert', `  ${onlyExisting === true ? follow(sync) : put(sync)}`, deltas);
  const update = of('update', updateBody(sync));
  return onlyExisting === true ? short(update, insert) : short(of('delete', `  ${gone(sync)}`), update, insert);
}

const dropped = (family: Family, { from, name, onlyExisting }: TableSync): Script =>
  dropTriggers(family, from, name, onlyExisting === true ? ['insert', 'update'] : ['insert', 'update', 'delete'], [
    { kind: 'stop-sync', name },
  ]);

/** Copies one range of keys. The rows of the first table are held meanwhile, so that none is copied as it no longer is. */
function copyBatch(family: Family, sync: TableSync & { readonly batchSize: number }): Statement {
  const { from, to, key, toKey, columns, onlyExisting, batchSize } = sync;
  const label = sync.label === undefined ? '' : `, ${sqlString(sync.label.value)}`;
  const taken = [key, ...columns.map((pair) => pair.from)].map((column) => `batch.${quoteName(column)}`).join(', ');
  const text =
    onlyExisting === true
      ? `UPDATE ${quoteTable(to)} JOIN ${quoteTable(from)} AS batch ON ${inTable(to, toKey)} = batch.${quoteName(key)}
SET ${set(sync, 'batch')}
WHERE batch.${inRange(quoteName(key)).replace(' AND ', ' AND batch.')}${labelled(sync)}`
      : `INSERT INTO ${quoteTable(to)} (${target(sync)})
SELECT ${taken}${label} FROM ${quoteTable(from)} AS batch
WHERE batch.${inRange(quoteName(key)).replace(' AND ', ' AND batch.')}
${dialectOf(family).holdRows}
${orUpdate(sync, 'batch')}`;
  return statement(text, {
    locks: { [from]: 'SHARED_READ', [to]: 'SHARED_WRITE' },
    work: 'rows',
    source: family.source('rows'),
    deltas: columns.map((pair) => ({ kind: 'fill', column: columnName(to, pair.to) })),
    repeat: overKeys(from, key, batchSize),
    remark: `one commit for each range; ${bareName(toKey)} must be the only unique key of ${to}, else a row can be taken for another`,
  });
}

/** Carries every write to the first table over to the second, in the same transaction. */
export const startTableSync =
  (family: Family): Operations<Situation>['startTableSync'] =>
  (args, situation) =>
    performed({
      does: words`Carry every write to ${code(args.from)} over to ${code(args.to)}, by a trigger for each kind of write. ${code(`${args.to}.${args.toKey}`)} must be unique`,
      scripts: [triggers(family, args, situation, [startTableDelta(args), ...unfilledDeltas(args)])],
      worked: words`a row of ${code(args.from)} that is written now shows in ${code(args.to)}; writes cost one row more. An error in ${code(args.to)} fails the write to ${code(args.from)}; ${code('TRUNCATE')} and rows changed by ${code('CASCADE')} are not carried`,
      undo: back([dropped(family, args)], {
        note: words`A file that stopped between two triggers has left the first: this takes it too.`,
      }),
    });

/** Ends the sync of two tables. The way back starts it again and copies what was written since. */
export const stopTableSync =
  (family: Family): Operations<Situation>['stopTableSync'] =>
  (args, situation) =>
    performed({
      does: words`Stop the sync ${code(args.name)}: ${code(args.to)} no longer follows ${code(args.from)}`,
      scripts: [dropped(family, args)],
      worked: words`a row of ${code(args.from)} that is written now leaves ${code(args.to)} as it was; no error for 30 min`,
      undo: back([triggers(family, args, situation, [startTableDelta(args)]), batches(copyBatch(family, args))], {
        minutes: measure(words`one batch over ${code(args.from)}, times the number of batches`),
        note: words`Until the last batch is through ${code(args.to)} is stale. Rows deleted from ${code(args.from)} meanwhile stay in ${code(args.to)}: compare the keys and decide.`,
      }),
    });

/** Copies the rows that were there before the sync. What the sync has carried over meanwhile is not put back. */
export const copyRows =
  (family: Family): Operations<Situation>['copyRows'] =>
  (args) =>
    performed({
      does: words`Copy the rows of ${code(args.from)} to ${code(args.to)} in ranges of ${args.batchSize} keys while the sync runs`,
      scripts: [batches(copyBatch(family, args))],
      worked: words`the last range is through; both tables compare equal`,
      undo: { kind: 'unneeded', because: words`stop the copy; go on from there later` },
    });
