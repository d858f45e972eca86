import type { Situation } from '#model/engine.ts';
import type { OperationArguments, Operations } from '#model/operations.ts';
import { columnName } from '#model/schema.ts';
import { code, words } from '#model/text.ts';
import { cannot } from '../../mysql/operations/cannot.ts';
import { detachPartition as detach } from '../../mysql/operations/partitions.ts';
import { renameTable as rename } from '../../mysql/operations/rename-table.ts';
import { replaceRoutine as replace } from '../../mysql/operations/routines.ts';
import { copyRows as copy } from '../../mysql/operations/table-syncs.ts';
import { dropTable as drop } from '../../mysql/operations/tables.ts';
import { mayBe } from '../../mysql/family.ts';
import { quoteTable } from '../../mysql/quote.ts';
import { back, performed, plainly, short, statement } from '../../mysql/statement.ts';
import { tidbFamily } from '../family.ts';
import { inDocs, tidbSource } from '../manual.ts';
import { noView } from './absent.ts';

const flashback = inDocs('sql-statement-flashback-table');

/** The rows lie there until garbage collection has passed the drop. */
const dropTable: Operations<Situation>['dropTable'] = (args, situation) => {
  const { table } = args;
  const outcome = drop(tidbFamily)(args, situation);
  if (outcome.kind === 'cannot') return outcome;
  const life = statement(`SELECT @@GLOBAL.tidb_gc_life_time AS back_within`, {
    work: 'none',
    source: flashback,
    remark:
      '10m0s unless it was changed: raise it before the drop to as long as the way back must stand open, and note what it was',
  });
  return {
    ...outcome,
    scripts: [plainly(life), ...outcome.scripts],
    undo: back(
      [
        short(
          statement(`FLASHBACK TABLE ${quoteTable(table)}`, {
            locks: { [table]: 'EXCLUSIVE' },
            source: flashback,
            deltas: [
              { kind: 'add-table', table },
              {
                kind: 'add-column',
                column: columnName(table, '*'),
                is: { nullable: true, hasDefault: false, filled: true },
              },
            ],
            remark: 'refused once the garbage collection has passed the drop',
          }),
        ),
      ],
      {
        loses: {
          what: words`every row of ${code(table)}, once ${code('tidb_gc_life_time')} has passed since the drop; then they are only in an export or in a backup`,
        },
      },
    ),
  };
};

const renameTable: Operations<Situation>['renameTable'] = (args, situation) =>
  args.compatibilityView ? noView(args.from) : rename(tidbFamily)(args, situation);

const replaceRoutine: Operations<Situation>['replaceRoutine'] = (args, situation) =>
  args.kind === 'view'
    ? replace(tidbFamily)(args, situation)
    : cannot(
        words`TiDB has no triggers and no stored functions`,
        words`Change ${code(args.name)} where it runs: in the application`,
      );

const detachPartition: Operations<Situation>['detachPartition'] = (args, situation) =>
  mayBe('7.5', situation)
    ? detach(tidbFamily)(args, situation)
    : cannot(
        words`before 7.5 a copy of the table cannot be made without its partitions`,
        words`Make the table ${code(args.partition)} by hand with the columns and indexes that ${code(`SHOW CREATE TABLE ${args.table}`)} prints, and exchange the partition with it (${code('EXCHANGE PARTITION')})`,
      );

/** While it runs the release writes both. */
const copyRows: Operations<Situation>['copyRows'] = (args: OperationArguments['copyRows'], situation) => {
  const outcome = copy(tidbFamily)(args, situation);
  return outcome.kind === 'cannot'
    ? outcome
    : {
        ...outcome,
        does: words`Copy the rows of ${code(args.from)} to ${code(args.to)} in ranges of ${args.batchSize} keys while releases write both`,
      };
};

const vacuum: Operations<Situation>['vacuum'] = ({ table }) =>
  performed({
    does: words`See that garbage collection keeps up after the batches over ${code(table)}`,
    scripts: [
      plainly(
        statement(
          `SELECT VARIABLE_NAME, VARIABLE_VALUE FROM mysql.tidb WHERE VARIABLE_NAME IN ('tikv_gc_safe_point', 'tikv_gc_last_run_time')`,
          { work: 'none', source: tidbSource('purge') },
        ),
      ),
    ],
    worked: words`${code('tikv_gc_safe_point')} is no further back than ${code('tidb_gc_life_time')} and the oldest open transaction`,
    undo: { kind: 'unneeded', because: words`it only reads` },
  });

export const tables = { dropTable, renameTable, replaceRoutine, detachPartition, copyRows, vacuum };
