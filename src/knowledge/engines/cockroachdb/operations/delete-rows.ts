import type { Situation } from '#model/engine.ts';
import type { OperationArguments } from '#model/operations.ts';
import type { Outcome, Statement } from '#model/statement.ts';
import { code, words } from '#model/text.ts';
import { pages } from '../manual.ts';
import { quoteName, quoteTable } from '../quote.ts';
import { back, batches, job, jobs, measure, performed, statement } from '../statement.ts';
import { allColumns, inRange, overKeys, walkRemark } from './batch-statements.ts';

type Deleted = OperationArguments['deleteRows'];

const condition = ({ key, where }: Deleted): string => `${inRange(quoteName(key))} AND (${where})`;

const deleteBatch = (args: Deleted): Statement =>
  statement(`DELETE FROM ${quoteTable(args.table)} WHERE ${condition(args)}`, {
    work: 'rows',
    page: pages.bulkDelete,
    repeat: overKeys(args.table, args.key, args.batchSize),
    remark: walkRemark(args.key, args.batchSize),
  });

const moveBatch = (args: Deleted, archive: string): Statement =>
  statement(
    `WITH gone AS (DELETE FROM ${quoteTable(args.table)} WHERE ${condition(args)} RETURNING *)
INSERT INTO ${quoteTable(archive)} SELECT * FROM gone`,
    {
      work: 'rows',
      page: 'common-table-expressions',
      repeat: overKeys(args.table, args.key, args.batchSize),
      remark: walkRemark(args.key, args.batchSize),
    },
  );

/** A row whose key stands again meanwhile is left as it is. */
const bringBack = ({ table, key, batchSize }: Deleted, archive: string): Statement =>
  statement(
    `INSERT INTO ${quoteTable(table)} SELECT * FROM ${quoteTable(archive)} WHERE ${inRange(quoteName(key))}
  ON CONFLICT (${quoteName(key)}) DO NOTHING`,
    {
      work: 'rows',
      page: 'insert',
      repeat: overKeys(archive, key, batchSize),
      remark: 'one commit for each range',
    },
  );

/** Deletes in ranges of the key; with an archive each row moves there in the same statement. */
export function deleteRows(args: Deleted, _situation: Situation): Outcome {
  const { table, key, where, archive, batchSize } = args;
  const worked = words`another pass deletes no row; ${code(`SELECT count(*) FROM ${table} WHERE ${where}`)} answers 0`;
  if (archive === undefined)
    return performed({
      does: words`Delete the rows of ${code(table)} with ${code(where)} in ranges of ${batchSize} keys. What a foreign key with ${code('ON DELETE')} takes along counts into the size of a batch`,
      scripts: [batches(deleteBatch(args))],
      worked,
      undo: {
        kind: 'none',
        because: words`deleted rows are gone`,
        loses: {
          what: words`every row of ${code(table)} with ${code(where)}; until ${code('gc.ttlseconds')} is over they are still read with ${code(`AS OF SYSTEM TIME '<the moment noted before>'`)}, then they are only in an export or in a backup`,
        },
      },
    });
  return performed({
    does: words`Move the rows of ${code(table)} with ${code(where)} to ${code(archive)} in ranges of ${batchSize} keys. What a foreign key with ${code('ON DELETE')} takes along is not archived`,
    scripts: [
      jobs(
        job(`CREATE TABLE ${quoteTable(archive)} (LIKE ${quoteTable(table)}, PRIMARY KEY (${quoteName(key)}))`, {
          page: pages.createTable,
          deltas: allColumns(archive),
          remark: 'columns only: no key, index, check or default; hidden columns come too',
        }),
      ),
      batches(moveBatch(args, archive)),
    ],
    worked: words`${worked}; ${code(archive)} holds as many rows as went`,
    undo: back(
      [
        batches(bringBack(args, archive)),
        jobs(
          job(`DROP TABLE ${quoteTable(archive)}`, {
            page: 'drop-table',
            deltas: [{ kind: 'drop-table', table: archive }],
            remark: 'only after the last range, and after both were counted',
          }),
        ),
      ],
      {
        minutes: measure(words`one batch over ${code(archive)}, times the number of batches`),
        note: words`A key that stands in ${code(table)} again keeps its newer row; the archived one stays unread: compare before ${code(archive)} goes.`,
      },
    ),
  });
}
