import type { Session } from '#model/session.ts';
import { userRelations } from './user-objects.ts';

/** A table, a view or a materialized view as it stands at one moment. */
export interface Relation {
  /** `public.orders`, quoted where SQL needs it. */
  readonly name: string;
  readonly bare: string;
  readonly kind: string;
  readonly partition: boolean;
  /** The file it is stored in; another one after a rewrite. Empty for what stores nothing. */
  readonly file: string;
}

/** Everything of users that a lock can be held on and a person knows by name, by object number. */
export async function relationsOf(session: Session): Promise<ReadonlyMap<string, Relation>> {
  const rows = await session.query(`
    select c.oid::text as id, format('%I.%I', n.nspname, c.relname) as name, c.relname::text as bare, c.relkind::text as kind, c.relispartition as partition,
      coalesce(pg_relation_filenode(c.oid)::text, '') as file
    from ${userRelations} where c.relkind in ('r', 'p', 'f', 'v', 'm')`);
  return new Map(
    rows.map(({ id, name, bare, kind, partition, file }) => [
      String(id),
      { name: String(name), bare: String(bare), kind: String(kind), partition: partition === true, file: String(file) },
    ]),
  );
}

/** Tables that kept their number and changed their file: rewritten, or emptied by TRUNCATE. Named as they were before. */
export function rewrittenBetween(
  before: ReadonlyMap<string, Relation>,
  after: ReadonlyMap<string, Relation>,
): readonly string[] {
  const moved = ([id, { file }]: readonly [string, Relation]): boolean => {
    const now = after.get(id)?.file;
    return file !== '' && now !== undefined && now !== '' && now !== file;
  };
  return [...before]
    .filter(moved)
    .map(([, { name }]) => name)
    .sort();
}
