import type { Situation } from '#model/engine.ts';
import type { OperationArguments } from '#model/operations.ts';
import type { Delta } from '#model/schema.ts';
import { columnName } from '#model/schema.ts';
import type { Outcome, Script, Statement } from '#model/statement.ts';
import { code, words } from '#model/text.ts';
import { ofTable, quoteName, quoteTable, sqlString } from '../quote.ts';
import { back, batches, measure, performed, statement } from '../statement.ts';
import { inRange, overKeys, walkRemark } from './batch-statements.ts';
import { dropTrigger, makeTrigger, withoutTriggers } from './sync-trigger.ts';

type TableSync = OperationArguments['startTableSync'];

const labelled = ({ to, label }: TableSync): string =>
  label === undefined ? '' : ` AND ${ofTable(to, label.column)} = ${sqlString(label.value)}`;

const anyDiffers = ({ to, columns }: TableSync, value: (pair: { from: string; to: string }) => string): string =>
  `(${columns.map((pair) => `${ofTable(to, pair.to)} IS DISTINCT FROM ${value(pair)}`).join(' OR ')})`;

const target = ({ toKey, columns, label }: TableSync): string =>
  [toKey, ...columns.map(({ to }) => to), ...(label === undefined ? [] : [label.column])].map(quoteName).join(', ');

/** The row is there already: it is brought up to date where it differs. A row that came from somewhere else is never touched. */
const orUpdate = (sync: TableSync): string =>
  `ON CONFLICT (${quoteName(sync.toKey)}) DO UPDATE SET ${sync.columns.map(({ to }) => `${quoteName(to)} = excluded.${quoteName(to)}`).join(', ')}
    WHERE ${anyDiffers(sync, ({ to }) => `excluded.${quoteName(to)}`)}${labelled(sync)}`;

const row = (record: 'NEW' | 'OLD', column: string): string => `(${record}).${quoteName(column)}`;

function body(sync: TableSync): string {
  const { to, toKey, key, columns, label, onlyExisting } = sync;
  const gone = `DELETE FROM ${quoteTable(to)} WHERE ${ofTable(to, toKey)} = ${row('OLD', key)}${labelled(sync)};`;
  if (onlyExisting === true)
    return `  UPDATE ${quoteTable(to)} SET ${columns.map((pair) => `${quoteName(pair.to)} = ${row('NEW', pair.from)}`).join(', ')}
  WHERE ${ofTable(to, toKey)} = ${row('NEW', key)} AND ${anyDiffers(sync, ({ from }) => row('NEW', from))}${labelled(sync)};
  RETURN NULL;`;
  const same = [key, ...columns.map(({ from }) => from)]
    .map((column) => `${row('NEW', column)} IS NOT DISTINCT FROM ${row('OLD', column)}`)
    .join(' AND ');
  const values = [
    ...[key, ...columns.map(({ from }) => from)].map((column) => row('NEW', column)),
    ...(label === undefined ? [] : [sqlString(label.value)]),
  ].join(', ');
  return `  IF TG_OP = 'DELETE' THEN
    ${gone}
    RETURN NULL;
  END IF;
  IF TG_OP = 'UPDATE' THEN
    IF ${same} THEN RETURN NULL; END IF;
    IF ${row('NEW', key)} IS DISTINCT FROM ${row('OLD', key)} THEN
      ${gone}
    END IF;
  END IF;
  INSERT INTO ${quoteTable(to)} (${target(sync)}) VALUES (${values})
  ${orUpdate(sync)};
  RETURN NULL;`;
}

/** A copy that only follows rows which are there hears of no row that goes. */
const moment = ({ onlyExisting }: TableSync): string =>
  onlyExisting === true ? 'AFTER INSERT OR UPDATE' : 'AFTER INSERT OR UPDATE OR DELETE';

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
const unfilled = ({ to, columns, label, onlyExisting }: TableSync): readonly Delta[] =>
  label !== undefined || onlyExisting === true
    ? []
    : columns.map((pair) => ({ kind: 'alter-column', column: columnName(to, pair.to), set: { filled: false } }));

