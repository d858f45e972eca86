import type { Session } from '#model/session.ts';
import type { Effect } from '#model/statement.ts';

/** Tables and indexes as InnoDB numbers them: what is written anew gets a new number. */
export interface Numbers {
  readonly tables: ReadonlyMap<string, string>;
  readonly indexes: ReadonlyMap<string, string>;
}

/** MariaDB kept the older names of these views. */
async function viewsOf(session: Session): Promise<readonly [string, string]> {
  const [row] = await session.query('SELECT VERSION() AS version');
  return String(row?.version).includes('MariaDB')
    ? ['INNODB_SYS_TABLES', 'INNODB_SYS_INDEXES']
    : ['INNODB_TABLES', 'INNODB_INDEXES'];
}

export async function numbersOf(session: Session): Promise<Numbers> {
  const [tables, indexes] = await viewsOf(session);
  const named = await session.query(`SELECT NAME AS name, TABLE_ID AS id FROM information_schema.${tables}`);
  const built = await session.query(`SELECT INDEX_ID AS id, TABLE_ID AS owner FROM information_schema.${indexes}`);
  return {
    tables: new Map(named.map(({ name, id }) => [String(name), String(id)])),
    indexes: new Map(built.map(({ id, owner }) => [String(id), String(owner)])),
  };
}

/** What came between two moments. A name that was there and stands for a number that was not is a table written anew. */
export function workBetween(before: Numbers, after: Numbers, changedRows: number): Effect['work'] {
  const old = new Set(before.tables.values());
  const anew = [...after.tables].filter(([name, id]) => before.tables.has(name) && !old.has(id));
  if (anew.length > 0) return 'rewrite';
  const built = [...after.indexes].filter(([id, owner]) => !before.indexes.has(id) && old.has(owner));
  if (built.length > 0) return 'index build';
  return changedRows > 0 ? 'rows' : 'catalog';
}
