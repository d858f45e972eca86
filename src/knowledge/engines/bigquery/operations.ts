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
import { columns } from './columns.ts';
import { dialect } from './dialect.ts';
import { exports } from './exports.ts';

const absent = absentWith({
  name: dialect.name,
  sorted: (table, names) =>
    words`Cluster ${code(table)} by ${code(names)} (${code(`bq update --clustering_fields=${names} ${table}`)}), which counts for rows to come, or make a search index (${code(`CREATE SEARCH INDEX <index> ON ${table} (${names})`)}) for texts that are looked up.`,
  listed: (type) => words`Keep the values of ${code(type)} in a table of their own and let the load look them up.`,
  parted: (table) =>
    words`Make a partitioned table beside ${code(table)} (${code('CREATE TABLE … PARTITION BY … AS SELECT')}), let the loads write both, compare, then change the names.`,
  sent: words`Copy the dataset to the other project or region (BigQuery Data Transfer Service, cross-region replication), or share it (Analytics Hub), and move the loads last.`,
  upgraded: words`Nothing is to be run: read the release notes, and try previews in a project of their own.`,
  numbered: words`Take a key that needs no counter (${code('GENERATE_UUID()')}), or let the load number the rows.`,
  extended: (extension) =>
    words`Find out which remote function or connection ${code(extension)} stands for, and change it there.`,
});

/** What BigQuery answers to every operation. */
export const operations: Operations<Situation> = {
  ...absent,
  ...noChecks(dialect.name),
  ...columnsIn(dialect),
  dropColumn: cloneThenDrop(dialect, filledFrom(dialect)),
  ...columns,
  ...tablesIn(dialect),
  ...joinedRowsIn(dialect),
  ...informational(dialect),
  ...routinesIn(dialect),
  ...exports,
  vacuum: ({ table }) =>
    cannot(
      words`BigQuery clusters again and gives back old blocks by itself`,
      words`Leave ${code(table)}; storage falls when the time travel window and fail-safe have passed.`,
    ),
};
