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
import { fillBatch } from './batch-statements.ts';
import { backwardOf, disabled, dropTrigger, narrowDeltas, startDelta, syncTrigger } from './sync-trigger.ts';

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

/** Keeps columns of one row equal, for every writer. It runs after the row was checked: a NOT NULL column must be given by the writer or by a default. */
export const startSync = (args: OperationArguments['startSync'], _situation: Situation): Outcome => {
  const { table, name, pairs } = args;
  return performed({
    does: words`Keep ${named(table, pairs)} equal for every writer by a trigger. Look first: a statement on ${code(table)} with ${code('OUTPUT')} and without ${code('INTO')} fails from then on (error 334), as Entity Framework Core 7 and later write them unless the model says ${code('HasTrigger')}; bulk loads pass it by without ${code('FIRE_TRIGGERS')}.${limits(pairs)}`,
    scripts: [short(syncTrigger(args, [startDelta(args), ...narrowDeltas(args, true)]))],
    worked: words`a row written now through either column has both; a statement over many rows too; writes stay as fast as before`,
    undo: back([short(dropTrigger(table, name, [{ kind: 'stop-sync', name }, ...narrowDeltas(args, false)]))], {
      note: words`If the trigger makes writes fail, ${code(disabled(table, name))} ends it as well and leaves it there; it needs the same lock.`,
    }),
  });
};

type Stop = OperationArguments['stopSync'];

/** An old value that already means the same keeps its own spelling: it was not written since. */
function stillDiffers(pair: SyncPair, expression: string): string {
  const differs = `EXISTS (SELECT ${quoteName(pair.from)} EXCEPT SELECT ${expression})`;
  return pair.forward === undefined
    ? differs
    : `${differs} AND EXISTS (SELECT ${quoteName(pair.to)} EXCEPT SELECT ${pair.forward})`;
}

/** Fills the old columns again from the new ones. */
const copyBack = ({ table, key, pairs, batchSize }: Stop): readonly Statement[] =>
  pairs.flatMap((pair) => {
    const expression = backwardOf(pair);
    if (expression === undefined) return [];
    return fillBatch({
      table,
      key,
      column: pair.from,
      expression,
      needs: stillDiffers(pair, expression),
      size: batchSize,
      deltas: [{ kind: 'fill', column: columnName(table, pair.from) }],
    });
  });

/** Stands before the sync on the way back: with a value that the old type cannot hold every insert would fail. */
function refuseBeyond({ table, pairs, fits }: Stop): readonly Statement[] {
  const end = fits === undefined ? undefined : greatestOf(fits.type);
  if (fits === undefined || end === undefined) return [];
  return pairs.map(({ to }) =>
    statement(
      `IF (SELECT MAX(${quoteName(to)}) FROM ${quoteTable(table)}) > ${end}
  THROW 50000, ${sqlString(`${columnOf(table, to)} is beyond ${fits.type}: fix forward`)}, 1`,
      { locks: { [table]: 'IS' }, work: 'none', page: 't-sql/language-elements/throw-transact-sql' },
    ),
  );
}

/** Ends a sync: from here on the old columns stay behind. The way back starts it again and copies what was written since. */
export function stopSync(args: Stop, _situation: Situation): Outcome {
  const { table, name, pairs } = args;
  const [first, ...rest] = copyBack(args);
  const [begin, ...others] = [...refuseBeyond(args), syncTrigger(args, [startDelta(args)])];
  const old = joinText(
    pairs.map(({ from }) => [code(columnName(table, from))]),
    ', ',
  );
  return performed({
    does: words`Stop the sync ${code(name)}: ${old} no longer follows`,
    scripts: [short(dropTrigger(table, name, [{ kind: 'stop-sync', name }]))],
    worked: words`a row written now keeps ${old} as it was; no error for 30 min`,
    undo: back(
      [
        short(begin ?? syncTrigger(args, [startDelta(args)]), ...others),
        ...(first === undefined ? [] : [batches(first, ...rest)]),
      ],
      {
        minutes: measure(words`one batch over ${code(table)}, times the number of batches`),
        note: words`Range, pauses and passes as in the backfill, until a pass changes none; then 0 rows differ over the whole key; only then a release that reads ${old}. A value too large for it stops its batch: widen it first.`,
      },
    ),
  });
}
