import type { Situation } from '#model/engine.ts';
import type { OperationArguments } from '#model/operations.ts';
import { columnName } from '#model/schema.ts';
import type { Outcome, Script, Statement } from '#model/statement.ts';
import { code, words } from '#model/text.ts';
import { pages } from '../manual.ts';
import { quoteName, quoteTable } from '../quote.ts';
import { back, job, jobs, measure, performed, statement } from '../statement.ts';
import { typeChange } from '../type-change.ts';
import { atLeast } from '../versions.ts';

type Args = OperationArguments['changeType'];

/** Up to 25.1 the manual has it in preview, behind a setting, and says that writes to the column may be rejected meanwhile. */
const preview: Statement = statement('SET enable_experimental_alter_column_type_general = true', {
  page: pages.alterType,
  work: 'none',
  remark: 'in preview up to 25.1: without it a change that writes rows is refused',
});

function alter({ table, column, from, to, using }: Args, situation: Situation): Script {
  const text = `ALTER TABLE ${quoteTable(table)} ALTER COLUMN ${quoteName(column)} SET DATA TYPE ${to}${using === undefined ? '' : ` USING ${using}`}`;
  const { work } = typeChange(from, to);
  const changed = job(text, {
    work: using === undefined ? work : 'rewrite',
    page: pages.alterType,
    remark: 'refused while an index, a key, a check, a view, a function or a computed column names the column',
  });
  if (atLeast('25.2', situation)) return jobs(changed);
  const held: Statement = { ...changed, effect: { ...changed.effect, blocks: 'writes' } };
  return { guard: 'short-lock', transaction: 'none', statements: [preview, held] };
}

/** Changes the type in place, by a job. */
export function changeType(args: Args, situation: Situation): Outcome {
  const { table, column, from, to, using } = args;
  const name = columnName(table, column);
  const beside = atLeast('25.2', situation)
    ? words`: a job writes the column anew beside reads and writes`
    : words`: a job writes the column anew, and writes to it may be rejected until it is done`;
  return performed({
    does: words`Change the type of ${code(name)} from ${code(from)} to ${code(to)}${beside}`,
    scripts: [alter(args, situation)],
    worked: words`its job is ${code('succeeded')}; ${code('SHOW COLUMNS')} shows ${code(to)}; statements that were prepared before run again`,
    undo: back(
      [
        alter(
          {
            table,
            column,
            from: to,
            to: from,
            ...(using === undefined ? {} : { using: `${quoteName(column)}::${from}` }),
          },
          situation,
        ),
      ],
      {
        minutes: measure(words`the same change on a copy with production's size, back again`),
        note: words`While its job runs, ${code('CANCEL JOB')} does the same. It fails on a value that does not fit ${code(from)}, and takes back what it did.`,
      },
    ),
  });
}

/** The manual says nothing of a collation that changes in place. */
export const changeCollation = (
  { table, column, type, to }: OperationArguments['changeCollation'],
  _situation: Situation,
): Outcome => ({
  kind: 'cannot',
  because: words`the manual of CockroachDB shows no way to give ${code(columnName(table, column))} another collation where it stands: a collation is part of the type`,
  instead: words`Replace the column: add one of type ${code(`${type} COLLATE ${to}`)} beside it, fill it from ${code(`${column} COLLATE ${to}`)}, move its indexes, readers and writers over, then drop the old one`,
});
