import type { Situation } from '#model/engine.ts';
import type { OperationArguments } from '#model/operations.ts';
import { columnName } from '#model/schema.ts';
import type { Outcome, Statement } from '#model/statement.ts';
import { code, words } from '#model/text.ts';
import { pages } from '../manual.ts';
import { quoteName, quoteTable } from '../quote.ts';
import { back, job, jobs, performed } from '../statement.ts';

type Added = OperationArguments['addColumn'];

/** Values that come one after the other cannot be filled in. */
const sequential = /\bgenerated\b.*\bidentity\b|\bnextval\s*\(/is;

const add = ({ table, column, type, nullable, default: value }: Added): Statement =>
  job(
    `ALTER TABLE ${quoteTable(table)} ADD COLUMN ${quoteName(column)} ${type}${nullable ? '' : ' NOT NULL'}${value === undefined ? '' : ` DEFAULT ${value}`}`,
    {
      work: value === undefined ? 'catalog' : 'rewrite',
      page: pages.addColumn,
      deltas: [
        {
          kind: 'add-column',
          column: columnName(table, column),
          is: { nullable, hasDefault: value !== undefined, filled: value !== undefined },
        },
      ],
      ...(value === undefined ? {} : { remark: 'the job writes the default into every row, beside reads and writes' }),
    },
  );

/** Adds a column. A default, also one that differs from row to row, is filled in by the job before anybody sees the column. */
export function addColumn(args: Added, _situation: Situation): Outcome {
  const { table, column, type, nullable, default: value } = args;
  if (sequential.test(`${type} ${value ?? ''}`))
    return {
      kind: 'cannot',
      because: words`CockroachDB cannot fill a new column from a sequence or an identity`,
      instead: words`Add ${code(column)} without a default, set the default for new rows, then fill the rows of before in batches`,
    };
  if (value === undefined && !nullable)
    return {
      kind: 'cannot',
      because: words`${code(`ADD COLUMN ${column} … NOT NULL`)} without a default fails as soon as ${code(table)} has a row`,
      instead: words`Add ${code(column)} nullable, let the application write it, fill the rows of before, then set NOT NULL`,
    };
  return performed({
    does:
      value === undefined
        ? words`Add ${code(column)} to ${code(table)}`
        : words`Add ${code(column)} to ${code(table)}; a job fills ${code(value)} into every row first, and only then the column is seen`,
    scripts: [jobs(add(args))],
    worked: words`its job is ${code('succeeded')} in ${code('SHOW JOBS')}, ${code(column)} is in ${code('SHOW COLUMNS')}, and an insert that does not name it works`,
    undo: back(
      [
        jobs(
          // The run may have stopped before the column was there.
          job(`ALTER TABLE ${quoteTable(table)} DROP COLUMN IF EXISTS ${quoteName(column)}`, {
            work: 'rewrite',
            page: pages.dropColumn,
            deltas: [{ kind: 'drop-column', column: columnName(table, column) }],
          }),
        ),
      ],
      {
        note: words`While its job runs, ${code('CANCEL JOB')} does the same. Values written to ${code(column)} since go with it.`,
      },
    ),
  });
}
