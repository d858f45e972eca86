import type { Situation } from '#model/engine.ts';
import { isGiven } from '#model/given.ts';
import type { Operations } from '#model/operations.ts';
import { columnName, type Delta, type TableName } from '#model/schema.ts';
import type { Script, Undo } from '#model/statement.ts';
import { code, words } from '#model/text.ts';
import { inManual } from '../manual.ts';
import { bareName, keyspaceOf, quoteName, quoteTable } from '../quote.ts';
import { agreed, back, changing, measure, performed, plainly, statement } from '../statement.ts';
import { cannot } from './absent.ts';

const onKeyspaces = ({ hosting }: Situation): boolean => isGiven(hosting) && hosting.id === 'amazon-keyspaces';

const drop = (table: string, column: string): Script =>
  changing(
    statement(`ALTER TABLE ${quoteTable(table)} DROP ${quoteName(column)}`, {
      deltas: [{ kind: 'drop-column', column: columnName(table, column) }],
      remark:
        'an index on it goes before; the name may come back only with the same type, and never after a collection',
    }),
  );

const add = (table: string, column: string, type: string): Script =>
  changing(
    statement(`ALTER TABLE ${quoteTable(table)} ADD ${quoteName(column)} ${type}`, {
      deltas: [
        {
          kind: 'add-column',
          column: columnName(table, column),
          is: { nullable: true, hasDefault: false, filled: false },
        },
      ],
    }),
  );

/** Nothing is written to any row; a value that no release writes is null. */
const addColumn: Operations<Situation>['addColumn'] = ({ table, column, type, default: value }, situation) =>
  performed({
    does: words`Add ${code(column)} to ${code(table)}`,
    scripts: [add(table, column, type)],
    worked: words`${agreed}; ${code(`DESCRIBE TABLE ${table}`)} lists ${code(column)}${value === undefined ? '' : words`. Nobody fills in a default here: the release that writes rows sets ${code(value)}`}`,
    undo: onKeyspaces(situation)
      ? {
          kind: 'unneeded',
          because: words`Amazon Keyspaces takes no column away: ${code(column)} stays, empty, and nobody names it`,
        }
      : back([drop(table, column)], {
          note: words`Not urgent: a column that nobody names changes nothing. Its name is then taken for this type.`,
        }),
  });

const dropColumn: Operations<Situation>['dropColumn'] = ({ table, column, definition }, situation) => {
  const loses = {
    what: words`every value of ${code(columnName(table, column))}; only an export or a snapshot has them`,
  };
  const undo: Undo =
    definition === undefined
      ? { kind: 'none', because: words`a column that comes back is empty`, loses }
      : back([add(table, column, definition.replace(/\s*\bnot\s+null\b.*|\s*\bdefault\b.*/is, ''))], {
          loses,
          note: words`The column comes back empty, and only with the type it had; values come from the export.`,
        });
  return onKeyspaces(situation)
    ? cannot(
        words`Amazon Keyspaces takes no column away`,
        words`Leave ${code(columnName(table, column))} unused, or copy the rows to a table without it`,
      )
    : performed({
        does: words`Drop ${code(column)} from ${code(table)}`,
        scripts: [drop(table, column)],
        worked: words`${agreed}; ${code(`DESCRIBE TABLE ${table}`)} no longer lists ${code(column)}; errors flat 30 min`,
        undo,
      });
};

const object = (index: string) => `index ${index}`;

const dropping = (table: TableName, index: string): Script =>
  changing(
    statement(
      `DROP INDEX ${keyspaceOf(table) === '<keyspace>' ? '' : `${quoteName(keyspaceOf(table))}.`}${quoteName(index)}`,
      {
        source: inManual('developing/cql/drop-index'),
        deltas: [{ kind: 'drop-object', object: object(index) }],
      },
    ),
  );

const building = (index: string, text: string): Script =>
  changing(
    statement(text, {
      work: 'index build',
      source: inManual('developing/cql/create-index'),
      deltas: [{ kind: 'add-object', object: object(index) }],
      remark:
        'each node builds it over its own rows beside reads and writes; nodetool compactionstats shows how far it is',
    }),
  );

/** The kind that reads many nodes less came with 5.0. */
const using = ({ version, hosting }: Situation): string =>
  (isGiven(version) && version.startsWith('5')) || (isGiven(hosting) && hosting.id === 'astra') ? ` USING 'sai'` : '';

