import type { Delta, TableName } from '#model/schema.ts';
import { columnName } from '#model/schema.ts';
import type { Source } from '#model/source.ts';
import type { Effect, Statement } from '#model/statement.ts';
import type { Situation } from '#model/engine.ts';
import { pages } from '../manual.ts';
import { quoteName, quoteTable } from '../quote.ts';
import { statement } from '../statement.ts';
import { isEnterprise } from '../versions.ts';

interface Costs {
  readonly work?: Effect['work'];
  readonly source?: Source;
  readonly deltas?: readonly Delta[];
  readonly remark?: string;
}

/** One or several columns of a table stated anew: `status DEFAULT 'new'`. What is not said stays as it is. */
export const modify = (table: TableName, columns: readonly string[], costs: Costs): Statement =>
  statement(`ALTER TABLE ${quoteTable(table)} MODIFY (${columns.join(', ')})`, {
    locks: { [table]: 'exclusive DDL' },
    page: pages.alterTable,
    ...costs,
  });

/** A default cannot be taken away: it becomes NULL, which is what no default means. */
export const defaultTo = (table: TableName, column: string, value: string | undefined): Statement =>
  modify(table, [`${quoteName(column)} DEFAULT ${value ?? 'NULL'}`], {
    deltas: [{ kind: 'alter-column', column: columnName(table, column), set: { hasDefault: value !== undefined } }],
    remark: 'counts for rows to come; the rows that are there stay as they are',
  });

/** Hides a column for good and at once. Its values stay in the rows until the room is taken back, but nothing reaches them any more. */
export const setUnused = (table: TableName, column: string, situation: Situation, remark: string): Statement =>
  statement(
    `ALTER TABLE ${quoteTable(table)} SET UNUSED (${quoteName(column)})${isEnterprise(situation) ? ' ONLINE' : ''}`,
    {
      locks: { [table]: 'exclusive DDL' },
      page: pages.alterTable,
      deltas: [{ kind: 'drop-column', column: columnName(table, column) }],
      remark,
    },
  );
