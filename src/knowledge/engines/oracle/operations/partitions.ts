import type { Situation } from '#model/engine.ts';
import type { OperationArguments } from '#model/operations.ts';
import type { Outcome, Statement } from '#model/statement.ts';
import { code, words } from '#model/text.ts';
import { pages } from '../manual.ts';
import { beside, literal } from '../names.ts';
import { bareName, ownerOf, quoteName, quoteTable, sqlString } from '../quote.ts';
import { back, measure, performed, plainly, short, statement, unhurried } from '../statement.ts';
import { isEnterprise } from '../versions.ts';

type Args = OperationArguments['partitionInPlace'];

/** One statement writes every row to its partition while reads and writes go on. */
const turn = ({ table, column, cut, next }: Args): Statement => {
  const bounds = [cut, ...next].map((bound, index) => `  PARTITION p${index} VALUES LESS THAN (${literal(bound)})`);
  return statement(
    `ALTER TABLE ${quoteTable(table)} MODIFY
  PARTITION BY RANGE (${quoteName(column)}) (
${bounds.join(',\n')}
  ) ONLINE`,
    {
      locks: { [table]: 'share DDL' },
      work: 'rewrite',
      page: 'vldbg/evolve-nopartition-table.html',
      remark:
        'needs the room of the table twice; indexes become local where they hold the partition key, unless UPDATE INDEXES says otherwise; a row at or after the last bound is refused from then on (ORA-14400)',
    },
  );
};

/** There is no statement that makes a partitioned table plain again: redefinition does, beside reads and writes too. */
function turnBack({ table }: Args): readonly [Statement, ...Statement[]] {
  const plain = beside(table, `${bareName(table)}_plain`);
  const names = `${ownerOf(table)}, ${sqlString(bareName(table))}, ${sqlString(bareName(plain))}`;
  const call = (text: string, remark?: string): Statement =>
    statement(text, {
      locks: { [table]: 'share DDL' },
      work: 'rewrite',
      page: pages.redefinition,
      ...(remark === undefined ? {} : { remark }),
    });
  return [
    statement(`CREATE TABLE ${quoteTable(plain)} FOR EXCHANGE WITH TABLE ${quoteTable(table)}`, {
      page: pages.createTable,
      remark: 'the same columns, plain and empty',
    }),
    call(`BEGIN
  DBMS_REDEFINITION.START_REDEF_TABLE(${names});
END;`),
    call(
      `DECLARE
  failed PLS_INTEGER;
BEGIN
  DBMS_REDEFINITION.COPY_TABLE_DEPENDENTS(${names}, num_errors => failed);
  IF failed > 0 THEN RAISE_APPLICATION_ERROR(-20000, failed || ' dependents were not copied: see DBA_REDEFINITION_ERRORS'); END IF;
  DBMS_REDEFINITION.SYNC_INTERIM_TABLE(${names});
END;`,
      'local indexes have no place in a plain table: make them by hand where this refuses',
    ),
    call(
      `BEGIN
  DBMS_REDEFINITION.FINISH_REDEF_TABLE(${names});
END;`,
      'nobody can write for a moment; before it, ABORT_REDEF_TABLE ends everything',
    ),
  ];
}

/** Makes a table partitioned where it stands. Rows are written anew, but nobody waits. */
export function partitionInPlace(args: Args, situation: Situation): Outcome {
  const { table, column, cut } = args;
  if (!isEnterprise(situation))
    return {
      kind: 'cannot',
      because: words`partitioning is an option of Enterprise Edition`,
      instead: words`Keep ${code(table)} as it is and move old rows to a second table in batches; a view over both gives the whole`,
    };
  return performed({
    does: words`Partition ${code(table)} by ${code(column)} where it stands: every row is written to its partition while reads and writes go on; rows before ${code(cut)} share the first one. The Partitioning option must be licensed`,
    scripts: [unhurried(turn(args))],
    worked: words`${code('user_part_tables')} lists ${code(table)}, ${code('user_indexes')} no index as ${code('UNUSABLE')}; a row before and a row after ${code(cut)} can be inserted, read and deleted; the row count is as before. A run that was cut off leaves the table as it was`,
    undo: back([short(...turnBack(args))], {
      minutes: measure(words`redefining ${code(table)} on a copy with production's size`),
      note: words`It copies every row again. With ${code('COMPATIBLE')} and licence as they are nobody needs it for the release of before, which sees the same table.`,
    }),
  });
}

/** Makes the rows of one partition a table of their own, and leaves the partition empty. */
export function detachPartition(
  { table, partition, from, to }: OperationArguments['detachPartition'],
  _situation: Situation,
): Outcome {
  const exchange = statement(
    `ALTER TABLE ${quoteTable(table)} EXCHANGE PARTITION FOR (${literal(from)}) WITH TABLE ${quoteTable(partition)} INCLUDING INDEXES`,
    {
      locks: { [table]: 'exclusive DDL', [partition]: 'exclusive DDL' },
      page: pages.alterTable,
      remark: 'moves no row; global indexes become UNUSABLE unless UPDATE INDEXES is said, which takes longer',
    },
  );
  return performed({
    does: words`Exchange the partition from ${code(from)} to ${code(to)} of ${code(table)} for the empty table ${code(partition)}, which then has its rows`,
    scripts: [
      plainly(
        statement(`CREATE TABLE ${quoteTable(partition)} FOR EXCHANGE WITH TABLE ${quoteTable(table)}`, {
          page: pages.createTable,
          remark: 'the same columns, empty; its indexes and constraints are made by hand, as the partition has them',
        }),
      ),
      short(exchange),
    ],
    worked: words`a count of the partition is 0, and its rows are in ${code(partition)}; ${code('user_indexes')} and ${code('user_ind_partitions')} list nothing as ${code('UNUSABLE')}`,
    undo: back([
      short({ ...exchange, remark: 'the same statement puts them back, as long as the partition is empty' }),
    ]),
  });
}
