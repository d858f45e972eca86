import type { CatalogColumn } from '#model/engine.ts';
import type { RehearsalTable } from '#model/rehearsal.ts';
import type { TableName } from '#model/schema.ts';
import type { Row, Session } from '#model/session.ts';
import { ofTable } from '../quote.ts';

const columnOf = (row: Row): CatalogColumn => ({
  name: String(row.name),
  type: String(row.type),
  nullable: row.nullable === 'YES',
  hasDefault: row.default_value !== null || /auto_increment|default_generated/i.test(String(row.extra)),
  generated: /(?:virtual|stored|persistent) generated/i.test(String(row.extra)),
});

/** The table behind a view that stands in for it. */
async function behind(session: Session, table: TableName): Promise<TableName> {
  const [view] = await session.query(
    `SELECT VIEW_DEFINITION AS text FROM information_schema.VIEWS WHERE ${ofTable(table)}`,
  );
  const [, database, name] = / from `([^`]+)`\.`([^`]+)`$/.exec(String(view?.text ?? '')) ?? [];
  return database === undefined || name === undefined ? table : `${database}.${name}`;
}

/** The table as it is now; `undefined` when it is not there. */
export async function describe(session: Session, table: TableName): Promise<RehearsalTable | undefined> {
  const own = await behind(session, table);
  const columns = await session.query(
    `SELECT COLUMN_NAME AS name, COLUMN_TYPE AS type, IS_NULLABLE AS nullable, COLUMN_DEFAULT AS default_value, EXTRA AS extra
FROM information_schema.COLUMNS WHERE ${ofTable(own)} ORDER BY ORDINAL_POSITION`,
  );
  if (columns.length === 0) return undefined;
  const key = await session.query(
    `SELECT COLUMN_NAME AS name FROM information_schema.STATISTICS WHERE ${ofTable(own)} AND INDEX_NAME = 'PRIMARY' ORDER BY SEQ_IN_INDEX`,
  );
  const references = await session.query(
    `SELECT COLUMN_NAME AS name, CONCAT(REFERENCED_TABLE_SCHEMA, '.', REFERENCED_TABLE_NAME) AS target, REFERENCED_COLUMN_NAME AS referenced
FROM information_schema.KEY_COLUMN_USAGE WHERE ${ofTable(own)} AND REFERENCED_TABLE_NAME IS NOT NULL`,
  );
  return {
    table,
    columns: columns.map((row) => {
      const column = columnOf(row);
      // MariaDB tells the word NULL where there is no default.
      return row.default_value === 'NULL' ? { ...column, hasDefault: false } : column;
    }),
    key: key.map(({ name }) => String(name)),
    references: references.map((row) => ({
      column: String(row.name),
      table: String(row.target),
      referenced: String(row.referenced),
    })),
  };
}
