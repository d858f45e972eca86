import type { Situation } from '#model/engine.ts';
import type { OperationArguments } from '#model/operations.ts';
import type { Delta } from '#model/schema.ts';
import { columnName } from '#model/schema.ts';
import type { Outcome, Statement } from '#model/statement.ts';
import { code, words } from '#model/text.ts';
import { readColumns } from '../../postgresql/operations/read-columns.ts';
import { pages } from '../manual.ts';
import { partsOf, quoteLast, quoteTable } from '../quote.ts';
import { reading } from '../reading.ts';
import { back, job, jobs, performed, plainly } from '../statement.ts';

/** An empty table holds its right values in every column. What cannot be read counts as all columns together. */
function columnsOf(table: string, columns: string): readonly Delta[] {
  const read = readColumns(columns);
  return read.length === 0
    ? [
        {
          kind: 'add-column',
          column: columnName(table, '*'),
          is: { nullable: true, hasDefault: false, filled: true },
        },
      ]
    : read.map(({ name, ...is }) => ({
        kind: 'add-column',
        column: columnName(table, name),
        is: { ...is, filled: true },
      }));
}

const keyed = (columns: string): boolean => /\bprimary\s+key\b/i.test(columns);

/** A new table that nobody uses yet. */
export const createTable = ({ table, columns }: OperationArguments['createTable'], _situation: Situation): Outcome =>
  performed({
    does: words`Create the table ${code(table)}${keyed(columns) ? '' : words`. It names no primary key: a hidden ${code('rowid')} becomes it, and a key that is given later rewrites the table`}`,
    scripts: [
      jobs(
        job(`CREATE TABLE ${quoteTable(table)} (${columns})`, {
          page: pages.createTable,
          deltas: [{ kind: 'add-table', table }, ...columnsOf(table, columns)],
        }),
      ),
    ],
    worked: words`${code(`SHOW CREATE TABLE ${table}`)} shows it as it was reviewed; the role of the application can use it`,
    undo: back(
      [
        jobs(
          job(`DROP TABLE IF EXISTS ${quoteTable(table)}`, {
            page: 'drop-table',
            deltas: [{ kind: 'drop-table', table }],
          }),
        ),
      ],
      {
        note: words`Rows written to ${code(table)} since go with it: export them first if a release has written there.`,
      },
    ),
  });

/** Takes a table and its rows away. They can be read from the past for a while. */
export const dropTable = ({ table }: OperationArguments['dropTable'], _situation: Situation): Outcome =>
  performed({
    does: words`Drop the table ${code(table)}`,
    scripts: [
      jobs(
        job(`DROP TABLE ${quoteTable(table)}`, {
          page: 'drop-table',
          deltas: [{ kind: 'drop-table', table }],
          remark: 'without CASCADE: refused while a view or a foreign key depends on it; cannot be cancelled',
        }),
      ),
    ],
    worked: words`${code('SHOW TABLES')} does not list ${code(table)}; errors flat 30 min`,
    undo: {
      kind: 'none',
      because: words`the rows of ${code(table)} went with the drop`,
      loses: {
        what: words`every row of ${code(table)}; until ${code('gc.ttlseconds')} is over they are still read with ${code(`SELECT … FROM ${quoteTable(table)} AS OF SYSTEM TIME '<the moment noted before>'`)}, then they are only in an export or in a backup`,
      },
    },
  });

const rename = (from: string, to: string): Statement =>
  job(`ALTER TABLE ${quoteTable(from)} RENAME TO ${quoteLast(to)}`, {
    page: pages.renameTable,
    deltas: [{ kind: 'rename-table', from, to }],
    remark: 'refused while a view names the table; cannot be cancelled',
  });

const schemaOf = (name: string): string => partsOf(name).slice(0, -1).join('.');

/** Renames a table. No view stands in for it: rows are not written through one. */
export function renameTable(
  { from, to, compatibilityView }: OperationArguments['renameTable'],
  _situation: Situation,
): Outcome {
  if (partsOf(to).length > 1 && schemaOf(from) !== schemaOf(to))
    return {
      kind: 'cannot',
      because: words`${code('RENAME TO')} keeps a table in its schema, and ${code(to)} is in another`,
      instead: words`${code('ALTER TABLE … SET SCHEMA')} moves it, as a step of its own`,
    };
  if (compatibilityView)
    return {
      kind: 'cannot',
      because: words`that rows can be written through a view under the name ${code(from)} is not confirmed on CockroachDB, and a table that a view names cannot be renamed back`,
      instead: words`Release a version that takes the name from its configuration and bears both, then rename ${code(from)} to ${code(to)} and switch it in the same minute`,
    };
  return performed({
    does: words`Rename ${code(from)} to ${code(to)}: from this moment on every statement that says ${code(from)} fails`,
    scripts: [jobs(rename(from, to))],
    worked: words`${code(`SHOW CREATE TABLE ${to}`)} shows the table`,
    undo: back([jobs(rename(to, from))], { note: words`From then on every statement that says ${code(to)} fails.` }),
  });
}

/** The view holds no rows; with it goes the old name. */
export const dropCompatibilityView = (
  { view, table }: OperationArguments['dropCompatibilityView'],
  _situation: Situation,
): Outcome =>
  performed({
    does: words`Drop the view ${code(view)}; ${code(table)} stays as it is`,
    scripts: [
      plainly(
        reading(`SHOW CREATE VIEW ${quoteTable(view)}`, {
          page: pages.showCreate,
          remark: 'keep the answer: it is the way back',
        }),
      ),
      jobs(job(`DROP VIEW ${quoteTable(view)}`, { page: 'drop-view', deltas: [{ kind: 'drop-table', table: view }] })),
    ],
    worked: words`no error names ${code(view)} for 30 min`,
    undo: back([
      jobs({
        ...job(`CREATE VIEW ${quoteTable(view)} AS SELECT <columns as they were saved> FROM ${quoteTable(table)}`, {
          page: 'create-view',
          deltas: [
            { kind: 'add-table', table: view },
            {
              kind: 'add-column',
              column: columnName(view, '*'),
              is: { nullable: true, hasDefault: false, filled: true },
            },
          ],
          remark: 'a view names its columns: * is refused',
        }),
        language: 'text',
      }),
    ]),
  });
