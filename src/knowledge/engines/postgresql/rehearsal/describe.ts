import type { CatalogColumn } from '#model/engine.ts';
import type { RehearsalTable } from '#model/rehearsal.ts';
import type { TableName } from '#model/schema.ts';
import type { Session } from '#model/session.ts';
import { quoteTable } from '../quote.ts';

const columnsQuery = `
SELECT a.attname AS name, format_type(a.atttypid, a.atttypmod) AS type, NOT a.attnotnull AS nullable,
       (a.atthasdef OR a.attidentity <> '') AS has_default, a.attgenerated <> '' AS generated,
       a.attidentity = 'a' AS identity_always
FROM pg_attribute a WHERE a.attrelid = $1::regclass AND a.attnum > 0 AND NOT a.attisdropped ORDER BY a.attnum`;

const keyQuery = `
SELECT a.attname AS name FROM pg_index i
JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = ANY (i.indkey)
WHERE i.indrelid = $1::regclass AND i.indisprimary ORDER BY a.attnum`;

const referencesQuery = `
SELECT a.attname AS name, c.confrelid::regclass::text AS target, f.attname AS referenced FROM pg_constraint c
JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = c.conkey[1]
JOIN pg_attribute f ON f.attrelid = c.confrelid AND f.attnum = c.confkey[1]
WHERE c.conrelid = $1::regclass AND c.contype = 'f'`;

/** A view that stands in for a table has the key of the table behind it: its first column that is one. */
const keyBehindView = `
SELECT DISTINCT a.attname AS name FROM pg_rewrite r
JOIN pg_depend d ON d.classid = 'pg_rewrite'::regclass AND d.objid = r.oid AND d.refclassid = 'pg_class'::regclass
JOIN pg_index i ON i.indrelid = d.refobjid AND i.indisprimary
JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = ANY (i.indkey)
WHERE r.ev_class = $1::regclass`;

/** The table as it is now; `undefined` when it is not there. */
export async function describe(session: Session, table: TableName): Promise<RehearsalTable | undefined> {
  const name = quoteTable(table);
  const [found] = await session.query('SELECT to_regclass($1) IS NOT NULL AS there', [name]);
  if (found?.there !== true) return undefined;
  const columns = (await session.query(columnsQuery, [name])).map((row): CatalogColumn => ({
    name: String(row.name),
    type: String(row.type),
    nullable: row.nullable === true,
    hasDefault: row.has_default === true,
    generated: row.generated === true || row.identity_always === true,
  }));
  const own = await session.query(keyQuery, [name]);
  const key = own.length > 0 ? own : await session.query(keyBehindView, [name]);
  const references = (await session.query(referencesQuery, [name])).map((row) => ({
    column: String(row.name),
    table: String(row.target),
    referenced: String(row.referenced),
  }));
  return { table, columns, key: key.map((row) => String(row.name)), references };
}
