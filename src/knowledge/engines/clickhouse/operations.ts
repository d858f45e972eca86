import type { Situation } from '#model/engine.ts';
import type { Operations } from '#model/operations.ts';
import { code, words } from '#model/text.ts';
import { absentWith, cannot } from '../../warehouses/absent.ts';
import { columnsIn } from '../../warehouses/columns.ts';
import { routinesIn } from '../../warehouses/routines.ts';
import { rowsIn } from '../../warehouses/rows.ts';
import { restore } from '../../warehouses/statement.ts';
import { tablesIn } from '../../warehouses/tables.ts';
import { checks } from './checks.ts';
import { columns, exchanged } from './columns.ts';
import { dialect } from './dialect.ts';
import { skippingIndexes } from './indexes.ts';
import { tables } from './tables.ts';

const absent = absentWith({
  name: dialect.name,
  sorted: (table, names) => words`Sort ${code(table)} by ${code(names)} in a projection or a new table.`,
  listed: (type) =>
    words`Change the values where they stand, in the type of the column: ${code(`ALTER TABLE <table> MODIFY COLUMN <column> Enum8('…' = 1, …)`)} with every value of ${code(type)} that is there and its number; more values touch no row.`,
  parted: (table) =>
    words`Make a table with ${code('PARTITION BY')} beside ${code(table)}, insert the rows, then ${code('EXCHANGE TABLES')}; a single partition moves by ${code('MOVE PARTITION … TO TABLE')} between tables of the same structure and keys.`,
  sent: words`Let the other cluster read with ${code('INSERT INTO … SELECT … FROM remoteSecure(…)')} by ranges, or restore a backup there, and let the writers send to both until the move.`,
  upgraded: words`Replace the binary on one replica after the other, never across more than one year of releases at once, with ${code('compatibility')} set to the old version; the way back is the old binary, as long as the new one wrote no part or setting that the old one cannot read: try it on a copy.`,
  numbered: words`Let the writers give the numbers (${code('generateSnowflakeID()')}, ${code('generateUUIDv7()')}), or widen the column itself.`,
  extended: (extension) =>
    words`Find out which user-defined function, dictionary or library bridge ${code(extension)} stands for, and change it on every server.`,
});

/** What ClickHouse answers to every operation. */
export const operations: Operations<Situation> = {
  ...absent,
  ...columnsIn(dialect),
  ...columns,
  ...checks,
  ...skippingIndexes,
  ...tablesIn(dialect),
  ...tables,
  ...rowsIn(dialect, {
    fillBack: (table, kept) =>
      restore(exchanged(table, kept), words`what was written since, until it is inserted again`),
  }),
  ...routinesIn(dialect),
  vacuum: ({ table }) =>
    cannot(
      words`merges give back the room of rows that went by themselves`,
      words`Leave ${code(table)}; only if the disk must shrink, ${code(`OPTIMIZE TABLE ${table} FINAL`)} in a quiet hour, which writes every part anew.`,
    ),
};
