import { columnName } from '#model/schema.ts';
import type { Statement } from '#model/statement.ts';
import { quoteName, quoteTable } from '../quote.ts';
import { statement } from '../statement.ts';

/** Sets or takes the default of a column. Rows that are there stay as they are. */
export const alterDefault = (table: string, column: string, value: string | undefined): Statement =>
  statement(
    `ALTER TABLE ${quoteTable(table)} ALTER COLUMN ${quoteName(column)} ${value === undefined ? 'DROP DEFAULT' : `SET DEFAULT ${value}`}`,
    {
      locks: { [table]: 'ACCESS EXCLUSIVE' },
      page: 'sql-altertable#SQL-ALTERTABLE-DESC-SET-DROP-DEFAULT',
      deltas: [{ kind: 'alter-column', column: columnName(table, column), set: { hasDefault: value !== undefined } }],
    },
  );