const createIndex: Operations<Situation>['createIndex'] = (args, situation) => {
  const { table, index, columns, unique, where, collation } = args;
  const other = words`Make a table whose primary key begins with ${code(columns.join(', '))}, let releases write both, copy the rows`;
  if (onKeyspaces(situation)) return cannot(words`Amazon Keyspaces has no indexes`, other);
  if (unique)
    return cannot(
      words`an index refuses no second row: only the primary key is unique`,
      words`Make a table with ${code(columns.join(', '))} as its primary key and write it with ${code('IF NOT EXISTS')} before the row`,
    );
  if (columns.length !== 1 || where !== undefined || collation !== undefined)
    return cannot(words`an index is over one column and over every row`, other);
  return performed({
    does: words`Build ${code(index)} on ${code(table)}`,
    scripts: [
      building(
        index,
        `CREATE INDEX ${quoteName(index)} ON ${quoteTable(table)} (${columns.map(quoteName).join(', ')})${using(situation)}`,
      ),
    ],
    worked: words`${agreed}; ${code('nodetool compactionstats')} shows no index build on any node; a query that restricts only ${code(columns.join(', '))} answers`,
    undo: back([dropping(table, index)]),
  });
};

const dropIndex: Operations<Situation>['dropIndex'] = ({ table, index, definition }) =>
  performed({
    does: words`Drop ${code(index)} of ${code(table)}: from this moment on a query that needs it fails`,
    scripts: [dropping(table, index)],
    worked: words`${agreed}; ${code(`DESCRIBE TABLE ${table}`)} no longer lists ${code(index)}; no query asks for ${code('ALLOW FILTERING')}`,
    undo: back(
      [
        building(
          index,
          definition ?? `CREATE INDEX ${quoteName(index)} ON ${quoteTable(table)} (<column, and USING as it was>)`,
        ),
      ],
      { minutes: measure(words`building ${code(index)} on a copy with production's size`) },
    ),
  });

const all = (table: TableName): readonly Delta[] => [
  { kind: 'add-table', table },
  { kind: 'add-column', column: columnName(table, '*'), is: { nullable: true, hasDefault: false, filled: true } },
];

export const dropped = (table: TableName): Script =>
  changing(
    statement(`DROP TABLE ${quoteTable(table)}`, {
      source: inManual('developing/cql/ddl#drop-table-statement'),
      deltas: [{ kind: 'drop-table', table }],
    }),
  );

const createTable: Operations<Situation>['createTable'] = ({ table, columns }) =>
  performed({
    does: words`Create the table ${code(table)}`,
    scripts: [
      changing(
        statement(`CREATE TABLE ${quoteTable(table)} (${columns})`, {
          source: inManual('developing/cql/ddl#create-table-statement'),
          deltas: all(table),
          remark: 'its primary key is for good; two clients that make it at once make two: one client, one statement',
        }),
      ),
    ],
    worked: words`${agreed}; ${code(`DESCRIBE TABLE ${table}`)} shows it as it was reviewed`,
    undo: back([dropped(table)], { note: words`Rows written to ${code(table)} since go with it.` }),
  });

const dropTable: Operations<Situation>['dropTable'] = ({ table }, { hosting }) => {
  const service = isGiven(hosting) && hosting.id !== 'self-managed' ? hosting : undefined;
  return performed({
    does: words`Drop the table ${code(table)}`,
    scripts: [dropped(table)],
    worked: words`${agreed}; ${code('DESCRIBE TABLES')} no longer shows ${code(table)}; no error names it`,
    undo: {
      kind: 'restore',
      from:
        service === undefined
          ? words`the snapshot ${code(`dropped-…-${bareName(table)}`)} that each node took (${code('auto_snapshot')}, on unless it was turned off): make the table from its ${code('schema.cql')}, load the files of every node with ${code('sstableloader')}`
          : service.pointInTime,
      minutes: measure(words`the same on a copy with production's size`),
      loses: { what: words`what was written to ${code(table)} and not flushed, if a node had no snapshot` },
    },
  });
};

const looked = (table: string, column: string, nullable: boolean): Script =>
  plainly(
    statement(`DESCRIBE TABLE ${quoteTable(table)}`, {
      work: 'none',
      source: inManual('developing/cql/dml'),
      deltas: [{ kind: 'alter-column', column: columnName(table, column), set: { nullable } }],
    }),
  );

/** Nothing of it stands in the schema: a column may always be left out. */
const dropNotNull: Operations<Situation>['dropNotNull'] = ({ table, column }) =>
  performed({
    does: words`See that only releases ask for ${code(columnName(table, column))}: Cassandra lets any column be left out`,
    scripts: [looked(table, column, true)],
    worked: words`${code(column)} is no column of the primary key`,
    undo: back([looked(table, column, false)], { note: words`Nothing was changed; the releases ask for it again.` }),
  });

export const schema = { dropNotNull, addColumn, dropColumn, createIndex, dropIndex, createTable, dropTable };
