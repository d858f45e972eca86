import type { Situation } from '#model/engine.ts';
import type { OperationArguments, SyncPair } from '#model/operations.ts';
import { columnName } from '#model/schema.ts';
import type { Outcome, Statement } from '#model/statement.ts';
import type { Text } from '#model/text.ts';
import { code, joinText, words } from '#model/text.ts';
import { columnOf } from '../names.ts';
import { quoteName, quoteTable, sqlString } from '../quote.ts';
import { back, batches, measure, performed, short, statement } from '../statement.ts';
import { greatestOf } from '../type-change.ts';
import { isComparable } from '../type-name.ts';
import { differs, fillBatch } from './batch-statements.ts';
import { backwardOf, narrowDeltas, startDelta, syncTrigger } from './sync-trigger.ts';
import { disabled, dropTrigger } from './trigger-statements.ts';

const named = (table: string, pairs: readonly SyncPair[]): Text =>
  joinText(
    pairs.map(({ from, to }) => words`${code(`${table}.${from}`)} and ${code(`${table}.${to}`)}`),
    ', ',
  );

const limits = (pairs: readonly SyncPair[]): Text =>
  joinText(
    pairs
      .filter(({ narrows }) => narrows === true)
      .map(({ from, to }) => words` A value of ${code(to)} that ${code(from)} cannot hold makes the whole write fail.`),
    '',
  );

/** Keeps columns of one row equal, for every writer, before the row is checked. */
export const startSync = (args: OperationArguments['startSync'], _situation: Situation): Outcome => {
  const { table, name, pairs } = args;
  return performed({
    does: words`Keep ${named(table, pairs)} equal for every writer by a trigger, made disabled, looked at, then enabled. A ${code('BEFORE')} trigger that sets one of them must come first: then say ${code('FOLLOWS')} it. SQL*Loader in direct path mode passes it by.${limits(pairs)}`,
    scripts: [short(...syncTrigger(args, [startDelta(args), ...narrowDeltas(args, true)]))],
    worked: words`${code('user_triggers')} shows ${code(name)} as ${code('ENABLED')}, ${code('user_objects')} as ${code('VALID')}; a row written now through either column has both, one set to NULL too; writes stay as fast as before`,
    undo: back([short(dropTrigger(table, name, [{ kind: 'stop-sync', name }, ...narrowDeltas(args, false)]))], {
      note: words`If the trigger makes writes fail, ${code(disabled(table, name))} ends it as well and leaves it there.`,
    }),
  });
};

type Stop = OperationArguments['stopSync'];

/** An old value that already means the same keeps its own spelling: it was not written since. */
function stillDiffers(pair: SyncPair, expression: string): string {
  if (!isComparable(pair.fromType))
    return `(${quoteName(pair.from)} IS NULL OR DBMS_LOB.COMPARE(${quoteName(pair.from)}, ${expression}) <> 0)`;
  const old = differs(quoteName(pair.from), expression);
  return pair.forward === undefined ? old : `${old} AND ${differs(quoteName(pair.to), pair.forward)}`;
}

/** Fills the old columns again from the new ones. */
const copyBack = ({ table, key, pairs, batchSize }: Stop): readonly Statement[] =>
  pairs.flatMap((pair) => {
    const expression = backwardOf(pair);
    return expression === undefined
      ? []
      : [
          fillBatch({
            table,
            key,
            column: pair.from,
            expression,
            needs: stillDiffers(pair, expression),
            size: batchSize,
            deltas: [{ kind: 'fill', column: columnName(table, pair.from) }],
          }),
        ];
  });

/** Stands before the sync on the way back: with a value that the old type cannot hold every insert would fail. */
function refuseBeyond({ table, pairs, fits }: Stop): readonly Statement[] {
  const end = fits === undefined ? undefined : greatestOf(fits.type);
  if (fits === undefined || end === undefined) return [];
  return pairs.map(({ to }) =>
    statement(
      `DECLARE
  beyond NUMBER;
BEGIN
  SELECT COUNT(*) INTO beyond FROM ${quoteTable(table)} WHERE ${quoteName(to)} > ${end} AND ROWNUM = 1;
  IF beyond > 0 THEN RAISE_APPLICATION_ERROR(-20000, ${sqlString(`${columnOf(table, to)} is beyond ${fits.type}: fix forward`)}); END IF;
END;`,
      { work: 'scan', page: 'lnpls/plsql-error-handling.html' },
    ),
  );
}

const lost = ({ table, pairs }: Stop): Text =>
  joinText(
    pairs
      .filter((pair) => backwardOf(pair) === undefined)
      .map(
        ({ from, to }) =>
          words` Nobody knows how ${code(from)} is computed from ${code(columnName(table, to))}: what was written since is not in it.`,
      ),
    '',
  );

/** Ends a sync: from here on the old columns stay behind. The way back starts it again and copies what was written since. */
export function stopSync(args: Stop, _situation: Situation): Outcome {
  const { table, name, pairs } = args;
  const [first, ...rest] = copyBack(args);
  const start = syncTrigger(args, [startDelta(args)]);
  const [begin, ...others] = [...refuseBeyond(args), ...start];
  const old = joinText(
    pairs.map(({ from }) => [code(columnName(table, from))]),
    ', ',
  );
  return performed({
    does: words`Stop the sync ${code(name)}: ${old} no longer follows`,
    scripts: [short(dropTrigger(table, name, [{ kind: 'stop-sync', name }]))],
    worked: words`${code('user_triggers')} no longer lists ${code(name)}; a row written now keeps ${old} as it was; no error for 30 min`,
    undo: back(
      [
        begin === undefined ? short(...start) : short(begin, ...others),
        ...(first === undefined ? [] : [batches(first, ...rest)]),
      ],
      {
        minutes: measure(words`one range of ${code(table)}, times the number of ranges`),
        note: words`Passes until one says 0 rows; then 0 rows differ over the whole key; only then a release that reads ${old}.${lost(args)} A value too large for it stops its range: widen it first.`,
      },
    ),
  });
}
