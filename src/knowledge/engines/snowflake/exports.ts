import type { Situation } from '#model/engine.ts';
import type { Operations } from '#model/operations.ts';
import { columnName, type Delta } from '#model/schema.ts';
import { code, words } from '#model/text.ts';
import { alone, performed, plainly } from '../../warehouses/statement.ts';
import { dialect } from './dialect.ts';
import { inManual } from './manual.ts';

const { quoting } = dialect;

/** Into the stage of the user, and from there to the machine of the client. */
const unload = (table: string, query: string, file: string, deltas: readonly Delta[]) =>
  plainly(
    alone(
      dialect,
      `COPY INTO @~/${file}
FROM (${query})
FILE_FORMAT = (TYPE = CSV COMPRESSION = NONE FIELD_OPTIONALLY_ENCLOSED_BY = '"' NULL_IF = ())
SINGLE = TRUE HEADER = TRUE OVERWRITE = TRUE MAX_FILE_SIZE = 5368709120`,
      {
        table,
        claim: 'reads',
        work: 'scan',
        source: inManual('sql-reference/sql/copy-into-location'),
        deltas,
        remark: 'one file of at most 5 GB; for more leave out SINGLE and name a folder',
      },
    ),
    alone(dialect, `GET @~/${file} file://<folder of the client>/`, {
      table,
      claim: 'reads',
      source: inManual('sql-reference/sql/get'),
      remark: 'from the stage of the user to the machine of the client',
    }),
  );

const exportColumn: Operations<Situation>['exportColumn'] = ({ table, key, column, file }) =>
  performed({
    does: words`Export ${code(key)} and ${code(column)} of ${code(table)}`,
    scripts: [
      unload(table, `SELECT ${quoting.name(key)}, ${quoting.name(column)} FROM ${quoting.table(table)}`, file, [
        { kind: 'export', column: columnName(table, column) },
      ]),
    ],
    worked: words`the rows unloaded are as many as ${code(table)} has, and ${code(file)} was loaded into a copy once`,
    undo: { kind: 'unneeded', because: words`it only reads` },
  });

const exportTable: Operations<Situation>['exportTable'] = ({ table, file }) =>
  performed({
    does: words`Export ${code(table)}`,
    scripts: [unload(table, `SELECT * FROM ${quoting.table(table)}`, file, [])],
    worked: words`the rows unloaded are as many as ${code(table)} has, and ${code(file)} was loaded into a copy once`,
    undo: { kind: 'unneeded', because: words`it only reads` },
  });

export const exports = { exportColumn, exportTable };
