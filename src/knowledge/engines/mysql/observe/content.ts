import type { Session } from '#model/session.ts';
import { quoteName, quoteTable } from '../quote.ts';

/** The rows of a table as sorted text, by named columns. Text is the same before and after a change of type that keeps the value, such as `int` to `bigint`. */
export async function contentOf(
  session: Session,
  table: string,
  columns: readonly string[],
): Promise<readonly string[]> {
  const parts = columns.map((column) => `QUOTE(CAST(${quoteName(column)} AS CHAR))`).join(', ');
  const rows = await session.query(`SELECT CONCAT_WS(',', ${parts}) AS line FROM ${quoteTable(table)}`);
  return rows.map(({ line }) => String(line)).sort();
}

/** The rows of several tables, each by its own columns: `rowsOf(session, { orders: ['id', 'status'] })`. */
export async function rowsOf(
  session: Session,
  tables: Readonly<Record<string, readonly string[]>>,
): Promise<Readonly<Record<string, readonly string[]>>> {
  const rows: Record<string, readonly string[]> = {};
  for (const [table, columns] of Object.entries(tables)) rows[table] = await contentOf(session, table, columns);
  return rows;
}
