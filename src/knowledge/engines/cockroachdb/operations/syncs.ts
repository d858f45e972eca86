import type { Situation } from '#model/engine.ts';
import type { OperationArguments } from '#model/operations.ts';
import { columnName } from '#model/schema.ts';
import type { Outcome, Script } from '#model/statement.ts';
import { code, joinText, words } from '#model/text.ts';
import { distinct } from '../../postgresql/equality.ts';
import { quoteName } from '../quote.ts';
import { back, batches, measure, performed } from '../statement.ts';
import { fillBatch } from './batch-statements.ts';
import { backwardOf, dropTrigger, narrowDeltas, startDelta, syncTrigger, withoutTriggers } from './sync-trigger.ts';

/** Keeps columns of one row equal, for every writer. The new column wins where both are written. */
export function startSync(args: OperationArguments['startSync'], situation: Situation): Outcome {
  const { table, name, pairs } = args;
  const lacking = withoutTriggers(situation);
  if (lacking) return lacking;
  const named = joinText(
    pairs.map(({ from, to }) => words`${code(`${table}.${from}`)} and ${code(`${table}.${to}`)}`),
    ', ',
  );
  const narrow = pairs.filter(({ narrows }) => narrows === true).map(({ to }) => to);
  return performed({
    does: words`Keep ${named} equal for every writer: a function, then a trigger that calls it${narrow.length === 0 ? '' : words`. A value of ${code(narrow.join(', '))} that the old column cannot hold makes the whole write fail`}`,
    scripts: syncTrigger(args, [startDelta(args), ...narrowDeltas(args, true)]),
    worked: words`a row written now through either column has both; writes stay as fast as before`,
    undo: back(dropTrigger(table, name, [{ kind: 'stop-sync', name }, ...narrowDeltas(args, false)], 'IF EXISTS ')),
  });
}

type Stop = OperationArguments['stopSync'];

/** Fills the old columns again from the new ones. */
const copyBack = ({ table, key, pairs, batchSize }: Stop): readonly Script[] =>
  pairs.flatMap((pair) => {
    const expression = backwardOf(pair);
    if (expression === undefined) return [];
    return batches(
      fillBatch({
        table,
        key,
        column: pair.from,
        expression,
        needs: distinct(quoteName(pair.from), `(${expression})`, pair.fromType),
        size: batchSize,
        deltas: [{ kind: 'fill', column: columnName(table, pair.from) }],
      }),
    );
  });

/** Ends a sync: from here on the old columns stay behind. The way back starts it again and copies what was written since. */
export function stopSync(args: Stop, situation: Situation): Outcome {
  const { table, name, pairs } = args;
  const lacking = withoutTriggers(situation);
  if (lacking) return lacking;
  const old = joinText(
    pairs.map(({ from }) => [code(columnName(table, from))]),
    ', ',
  );
  const [begin, on] = syncTrigger(args, [startDelta(args)]);
  return performed({
    does: words`Stop the sync ${code(name)}: ${old} no longer follows`,
    scripts: dropTrigger(table, name, [{ kind: 'stop-sync', name }]),
    worked: words`a row written now keeps ${old} as it was; no error for 30 min`,
    undo: back([begin, on, ...copyBack(args)], {
      minutes: measure(words`one batch over ${code(table)}, times the number of batches`),
      note: words`Pauses and passes as in the backfill; no release that reads ${old} before 0 rows differ. A value too large for it stops its batch: widen it first.`,
    }),
  });
}
