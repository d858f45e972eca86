import type { Session } from '#model/session.ts';
import { accessQueries } from './catalog-access.ts';
import { objectQueries } from './catalog-objects.ts';
import { tableQueries } from './catalog-tables.ts';

/** Everything in the schemas of users, one line for each thing, sorted: `column public.orders.status text not null`. */
export type Catalog = readonly string[];

/**
 * Takes down the schema as it stands, so that two moments can be compared.
 *
 * Object numbers and the position of a column are left out, because a column that comes back stands last. `columnOrder: true` puts the position in.
 */
export async function catalogOf(session: Session, { columnOrder = false } = {}): Promise<Catalog> {
  const queries = [...tableQueries({ columnOrder }), ...objectQueries, ...accessQueries];
  return withEmptySearchPath(session, async () => {
    const lines: string[] = [];
    for (const query of queries) {
      for (const { line } of await session.query(query)) lines.push(String(line).replaceAll('\n', '\\n'));
    }
    return lines.sort();
  });
}

/** Lines of `before` that are not in `after`, and the other way round. A line that stands twice must be there twice. */
export function differenceOf(
  before: Catalog,
  after: Catalog,
): { readonly gone: readonly string[]; readonly come: readonly string[] } {
  return { gone: without(before, after), come: without(after, before) };
}

function without(lines: Catalog, others: Catalog): readonly string[] {
  const left = new Map<string, number>();
  for (const line of others) left.set(line, (left.get(line) ?? 0) + 1);
  return lines.filter((line) => {
    const count = left.get(line) ?? 0;
    left.set(line, count - 1);
    return count <= 0;
  });
}

/** Definitions name the schema of a thing only when it is not on the search path. */
async function withEmptySearchPath<Result>(session: Session, read: () => Promise<Result>): Promise<Result> {
  const [setting] = await session.query(`select current_setting('search_path') as path`);
  await session.query(`select set_config('search_path', '', false)`);
  try {
    return await read();
  } finally {
    await session.query(`select set_config('search_path', $1, false)`, [setting?.['path']]);
  }
}
