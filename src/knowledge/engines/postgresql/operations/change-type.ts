import type { Situation } from '#model/engine.ts';
import type { OperationArguments } from '#model/operations.ts';
import { columnName } from '#model/schema.ts';
import type { Outcome, Script } from '#model/statement.ts';
import { code, words } from '#model/text.ts';
import { quoteName, quoteTable } from '../quote.ts';
import { back, long, measure, performed, short, statement } from '../statement.ts';
import { typeChange } from '../type-change.ts';

interface Step {
  readonly table: string;
  readonly column: string;
  readonly from: string;
  readonly to: string;
  readonly using?: string;
}

/** An expression of the person is computed for every row, so the table is written anew; a bare cast to the new type is what would be done anyway. */
function alter({ table, column, from, to, using }: Step): Script {
  const known = typeChange(from, to);
  const work = using !== undefined && known.work !== 'unconfirmed' ? 'rewrite' : known.work;
  const changed = statement(
    `ALTER TABLE ${quoteTable(table)} ALTER COLUMN ${quoteName(column)} TYPE ${to}${using === undefined ? '' : ` USING ${using}`}`,
    {
      locks: { [table]: 'ACCESS EXCLUSIVE' },
      work: work === 'catalog' && known.indexes === 'rebuilt' ? 'index build' : work,
      page: 'sql-altertable#SQL-ALTERTABLE-DESC-SET-DATA-TYPE',
      source: known.source,
      remark:
        'a foreign key on it locks the other table in the same way; a view, policy or generated column that names it makes PostgreSQL refuse',
    },
  );
  return work === 'catalog' && known.indexes === 'kept' ? short(changed) : long(changed);
}

/** Changes the type in place. */
export function changeType(args: OperationArguments['changeType'], _situation: Situation): Outcome {
  const { table, column, from, to } = args;
  const name = columnName(table, column);
  const known = typeChange(from, to);
  const cheap = known.work === 'catalog' && args.using === undefined;
  return performed({
    does: words`Change the type of ${code(name)} from ${code(from)} to ${code(to)}${cheap ? '' : ': the table is written anew while nobody can use it'}`,
    scripts: [alter(args)],
    worked: words`${code(name)} is listed as ${code(to)} on every node; statements that were prepared before run again`,
    undo: back(
      [
        alter({
          table,
          column,
          from: to,
          to: from,
          ...(args.using === undefined ? {} : { using: `${quoteName(column)}::${from}` }),
        }),
      ],
      {
        minutes: cheap
          ? { kind: 'assumed', minutes: 1 }
          : measure(words`the same change on a copy with production's size, back again`),
        note: words`It is refused as soon as one value does not fit ${code(from)}, and nothing has changed then. Going back may write the table anew even where going there did not.`,
      },
    ),
  });
}