const start = (sync: TableSync, deltas: readonly Delta[]): readonly [Script, Script] =>
  makeTrigger(sync.from, sync.name, moment(sync), body(sync), deltas);

function copyBatch(sync: TableSync & { readonly batchSize: number }): Statement {
  const { from, to, key, toKey, columns, label, onlyExisting, batchSize } = sync;
  const source = [
    ...[key, ...columns.map((pair) => pair.from)].map((column) => ofTable(from, column)),
    ...(label === undefined ? [] : [sqlString(label.value)]),
  ].join(', ');
  const text =
    onlyExisting === true
      ? `UPDATE ${quoteTable(to)} SET ${columns.map((pair) => `${quoteName(pair.to)} = ${ofTable(from, pair.from)}`).join(', ')}
FROM ${quoteTable(from)} WHERE ${ofTable(to, toKey)} = ${ofTable(from, key)} AND ${inRange(ofTable(from, key))}
  AND ${anyDiffers(sync, (pair) => ofTable(from, pair.from))}${labelled(sync)}`
      : `INSERT INTO ${quoteTable(to)} (${target(sync)})
SELECT ${source} FROM ${quoteTable(from)} WHERE ${inRange(ofTable(from, key))}
  ${orUpdate(sync)}`;
  return statement(text, {
    work: 'rows',
    page: onlyExisting === true ? 'update' : 'insert#on-conflict-clause',
    deltas: columns.map((pair) => ({ kind: 'fill', column: columnName(to, pair.to) })),
    repeat: overKeys(from, key, batchSize),
    remark: walkRemark(key, batchSize),
  });
}

/** Carries every write to the first table over to the second, in the same transaction. */
export function startTableSync(args: TableSync, situation: Situation): Outcome {
  return (
    withoutTriggers(situation) ??
    performed({
      does: words`Carry every write to ${code(args.from)} over to ${code(args.to)}: a function, then a trigger that calls it. ${code(`${args.to}.${args.toKey}`)} must be unique`,
      scripts: start(args, [startDelta(args), ...unfilled(args)]),
      worked: words`a row inserted, changed and deleted in ${code(args.from)} is so in ${code(args.to)}; an error there fails the write to ${code(args.from)}`,
      undo: back(dropTrigger(args.from, args.name, [{ kind: 'stop-sync', name: args.name }], 'IF EXISTS ')),
    })
  );
}

/** Ends the sync of two tables. The way back starts it again and copies what was written since. */
export function stopTableSync(args: OperationArguments['stopTableSync'], situation: Situation): Outcome {
  const lacking = withoutTriggers(situation);
  if (lacking) return lacking;
  return performed({
    does: words`Stop the sync ${code(args.name)}: ${code(args.to)} no longer follows ${code(args.from)}`,
    scripts: dropTrigger(args.from, args.name, [{ kind: 'stop-sync', name: args.name }]),
    worked: words`a row of ${code(args.from)} that is written now leaves ${code(args.to)} as it was; no error for 30 min`,
    undo: back([...start(args, [startDelta(args)]), batches(copyBatch(args))], {
      minutes: measure(words`one batch over ${code(args.from)}, times the number of batches`),
      note: words`Until the last batch is through ${code(args.to)} is stale. Rows deleted from ${code(args.from)} meanwhile stay in ${code(args.to)}: compare the keys and decide.`,
    }),
  });
}

/** Copies the rows that were there before. What was carried over meanwhile is not put back. */
export const copyRows = (args: OperationArguments['copyRows'], _situation: Situation): Outcome =>
  performed({
    does: words`Copy the rows of ${code(args.from)} to ${code(args.to)} in ranges of ${args.batchSize} keys`,
    scripts: [batches(copyBatch(args))],
    worked: words`the last range is through; a second pass changes no row; both tables compare equal`,
    undo: { kind: 'unneeded', because: words`stop the copy; go on from there later` },
  });
