import type { Situation } from '#model/engine.ts';
import type { OperationArguments } from '#model/operations.ts';
import { columnName } from '#model/schema.ts';
import type { Outcome, Statement } from '#model/statement.ts';
import { code, words } from '#model/text.ts';
import { quoteName, quoteTable } from '../quote.ts';
import { back, batches, measure, performed, short, statement } from '../statement.ts';
import { batchOf, inRange, ofTable, overKeys } from './batch-statements.ts';

type Args = OperationArguments['deleteRows'];
type Archived = Args & { readonly archive: string };

const remark = 'locked rows are taken in the next pass, until a pass deletes none';

const rowsOf = ({ table, key, where }: Args): string => batchOf(table, key, `(${where})`, { lock: 'UPDATE' });

const gone = ({ table, key }: Args): string =>
  `DELETE FROM ${quoteTable(table)} USING batch WHERE ${ofTable(table, key)} = batch.batch_key`;

const deleteBatch = (args: Args): Statement =>
  statement(`${rowsOf(args)}\n${gone(args)}`, {
    locks: { [args.table]: 'ROW EXCLUSIVE' },
    work: 'rows',
    page: 'sql-delete',
    repeat: overKeys(args.table, args.key, args.batchSize),
    remark,
  });

/** Columns and their order only: no identity, no computed column, no default that would change a row on its way. */
const makeArchive = ({ table, key, archive }: Archived): Statement =>
  statement(`CREATE TABLE ${quoteTable(archive)} (LIKE ${quoteTable(table)}, PRIMARY KEY (${quoteName(key)}))`, {
    locks: { [table]: 'ACCESS SHARE' },
    page: 'sql-createtable#SQL-CREATETABLE-PARMS-LIKE',
    deltas: [
      { kind: 'add-table', table: archive },
      { kind: 'add-column', column: columnName(archive, '*'), is: { nullable: true, hasDefault: false, filled: true } },
    ],
  });

const moveBatch = (args: Archived): Statement =>
  statement(
    `${rowsOf(args)},
gone AS (
  ${gone(args)}
  RETURNING ${quoteTable(args.table)}.*
)
INSERT INTO ${quoteTable(args.archive)} SELECT * FROM gone`,
    {
      locks: { [args.table]: 'ROW EXCLUSIVE', [args.archive]: 'ROW EXCLUSIVE' },
      work: 'rows',
      page: 'queries-with#QUERIES-WITH-MODIFYING',
      repeat: overKeys(args.table, args.key, args.batchSize),
      remark,
    },
  );

const putBack = ({ table, key, archive, batchSize }: Archived): Statement =>
  statement(
    `INSERT INTO ${quoteTable(table)} OVERRIDING SYSTEM VALUE
SELECT * FROM ${quoteTable(archive)} WHERE ${inRange(quoteName(key))}
  ON CONFLICT DO NOTHING`,
    {
      locks: { [table]: 'ROW EXCLUSIVE', [archive]: 'ACCESS SHARE' },
      work: 'rows',
      page: 'sql-insert#SQL-ON-CONFLICT',
      repeat: overKeys(archive, key, batchSize),
      remark: 'one commit for each range; where the table computes a column, name the others on both sides',
    },
  );

const dropArchive = ({ archive }: Archived): Statement =>
  statement(`DROP TABLE ${quoteTable(archive)}`, {
    locks: { [archive]: 'ACCESS EXCLUSIVE' },
    page: 'sql-droptable',
    deltas: [{ kind: 'drop-table', table: archive }],
    remark: 'only after every row of it was found in the table again',
  });

/** Deletes in ranges of the key. With an archive each row is kept there in the same statement. */
export function deleteRows(args: Args, _situation: Situation): Outcome {
  const { table, where, batchSize, archive } = args;
  const worked = words`the last range is through; no row of ${code(table)} is left for which ${code(where)}. Rows that went with them by ${code('ON DELETE CASCADE')} are in no archive: look for such foreign keys before`;
  if (archive === undefined)
    return performed({
      does: words`Delete the rows of ${code(table)} for which ${code(where)} in ranges of ${batchSize} keys`,
      scripts: [batches(deleteBatch(args))],
      worked,
      undo: {
        kind: 'none',
        because: words`no copy of the deleted rows is kept`,
        loses: { what: words`the rows of ${code(table)} for which ${code(where)}; only a backup has them` },
      },
    });
  const archived = { ...args, archive };
  return performed({
    does: words`Move the rows of ${code(table)} for which ${code(where)} to ${code(archive)} in ranges of ${batchSize} keys, each range in one statement`,
    scripts: [short(makeArchive(archived)), batches(moveBatch(archived))],
    worked,
    undo: back([batches(putBack(archived)), short(dropArchive(archived))], {
      minutes: measure(words`one batch over ${code(archive)}, times the number of batches`),
      note: words`Triggers of ${code(table)} fire for each row that comes back.`,
    }),
  });
}
