import type { Situation } from '#model/engine.ts';
import type { Operations } from '#model/operations.ts';
import { columnName, type Delta } from '#model/schema.ts';
import { code, words } from '#model/text.ts';
import { alone, performed, plainly } from '../../warehouses/statement.ts';
import { dialect } from './dialect.ts';
import { inManual } from './manual.ts';

const { quoting } = dialect;

/** BigQuery writes to a bucket, in as many files as it likes. */
const exported = (table: string, query: string, file: string, deltas: readonly Delta[]) =>
  plainly(
    alone(
      dialect,
      `EXPORT DATA OPTIONS (uri = 'gs://<bucket>/${file.replace(/\.csv$/, '')}-*.csv', format = 'CSV', header = true, overwrite = true) AS
${query}`,
      { table, claim: 'reads', work: 'scan', source: inManual('exporting-data'), deltas },
    ),
  );

const undo = { kind: 'unneeded', because: words`it only reads` } as const;

const exportColumn: Operations<Situation>['exportColumn'] = ({ table, key, column, file }) =>
  performed({
    does: words`Export ${code(key)} and ${code(column)} of ${code(table)}`,
    scripts: [
      exported(table, `SELECT ${quoting.name(key)}, ${quoting.name(column)} FROM ${quoting.table(table)}`, file, [
        { kind: 'export', column: columnName(table, column) },
      ]),
    ],
    worked: words`the files of ${code(file)} were loaded into a copy once and have as many rows as ${code(table)}`,
    undo,
  });

const exportTable: Operations<Situation>['exportTable'] = ({ table, file }) =>
  performed({
    does: words`Export ${code(table)}; nested columns ask for another format than CSV`,
    scripts: [exported(table, `SELECT * FROM ${quoting.table(table)}`, file, [])],
    worked: words`the files of ${code(file)} were loaded into a copy once and have as many rows as ${code(table)}`,
    undo,
  });

export const exports = { exportColumn, exportTable };
