import type { Situation } from '#model/engine.ts';
import type { Operations } from '#model/operations.ts';
import { code, words } from '#model/text.ts';
import { absentWith, cannot, noChecks } from '../../warehouses/absent.ts';
import { columnsIn } from '../../warehouses/columns.ts';
import { cloneThenDrop, filledFrom } from '../../warehouses/drop-column.ts';
import { informational } from '../../warehouses/constraints.ts';
import { routinesIn } from '../../warehouses/routines.ts';
import { joinedRowsIn } from '../../warehouses/rows.ts';
import { tablesIn } from '../../warehouses/tables.ts';
import { columnChangesOf } from './columns.ts';
import { dialect } from './dialect.ts';
import { exports } from './exports.ts';

const absent = absentWith({
  name: dialect.name,
  sorted: (table, columns) =>
    words`Let ${code(`ALTER TABLE ${table} CLUSTER BY (${columns})`)} sort what range reads ask for, or ${code(`ALTER TABLE ${table} ADD SEARCH OPTIMIZATION ON EQUALITY(${columns})`)} find single rows (Enterprise); both cost credits as long as they stand.`,
  listed: (type) => words`Keep the values of ${code(type)} in a table of their own and let the load look them up.`,
  parted: (table) =>
    words`Leave it: Snowflake parts ${code(table)} by itself; ${code('CLUSTER BY')} steers how, a delete by date takes whole parts away.`,
  sent: words`Replicate the database to the other account (${code('CREATE REPLICATION GROUP')}) or share it (${code('CREATE SHARE')}), and make it the primary at the moment of the move.`,
  upgraded: words`Nothing is to be run: read the behavior change bundle of the release (${code("SELECT SYSTEM$BEHAVIOR_CHANGE_BUNDLE_STATUS('<bundle>')")}), try it with ${code('SYSTEM$ENABLE_BEHAVIOR_CHANGE_BUNDLE')} on a test account, and switch it off again while that is still allowed.`,
  numbered: words`Make a new sequence that begins above the last number, and let the load take its numbers from there.`,
  extended: (extension) =>
    words`Find out which package or native app ${code(extension)} stands for, and pin its version there.`,
});

/** What Snowflake answers to every operation. */
export const operations: Operations<Situation> = {
  ...absent,
  ...noChecks(dialect.name),
  ...columnsIn(dialect),
  dropColumn: cloneThenDrop(dialect, filledFrom(dialect)),
  ...columnChangesOf,
  ...tablesIn(dialect),
  ...joinedRowsIn(dialect),
  ...informational(dialect),
  ...routinesIn(dialect),
  ...exports,
  vacuum: ({ table }) =>
    cannot(
      words`Snowflake gives back old parts and keeps its statistics by itself`,
      words`Leave ${code(table)}; storage falls when Time Travel and Fail-safe have passed.`,
    ),
};
