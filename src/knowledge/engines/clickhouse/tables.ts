import type { Situation } from '#model/engine.ts';
import type { Operations } from '#model/operations.ts';
import { columnName, type Delta } from '#model/schema.ts';
import { code, words } from '#model/text.ts';
import { noView } from '../../warehouses/absent.ts';
import { alone, back, performed, plainly, schemaChange, short, whole } from '../../warehouses/statement.ts';
import { dialect } from './dialect.ts';
import { inManual, partitions } from './manual.ts';

const { quoting } = dialect;

const createTable: Operations<Situation>['createTable'] = ({ table, columns }) =>
  performed({
    does: words`Create ${code(table)}`,
    scripts: [
      plainly(
        alone(
          dialect,
          `CREATE TABLE ${quoting.table(table)} (${columns}) ENGINE = MergeTree ORDER BY (<sorting key>)`,
          {
            table,
            claim: 'tables',
            work: 'catalog',
            deltas: whole(table),
            remark: 'ReplicatedMergeTree where there are replicas; the sorting key cannot be changed later',
          },
        ),
      ),
    ],
    worked: words`${code(`SHOW CREATE TABLE ${table}`)} on each replica shows engine and sorting key as ordered`,
    undo: back(
      [
        short(
          dialect,
          schemaChange(dialect, `DROP TABLE ${quoting.table(table)}`, {
            table,
            claim: 'tables',
            deltas: [{ kind: 'drop-table', table }],
          }),
        ),
      ],
      { note: words`Rows written to ${code(table)} since go with it.` },
    ),
  });

const renaming = (from: string, to: string) =>
  short(
    dialect,
    schemaChange(dialect, `RENAME TABLE ${quoting.table(from)} TO ${quoting.table(to)}`, {
      table: from,
      claim: 'renames',
      deltas: [{ kind: 'rename-table', from, to }],
    }),
  );

const renameTable: Operations<Situation>['renameTable'] = ({ from, to, compatibilityView }) =>
  compatibilityView
    ? noView(dialect.name, from, to)
    : performed({
        does: words`Rename ${code(from)} to ${code(to)}`,
        scripts: [renaming(from, to)],
        worked: words`${code(to)} is listed on each replica; Distributed tables, dictionaries and materialized views that say ${code(from)} were made anew`,
        undo: back([renaming(to, from)]),
      });

/** The partition leaves the table and stays on disk, on each replica. */
const detachPartition: Operations<Situation>['detachPartition'] = ({ table, partition }) => {
  const move = (verb: 'DETACH' | 'ATTACH', deltas: readonly Delta[] = []) =>
    short(
      dialect,
      schemaChange(dialect, `ALTER TABLE ${quoting.table(table)} ${verb} PARTITION ID ${quoting.text(partition)}`, {
        table,
        claim: 'tables',
        source: partitions,
        deltas,
      }),
    );
  return performed({
    does: words`Detach the partition ${code(partition)} of ${code(table)}; its parts stay on disk`,
    scripts: [move('DETACH')],
    worked: words`${code('system.detached_parts')} shows the parts of ${code(partition)} on each replica`,
    undo: back([move('ATTACH')]),
  });
};

/** Rows of both ways out: the client writes the file where it runs. */
const written = (table: string, query: string, file: string, deltas: readonly Delta[]) =>
  plainly(
    alone(dialect, `${query} INTO OUTFILE ${quoting.text(file)} FORMAT CSVWithNames`, {
      table,
      claim: 'reads',
      work: 'scan',
      source: inManual('sql-reference/statements/select/into-outfile'),
      deltas,
    }),
  );

const undo = { kind: 'unneeded', because: words`it only reads` } as const;

const exportColumn: Operations<Situation>['exportColumn'] = ({ table, key, column, file }) =>
  performed({
    does: words`Export ${code(key)} and ${code(column)} of ${code(table)}`,
    scripts: [
      written(table, `SELECT ${quoting.name(key)}, ${quoting.name(column)} FROM ${quoting.table(table)}`, file, [
        { kind: 'export', column: columnName(table, column) },
      ]),
    ],
    worked: words`${code(file)} was inserted into an empty table once and has as many rows as ${code(table)}`,
    undo,
  });

const exportTable: Operations<Situation>['exportTable'] = ({ table, file }) =>
  performed({
    does: words`Export ${code(table)}`,
    scripts: [written(table, `SELECT * FROM ${quoting.table(table)}`, file, [])],
    worked: words`${code(file)} was inserted into an empty table once and has as many rows as ${code(table)}`,
    undo,
  });

export const tables = { createTable, renameTable, detachPartition, exportColumn, exportTable };
