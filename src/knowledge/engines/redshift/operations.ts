import type { Situation } from '#model/engine.ts';
import type { Operations } from '#model/operations.ts';
import { code, words } from '#model/text.ts';
import { absentWith, noChecks } from '../../warehouses/absent.ts';
import { columnsIn } from '../../warehouses/columns.ts';
import { informational } from '../../warehouses/constraints.ts';
import { routinesIn } from '../../warehouses/routines.ts';
import { joinedRowsIn } from '../../warehouses/rows.ts';
import { alone, performed, plainly } from '../../warehouses/statement.ts';
import { tablesIn } from '../../warehouses/tables.ts';
import { columns } from './columns.ts';
import { dialect } from './dialect.ts';
import { exports } from './exports.ts';
import { inManual } from './manual.ts';
import { nullness } from './nullness.ts';

const absent = absentWith({
  name: dialect.name,
  sorted: (table, names) =>
    words`Let the sort key find the rows: ${code(`ALTER TABLE ${table} ALTER COMPOUND SORTKEY (${names})`)} in a quiet hour, or ${code(`ALTER TABLE ${table} ALTER SORTKEY AUTO`)}; note the key of today (${code('SVV_TABLE_INFO')}) for the way back.`,
  listed: (type) => words`Keep the values of ${code(type)} in a table of their own and let the load look them up.`,
  parted: (table) =>
    words`Keep one table for each period under a view with ${code('UNION ALL')}, or unload old rows of ${code(table)} to S3 as an external table; a period then goes by ${code('DROP TABLE')}.`,
  sent: words`Share the data with the other cluster (${code('CREATE DATASHARE')}), or restore a snapshot there and load what came since, and move the loads last.`,
  upgraded: words`Nothing is to be run: choose the maintenance track and window, and note that a version that was brought in can be taken back only for a time (${code('RollbackVersion')} in the console).`,
  numbered: words`Use a ${code('BIGINT')} with ${code('IDENTITY')} in a new table and copy the rows; an ${code('IDENTITY')} cannot be given to a column that stands.`,
  extended: (extension) =>
    words`Find out which Lambda function or external schema ${code(extension)} stands for, and change it there.`,
});

const tidy = (table: string, text: string, page: string) =>
  alone(dialect, text, { table, claim: 'tables', work: 'scan', source: inManual(page), transaction: 'outside' });

/** What Redshift answers to every operation. */
export const operations: Operations<Situation> = {
  ...absent,
  ...noChecks(dialect.name),
  ...columnsIn(dialect),
  ...columns,
  ...nullness,
  ...tablesIn(dialect),
  ...joinedRowsIn(dialect),
  ...informational(dialect),
  ...routinesIn(dialect),
  ...exports,
  vacuum: ({ table }) =>
    performed({
      does: words`Sort ${code(table)} again, give back the room of rows that went, and collect its statistics`,
      scripts: [
        plainly(
          tidy(table, `VACUUM FULL ${dialect.quoting.table(table)}`, 'r_VACUUM_command'),
          tidy(table, `ANALYZE ${dialect.quoting.table(table)}`, 'r_ANALYZE'),
        ),
      ],
      worked: words`${code('unsorted')} and ${code('stats_off')} of ${code(table)} in ${code('SVV_TABLE_INFO')} are near 0`,
      undo: { kind: 'unneeded', because: words`it changes nothing that anyone reads` },
    }),
};
