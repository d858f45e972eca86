import type { Situation } from '#model/engine.ts';
import type { OperationArguments } from '#model/operations.ts';
import { columnName } from '#model/schema.ts';
import type { Outcome, Statement } from '#model/statement.ts';
import { code, joinText, words } from '#model/text.ts';
import { quoteName, quoteTable } from '../quote.ts';
import { back, batches, measure, performed, short, statement } from '../statement.ts';
import { fillRemark, inRange, overKeys } from './batch-statements.ts';
import { backwardOf, dropSync, syncTriggers } from './sync-triggers.ts';

/** Keeps columns of one row equal, for every writer, as long as both may be NULL. The new column wins where both are written. */
export const startSync = (args: OperationArguments['startSync'], _situation: Situation): Outcome => {
  const pairs = joinText(
    args.pairs.map(({ from, to }) => words`${code(columnName(args.table, from))} and ${code(to)}`),
    ', ',
  );
  return performed({
    does: words`Keep ${pairs} equal for every writer, by triggers that write the row once more after it was written. A column that is NOT NULL without a default is refused before they run`,
    scripts: [short(...syncTriggers(args))],
    worked: words`a row written now through either column has both; writes cost one write more`,
    undo: back([short(...dropSync(args))], { note: words`Never once readers are on the new column.` }),
  });
};

/** Fills the old columns again from the new ones. */
const copyBack = ({ table, key, pairs, batchSize }: OperationArguments['stopSync']): readonly Statement[] =>
  pairs.flatMap((pair) => {
    const expression = backwardOf(pair);
    if (expression === undefined) return [];
    const [from, to] = [quoteName(pair.from), quoteName(pair.to)];
    const spelled = pair.forward === undefined ? '' : ` AND ${to} IS NOT (${pair.forward})`;
    return [
      statement(
        `UPDATE ${quoteTable(table)} SET ${from} = ${expression}\nWHERE ${inRange(key)} AND ${from} IS NOT (${expression})${spelled}`,
        {
          writes: [table],
          blocks: 'nothing',
          work: 'rows',
          page: 'lang_update',
          deltas: [{ kind: 'fill', column: columnName(table, pair.from) }],
          repeat: overKeys(table, key, batchSize),
          remark: fillRemark(key, batchSize),
        },
      ),
    ];
  });

/** Ends a sync: from here on the old columns stay behind. The way back starts it again and copies what was written since. */
export function stopSync(args: OperationArguments['stopSync'], _situation: Situation): Outcome {
  const { table, name, pairs } = args;
  const [first, ...rest] = copyBack(args);
  const old = joinText(
    pairs.map(({ from }) => [code(columnName(table, from))]),
    ', ',
  );
  return performed({
    does: words`Stop the sync ${code(name)}: ${old} no longer follows`,
    scripts: [short(...dropSync({ ...args, pairs: unnarrowed(pairs) }))],
    worked: words`a row written now keeps ${old} as it was; no error for 30 min`,
    undo: back(
      [
        short(...syncTriggers({ ...args, pairs: unnarrowed(pairs) })),
        ...(first === undefined ? [] : [batches(first, ...rest)]),
      ],
      {
        minutes: measure(words`one batch over ${code(table)}, times the number of batches`),
        note: words`Range, pauses and passes as in the backfill, until a pass changes none; only then a release that reads ${old}.`,
      },
    ),
  });
}

/** What a column cannot hold was told when the sync began, and does not change with its end. */
const unnarrowed = (pairs: OperationArguments['stopSync']['pairs']): OperationArguments['stopSync']['pairs'] => {
  const [first, ...rest] = pairs.map(({ narrows: _, ...pair }) => pair);
  return first === undefined ? pairs : [first, ...rest];
};
