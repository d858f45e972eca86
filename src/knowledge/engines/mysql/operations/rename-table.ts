import type { Situation } from '#model/engine.ts';
import type { Operations } from '#model/operations.ts';
import type { TableName } from '#model/schema.ts';
import { columnName } from '#model/schema.ts';
import type { Statement } from '#model/statement.ts';
import { code, words } from '#model/text.ts';
import { dialectOf } from '../dialect.ts';
import type { Family } from '../family.ts';
import { beside } from '../names.ts';
import { bareName, quoteTable } from '../quote.ts';
import { back, performed, plainly, short, statement } from '../statement.ts';

const rename = (family: Family, from: TableName, to: TableName): Statement =>
  statement(`RENAME TABLE ${quoteTable(from)} TO ${quoteTable(to)}`, {
    locks: { [from]: 'EXCLUSIVE' },
    source: family.source('rename table'),
    deltas: [{ kind: 'rename-table', from, to }],
  });

/** Rights on one table stay with its name, so the new name has none of them. */
const rights = (family: Family, table: TableName, to: TableName): Statement =>
  statement(dialectOf(family).tableRights(table), {
    work: 'none',
    source: family.source('rights'),
    remark: `rights on this table alone do not follow the new name: grant each of these on ${to} before`,
  });

/** The name that a view takes for as long as the other names are not turned. */
const waiting = (from: TableName, word: string): TableName => beside(from, `${bareName(from)}_${word}`);

/** One statement turns all names: nobody meets a moment without either. */
function turn(family: Family, from: TableName, to: TableName): readonly [Statement, ...Statement[]] {
  const [view, empty] = [waiting(from, 'as_view'), waiting(from, 'empty')];
  return [
    statement(`CREATE TABLE ${quoteTable(to)} LIKE ${quoteTable(from)}`, {
      locks: { [from]: 'SHARED_READ' },
      source: family.source('create table'),
      remark: 'empty, for the view to be made over; it goes again at the end',
    }),
    statement(`CREATE VIEW ${quoteTable(view)} AS SELECT * FROM ${quoteTable(to)}`, { source: family.source('views') }),
    statement(
      `RENAME TABLE ${quoteTable(to)} TO ${quoteTable(empty)}, ${quoteTable(from)} TO ${quoteTable(to)}, ${quoteTable(view)} TO ${quoteTable(from)}`,
      {
        locks: { [from]: 'EXCLUSIVE', [to]: 'EXCLUSIVE' },
        source: family.source('rename table'),
        deltas: [
          { kind: 'rename-table', from, to },
          { kind: 'add-table', table: from },
          {
            kind: 'add-column',
            column: columnName(from, '*'),
            is: { nullable: true, hasDefault: false, filled: true },
          },
        ],
      },
    ),
    statement(`DROP TABLE ${quoteTable(empty)}`, {
      locks: { [empty]: 'EXCLUSIVE' },
      source: family.source('drop table'),
    }),
  ];
}

function turnBack(family: Family, from: TableName, to: TableName): readonly [Statement, ...Statement[]] {
  const view = waiting(from, 'as_view');
  return [
    statement(`RENAME TABLE ${quoteTable(from)} TO ${quoteTable(view)}, ${quoteTable(to)} TO ${quoteTable(from)}`, {
      locks: { [to]: 'EXCLUSIVE', [from]: 'EXCLUSIVE' },
      source: family.source('rename table'),
      deltas: [
        { kind: 'drop-table', table: from },
        { kind: 'rename-table', from: to, to: from },
      ],
    }),
    statement(`DROP VIEW ${quoteTable(view)}`, {
      locks: { [view]: 'EXCLUSIVE' },
      source: family.source('views'),
    }),
  ];
}

/** Renames a table; a view can take its old name in the same statement. */
export const renameTable =
  (family: Family): Operations<Situation>['renameTable'] =>
  ({ from, to, compatibilityView }) =>
    compatibilityView
      ? performed({
          does: words`Rename ${code(from)} to ${code(to)} and put a view under the name ${code(from)}: one statement turns all names`,
          scripts: [plainly(rights(family, from, to)), short(...turn(family, from, to))],
          worked: words`a row inserted, changed and locked through ${code(from)} shows in ${code(to)}; the view has no ${code('TRUNCATE')}, ${code('ALTER TABLE')} or ${code('FORCE INDEX')}, and runs with the rights of who made it. Stopped before the ${code('RENAME')}: drop ${code(waiting(from, 'as_view'))} and the empty ${code(to)}, run the file again; stopped after it: drop ${code(waiting(from, 'empty'))}`,
          undo: back([short(...turnBack(family, from, to))]),
        })
      : performed({
          does: words`Rename ${code(from)} to ${code(to)}: from this moment on every statement that says ${code(from)} fails`,
          scripts: [plainly(rights(family, from, to)), short(rename(family, from, to))],
          worked: words`${code(`SHOW CREATE TABLE ${to}`)} shows the table on every node; foreign keys and triggers came with it`,
          undo: back([short(rename(family, to, from))], {
            note: words`From then on every statement that says ${code(to)} fails.`,
          }),
        });

export const dropCompatibilityView =
  (family: Family): Operations<Situation>['dropCompatibilityView'] =>
  ({ view, table }) =>
    performed({
      does: words`Drop the view ${code(view)}: whoever still says ${code(view)} fails`,
      scripts: [
        short(
          statement(`DROP VIEW ${quoteTable(view)}`, {
            locks: { [view]: 'EXCLUSIVE' },
            source: family.source('views'),
            deltas: [{ kind: 'drop-table', table: view }],
          }),
        ),
      ],
      worked: words`no statement fails with ${code('1146')} for ${code(view)}`,
      undo: back([
        short(
          statement(`CREATE VIEW ${quoteTable(view)} AS SELECT * FROM ${quoteTable(table)}`, {
            locks: { [table]: 'SHARED_READ' },
            source: family.source('views'),
            deltas: [
              { kind: 'add-table', table: view },
              {
                kind: 'add-column',
                column: columnName(view, '*'),
                is: { nullable: true, hasDefault: false, filled: true },
              },
            ],
          }),
        ),
      ]),
    });
