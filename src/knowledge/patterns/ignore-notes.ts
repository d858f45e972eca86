import type { ChangeContext } from '#model/change.ts';
import { isGiven } from '#model/given.ts';
import type { TableName } from '#model/schema.ts';
import type { Text } from '#model/text.ts';
import { code, words } from '#model/text.ts';

/** How a release is told to forget columns, in code of the stack; empty for a stack that remembers none. */
export function ignoreNotes({ stack }: ChangeContext, table: TableName, columns: readonly string[]): readonly Text[] {
  const { remembersColumns, ignoreColumn } = stack;
  if (!remembersColumns) return [];
  return columns.map((column) =>
    isGiven(ignoreColumn)
      ? words`Ignores ${code(`${table}.${column}`)}: ${code(ignoreColumn(table, column))}`
      : words`Ignores ${code(`${table}.${column}`)}: neither selects nor inserts it, also in processes that started earlier`,
  );
}

/** How a release leaves out columns that go after it: it forgets them, or its declared schema has them no more while the database still does. */
export function leavingNotes(context: ChangeContext, table: TableName, columns: readonly string[]): readonly Text[] {
  const { remembersColumns, ignoreColumn } = context.stack;
  if (remembersColumns || !isGiven(ignoreColumn)) return ignoreNotes(context, table, columns);
  return columns.map(
    (column) => words`Leaves ${code(`${table}.${column}`)} in the database: ${code(ignoreColumn(table, column))}`,
  );
}
