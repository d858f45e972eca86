import type { Statement } from '#model/statement.ts';
import { columnName } from '#model/schema.ts';
import { pages } from '../manual.ts';
import { defaultName } from '../names.ts';
import { bareName, objectId, quoteName, quoteTable, sqlString } from '../quote.ts';
import { statement } from '../statement.ts';

/** A default is a constraint, named by whoever made it or by the server: it is found by its column. Nothing happens where there is none. */
export const dropDefaultOf = (table: string, column: string): Statement =>
  statement(
    `DECLARE @drop nvarchar(max) = (SELECT N'ALTER TABLE ${quoteTable(table).replaceAll("'", "''")} DROP CONSTRAINT ' + QUOTENAME(name) FROM sys.default_constraints
  WHERE parent_object_id = ${objectId(table)} AND parent_column_id = COLUMNPROPERTY(${objectId(table)}, ${sqlString(bareName(column))}, 'ColumnId'));
IF @drop IS NOT NULL EXEC sys.sp_executesql @drop`,
    {
      locks: { [table]: 'Sch-M' },
      page: `${pages.alterTable}#drop`,
      deltas: [{ kind: 'alter-column', column: columnName(table, column), set: { hasDefault: false } }],
    },
  );

export const addDefault = (table: string, column: string, value: string): Statement =>
  statement(
    `ALTER TABLE ${quoteTable(table)} ADD CONSTRAINT ${defaultName(table, column)} DEFAULT ${value} FOR ${quoteName(column)}`,
    {
      locks: { [table]: 'Sch-M' },
      page: 't-sql/statements/alter-table-table-constraint-transact-sql',
      deltas: [{ kind: 'alter-column', column: columnName(table, column), set: { hasDefault: true } }],
      remark: 'counts for rows to come; the rows that are there stay as they are',
    },
  );
