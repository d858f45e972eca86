import type { Situation } from '#model/engine.ts';
import type { OperationArguments } from '#model/operations.ts';
import type { Outcome } from '#model/statement.ts';
import { code, words } from '#model/text.ts';
import { quoteTable } from '../quote.ts';
import { performed, statement, unhurried } from '../statement.ts';

/** Frees the room of dead rows for new ones and counts values anew for the planner. */
export const vacuum = ({ table }: OperationArguments['vacuum'], _situation: Situation): Outcome =>
  performed({
    does: words`Vacuum and analyse ${code(table)}`,
    scripts: [
      unhurried(
        statement(`VACUUM (ANALYZE) ${quoteTable(table)}`, {
          locks: { [table]: 'SHARE UPDATE EXCLUSIVE' },
          work: 'scan',
          transaction: 'outside',
          page: 'sql-vacuum',
        }),
      ),
    ],
    worked: words`${code('n_dead_tup')} < 5 % of rows`,
    undo: { kind: 'unneeded', because: words`no row changes` },
  });
