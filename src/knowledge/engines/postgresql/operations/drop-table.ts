import type { Situation } from '#model/engine.ts';
import type { OperationArguments } from '#model/operations.ts';
import type { Outcome } from '#model/statement.ts';
import { code, words } from '#model/text.ts';
import { quoteTable } from '../quote.ts';
import { performed, short, statement } from '../statement.ts';

/** Takes a table and its rows away for good. */
export const dropTable = ({ table }: OperationArguments['dropTable'], _situation: Situation): Outcome =>
  performed({
    does: words`Drop the table ${code(table)}`,
    scripts: [
      short(
        statement(`DROP TABLE ${quoteTable(table)}`, {
          locks: { [table]: 'ACCESS EXCLUSIVE' },
          page: 'sql-droptable',
          deltas: [{ kind: 'drop-table', table }],
          remark: 'its foreign keys go before, one by one: this would lock every table that they point to',
        }),
      ),
    ],
    worked: words`${code(`\\d ${table}`)} finds nothing on any node; errors flat 30 min`,
    undo: {
      kind: 'none',
      because: words`the rows of ${code(table)} went with the drop`,
      loses: { what: words`every row of ${code(table)}; only an export or a backup has them` },
    },
  });
