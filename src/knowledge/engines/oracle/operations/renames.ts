import type { Situation } from '#model/engine.ts';
import type { OperationArguments } from '#model/operations.ts';
import { columnName } from '#model/schema.ts';
import type { Outcome, Statement } from '#model/statement.ts';
import { code, words } from '#model/text.ts';
import { pages } from '../manual.ts';
import { comes, goes } from '../names.ts';
import { bareName, quoteName, quoteTable } from '../quote.ts';
import { back, performed, short, statement } from '../statement.ts';
import { onIndex } from './index-statements.ts';

const columnTo = (table: string, from: string, to: string): Statement =>
  statement(`ALTER TABLE ${quoteTable(table)} RENAME COLUMN ${quoteName(from)} TO ${quoteName(to)}`, {
    locks: { [table]: 'exclusive DDL' },
    page: pages.alterTable,
    deltas: [{ kind: 'rename-column', from: columnName(table, from), to: columnName(table, to) }],
    remark:
      'constraints, indexes and virtual columns follow the name; views, routines and triggers become invalid, and the text of them stays as it is',
  });

/** Nothing that is text follows the name: routines, triggers, views and statements of the application fail when they run. */
export const renameColumn = ({ table, from, to }: OperationArguments['renameColumn'], _situation: Situation): Outcome =>
  performed({
    does: words`Rename ${code(columnName(table, from))} to ${code(to)}: from this moment on every statement and routine that says ${code(from)} fails (${code('ORA-00904')}), and a trigger that says it makes every write fail (${code('ORA-04098')})`,
    scripts: [short(columnTo(table, from, to))],
    worked: words`${code('user_tab_columns')} lists ${code(to)} and not ${code(from)}; ${code('user_objects')} lists nothing as ${code('INVALID')} that was valid before`,
    undo: back([short(columnTo(table, to, from))], {
      note: words`From then on every statement and routine that says ${code(to)} fails.`,
    }),
  });

const indexTo = (table: string, from: string, to: string): Statement =>
  statement(`ALTER INDEX ${onIndex(table, from)} RENAME TO ${quoteName(bareName(to))}`, {
    locks: { [table]: 'exclusive DDL' },
    page: pages.alterIndex,
    deltas: [goes('index', from), comes('index', to)],
  });

/** Nothing of the application names an index but hints, and those are passed over in silence when they name none. */
export const renameIndex = ({ table, from, to }: OperationArguments['renameIndex'], _situation: Situation): Outcome =>
  performed({
    does: words`Rename the index ${code(from)} of ${code(table)} to ${code(to)}; a hint, a profile or a baseline that says ${code(from)} no longer finds it, without an error`,
    scripts: [short(indexTo(table, from, to))],
    worked: words`${code('user_indexes')} lists ${code(to)}; the slowest reads stay where they were`,
    undo: back([short(indexTo(table, to, from))]),
  });
