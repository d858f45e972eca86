import type { Situation } from '#model/engine.ts';
import type { OperationArguments } from '#model/operations.ts';
import type { Outcome, Statement } from '#model/statement.ts';
import { code, words } from '#model/text.ts';
import { quoteName, quoteTable } from '../quote.ts';
import { back, batches, measure, performed, short, statement } from '../statement.ts';
import { inRange, overKeys } from './batch-statements.ts';
import { allOf } from './names.ts';

type Args = OperationArguments['deleteRows'];
type Archived = Args & { readonly archive: string };

const rowsOf = ({ key, where }: Args): string => `${inRange(key)} AND (${where})`;

const remark = 'one commit for each range; foreign keys are on: a row that is still referred to stops its range';

const deleteBatch = (args: Args): Statement =>
  statement(`DELETE FROM ${quoteTable(args.table)} WHERE ${rowsOf(args)}`, {
    writes: [args.table],
    blocks: 'nothing',
    work: 'rows',
    page: 'lang_delete',
    repeat: overKeys(args.table, args.key, args.batchSize),
    remark,
  });

const makeArchive = ({ table, archive }: Archived): Statement =>
  statement(`CREATE TABLE ${quoteTable(archive)} AS SELECT * FROM ${quoteTable(table)} WHERE 0`, {
    writes: [table],
    page: 'lang_createtable#create_table_as_select_statements',
    deltas: allOf(archive),
    remark: 'columns only: no key, no constraint, no default',
  });

const moveBatch = (args: Archived): Statement => {
  const { table, key, archive, batchSize } = args;
  return statement(
    `BEGIN IMMEDIATE;
INSERT INTO ${quoteTable(archive)} SELECT * FROM ${quoteTable(table)} WHERE ${rowsOf(args)};
DELETE FROM ${quoteTable(table)} WHERE ${rowsOf(args)};
COMMIT`,
    {
      writes: [table, archive],
      blocks: 'nothing',
      work: 'rows',
      transaction: 'outside',
      page: 'lang_delete',
      repeat: overKeys(table, key, batchSize),
      remark: `${remark}; with an error in the range, ROLLBACK`,
    },
  );
};

const putBack = ({ table, key, archive, batchSize }: Archived): Statement =>
  statement(
    `INSERT INTO ${quoteTable(table)} SELECT * FROM ${quoteTable(archive)}\nWHERE ${inRange(key)} ORDER BY ${quoteName(key)} ON CONFLICT DO NOTHING`,
    {
      writes: [table],
      blocks: 'nothing',
      work: 'rows',
      page: 'lang_upsert',
      repeat: overKeys(archive, key, batchSize),
      remark: 'one commit for each range; where the table computes a column, name the others on both sides',
    },
  );

const dropArchive = ({ archive }: Archived): Statement =>
  statement(`DROP TABLE ${quoteTable(archive)}`, {
    writes: [archive],
    page: 'lang_droptable',
    deltas: [{ kind: 'drop-table', table: archive }],
    remark: 'only after every row of it was found in the table again',
  });

/** Deletes in ranges of the key. With an archive each row is kept there in the same transaction. */
export function deleteRows(args: Args, _situation: Situation): Outcome {
  const { table, where, batchSize, archive } = args;
  const worked = words`the last range is through; no row of ${code(table)} is left for which ${code(where)}. Rows that went with them by ${code('ON DELETE CASCADE')} are in no archive: look for such foreign keys before. The file does not shrink: its free pages are used again`;
  if (archive === undefined)
    return performed({
      does: words`Delete the rows of ${code(table)} for which ${code(where)} in ranges of ${batchSize} keys`,
      scripts: [batches(deleteBatch(args))],
      worked,
      undo: {
        kind: 'none',
        because: words`no copy of the deleted rows is kept`,
        loses: {
          what: words`the rows of ${code(table)} for which ${code(where)}; only a copy of the file has them`,
        },
      },
    });
  const archived = { ...args, archive };
  return performed({
    does: words`Move the rows of ${code(table)} for which ${code(where)} to ${code(archive)} in ranges of ${batchSize} keys, each range in one transaction`,
    scripts: [short(makeArchive(archived)), batches(moveBatch(archived))],
    worked,
    undo: back([batches(putBack(archived)), short(dropArchive(archived))], {
      minutes: measure(words`one batch over ${code(archive)}, times the number of batches`),
      note: words`Triggers of ${code(table)} fire for each row that comes back.`,
    }),
  });
}
