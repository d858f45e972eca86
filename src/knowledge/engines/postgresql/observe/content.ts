import type { Session } from '#model/session.ts';

/**
 * The rows of a table as sorted text, by named columns, so that "every row and update is kept" can be compared.
 *
 * `table` and `columns` are spelled as in SQL. Text is the same before and after a change of type that keeps the value, such as `int` to `bigint`.
 */
export async function contentOf(
  session: Session,
  table: string,
  columns: readonly string[],
): Promise<readonly string[]> {
  const rows = await session.query(`select row(${columns.join(', ')})::text as line from ${table} order by 1`);
  return rows.map(({ line }) => String(line)).sort();
}

/** The rows of several tables, each by its own columns: `rowsOf(session, { 'public.orders': ['id', 'status'] })`. */
export async function rowsOf(
  session: Session,
  tables: Readonly<Record<string, readonly string[]>>,
): Promise<Readonly<Record<string, readonly string[]>>> {
  const rows: Record<string, readonly string[]> = {};
  for (const [table, columns] of Object.entries(tables)) rows[table] = await contentOf(session, table, columns);
  return rows;
}
