import type { Situation } from '#model/engine.ts';
import { isGiven } from '#model/given.ts';
import type { OperationArguments } from '#model/operations.ts';
import type { Outcome, Script, Statement } from '#model/statement.ts';
import { code, words } from '#model/text.ts';
import { literal } from '../names.ts';
import type { LockMode } from '../observe/index.ts';
import { quoteTable, regclass } from '../quote.ts';
import { back, long, measure, performed, short, statement, unhurried } from '../statement.ts';
import { atLeast } from '../versions.ts';

type Args = OperationArguments['detachPartition'];
const page = 'sql-altertable#SQL-ALTERTABLE-DESC-DETACH-PARTITION';

/** The lock on the partition itself grew with 14. */
const partitionLock = ({ version }: Situation): LockMode =>
  isGiven(version) && !atLeast('14', { version }) ? 'SHARE UPDATE EXCLUSIVE' : 'ACCESS EXCLUSIVE';

function detach({ table, partition }: Args, situation: Situation): Script {
  const text = `ALTER TABLE ${quoteTable(table)} DETACH PARTITION ${quoteTable(partition)}`;
  return atLeast('14', situation)
    ? unhurried(
        statement(`${text} CONCURRENTLY`, {
          locks: { [table]: 'SHARE UPDATE EXCLUSIVE', [partition]: 'ACCESS EXCLUSIVE' },
          blocks: 'schema changes',
          transaction: 'outside',
          page,
          versions: '14–18',
          remark:
            'waits for everybody who uses the parent, then locks the partition, which nobody sees through it any more; if it is cancelled, end it with DETACH PARTITION … FINALIZE. Refused where there is a default partition',
        }),
      )
    : short(
        statement(text, {
          locks: {
            [table]: 'ACCESS EXCLUSIVE',
            [partition]: partitionLock(situation),
          },
          page,
        }),
      );
}

/** A concurrent detach leaves a check that says the same as the bounds. It spares the scan on the way back, and is one too many after it. */
const dropLeftCheck = (table: string, partition: string): Statement =>
  statement(
    `DO $do$
DECLARE same record;
BEGIN
  FOR same IN
    SELECT conname FROM pg_constraint WHERE conrelid = ${regclass(partition)} AND contype = 'c'
      AND pg_get_constraintdef(oid) = 'CHECK (' || pg_get_partition_constraintdef(conrelid) || ')'
  LOOP
    EXECUTE format('ALTER TABLE ${quoteTable(partition).replaceAll("'", "''")} DROP CONSTRAINT %I', same.conname);
  END LOOP;
END $do$`,
    {
      locks: { [table]: 'ACCESS SHARE', [partition]: 'ACCESS EXCLUSIVE' },
      page: 'sql-altertable#SQL-ALTERTABLE-DESC-DETACH-PARTITION',
      remark: 'the check that the detach has left',
    },
  );

/** Makes a partition a table of its own: its rows are no longer seen through the parent. */
export function detachPartition(args: Args, situation: Situation): Outcome {
  const { table, partition, from, to } = args;
  const leavesCheck = atLeast('14', situation);
  const attach = (leavesCheck ? short : long)(
    statement(
      `ALTER TABLE ${quoteTable(table)} ATTACH PARTITION ${quoteTable(partition)} FOR VALUES FROM (${literal(from)}) TO (${literal(to)})`,
      {
        locks: { [table]: 'SHARE UPDATE EXCLUSIVE', [partition]: 'ACCESS EXCLUSIVE' },
        work: leavesCheck ? 'catalog' : 'scan',
        page: 'sql-altertable#SQL-ALTERTABLE-DESC-ATTACH-PARTITION',
      },
    ),
  );
  return performed({
    does: words`Detach ${code(partition)} from ${code(table)}: its rows are no longer seen through the parent`,
    scripts: [detach(args, situation)],
    worked: words`${code(`\\d+ ${table}`)} no longer lists ${code(partition)}, nor says ${code('DETACH PENDING')}`,
    undo: leavesCheck
      ? back([attach, short(dropLeftCheck(table, partition))], {
          note: words`The check that the detach has left proves the bounds, so no row is read: keep it until ${code(partition)} is attached again.`,
        })
      : back([attach], {
          minutes: measure(words`reading ${code(partition)} once, on a copy with production's size`),
          note: words`Nobody can use ${code(partition)} itself while its rows are checked; the parent goes on.`,
        }),
  });
}
