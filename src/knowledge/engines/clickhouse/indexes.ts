import type { Situation } from '#model/engine.ts';
import type { Operations } from '#model/operations.ts';
import type { Script } from '#model/statement.ts';
import { code, words } from '#model/text.ts';
import { cannot } from '../../warehouses/absent.ts';
import { alone, back, performed, schemaChange, short } from '../../warehouses/statement.ts';
import { dialect } from './dialect.ts';
import { indexes } from './manual.ts';

const { quoting } = dialect;

const adding = (table: string, index: string, clause: string): Script =>
  short(
    dialect,
    schemaChange(dialect, `ALTER TABLE ${quoting.table(table)} ${clause}`, {
      table,
      claim: 'columns',
      source: indexes,
      deltas: [{ kind: 'add-object', object: `index ${index}` }],
    }),
  );

/** Builds it for the parts that are there; without it only new parts have it. */
const building = (table: string, index: string): Script => ({
  guard: 'unhurried',
  transaction: 'none',
  statements: [
    alone(dialect, `ALTER TABLE ${quoting.table(table)} MATERIALIZE INDEX ${quoting.name(index)}`, {
      table,
      claim: 'columns',
      source: indexes,
      work: 'index build',
      remark: 'a mutation: reads and writes go on',
    }),
  ],
});

const dropping = (table: string, index: string): Script =>
  short(
    dialect,
    schemaChange(dialect, `ALTER TABLE ${quoting.table(table)} DROP INDEX ${quoting.name(index)}`, {
      table,
      claim: 'columns',
      source: indexes,
      deltas: [{ kind: 'drop-object', object: `index ${index}` }],
    }),
  );

const clauseOf = (index: string, columns: readonly string[], method = 'minmax'): string =>
  `ADD INDEX ${quoting.name(index)} (${columns.map(quoting.name).join(', ')}) TYPE ${method} GRANULARITY 1`;

const createIndex: Operations<Situation>['createIndex'] = ({ table, index, columns, unique, method }) =>
  unique
    ? cannot(
        words`ClickHouse has no unique index: a primary key sorts and refuses nothing`,
        words`Let ${code('ReplacingMergeTree')} keep the newest row of each ${code(columns.join(', '))} and read with ${code('FINAL')}, or let the load leave out what is there; count duplicates by a scheduled query.`,
      )
    : performed({
        does: words`Add the data skipping index ${code(index)} to ${code(table)}, then build it for the parts that are there`,
        scripts: [adding(table, index, clauseOf(index, columns, method)), building(table, index)],
        worked: words`${code('EXPLAIN indexes = 1')} of the query shows ${code(index)} and fewer granules; no mutation is left to do. It skips blocks, it does not find rows`,
        undo: back([dropping(table, index)]),
      });

const dropIndex: Operations<Situation>['dropIndex'] = ({ table, index, definition }) =>
  performed({
    does: words`Drop the data skipping index ${code(index)} of ${code(table)}`,
    scripts: [dropping(table, index)],
    worked: words`${code('system.data_skipping_indices')} no longer shows ${code(index)}, and the hottest reads are as fast as before`,
    undo: back([
      adding(
        table,
        index,
        definition === undefined
          ? `ADD INDEX ${quoting.name(index)} <expression, TYPE and GRANULARITY as they were noted before>`
          : definition.replace(/^ALTER TABLE \S+ /, ''),
      ),
      building(table, index),
    ]),
  });

export const skippingIndexes = { createIndex, dropIndex };
