import type { Situation } from '#model/engine.ts';
import type { OperationArguments } from '#model/operations.ts';
import type { Delta } from '#model/schema.ts';
import { columnName } from '#model/schema.ts';
import type { Outcome, Statement } from '#model/statement.ts';
import { code, words } from '#model/text.ts';
import { pages } from '../manual.ts';
import { beside, comes, goes } from '../names.ts';
import { bareName, quoteName, quoteTable, sqlString } from '../quote.ts';
import { back, performed, short, statement } from '../statement.ts';

type Kind = 'COLUMN' | 'INDEX' | 'OBJECT';

/** The new name goes in as it is, without brackets: they would become part of it. */
export const renamed = (table: string, what: string, to: string, kind: Kind, deltas: readonly Delta[]): Statement =>
  statement(`EXEC sys.sp_rename ${sqlString(what)}, ${sqlString(bareName(to))}, N'${kind}'`, {
    locks: { [table]: 'Sch-M' },
    page: pages.rename,
    deltas,
    remark:
      'what it says of broken scripts is a warning, no error; it renames no mention in a module: those fail when they run',
  });

const columnTo = (table: string, from: string, to: string): Statement =>
  renamed(table, `${quoteTable(table)}.${quoteName(from)}`, to, 'COLUMN', [
    { kind: 'rename-column', from: columnName(table, from), to: columnName(table, to) },
  ]);

/** Nothing follows the name by itself: views, procedures, triggers and statements of the application fail when they run. */
export const renameColumn = ({ table, from, to }: OperationArguments['renameColumn'], _situation: Situation): Outcome =>
  performed({
    does: words`Rename ${code(columnName(table, from))} to ${code(to)}: from this moment on every statement and module that says ${code(from)} fails when it runs`,
    scripts: [short(columnTo(table, from, to))],
    worked: words`${code(to)} is in ${code('sys.columns')} of ${code(table)}, ${code(from)} is not; ${code('sys.dm_sql_referencing_entities')} lists no module that was left behind`,
    undo: back([short(columnTo(table, to, from))], {
      note: words`From then on every statement and module that says ${code(to)} fails.`,
    }),
  });

const indexTo = (table: string, from: string, to: string): Statement =>
  renamed(table, `${quoteTable(table)}.${quoteName(from)}`, to, 'INDEX', [goes('index', from), comes('index', to)]);

/** Nothing of the application names an index but hints, plan guides and forced plans. */
export const renameIndex = ({ table, from, to }: OperationArguments['renameIndex'], _situation: Situation): Outcome =>
  performed({
    does: words`Rename the index ${code(from)} of ${code(table)} to ${code(to)}; hints and plan guides that say ${code(from)} fail`,
    scripts: [short(indexTo(table, from, to))],
    worked: words`${code('sys.indexes')} lists ${code(to)}`,
    undo: back([short(indexTo(table, to, from))]),
  });

export const tableTo = (from: string, to: string): Statement =>
  renamed(from, quoteTable(from), to, 'OBJECT', [{ kind: 'rename-table', from, to: beside(from, to) }]);
