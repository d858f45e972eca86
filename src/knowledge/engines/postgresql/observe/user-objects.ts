/** True for the schemas that users make things in. `schema` is an expression for the name. */
export const userSchema = (schema: string): string =>
  `(${schema} not in ('pg_catalog', 'information_schema') and ${schema} !~ '^pg_(toast|temp)')`;

/** True for what was not brought by an extension; an extension is a line of its own. */
export const ownMaking = (catalog: string, object: string): string =>
  `not exists (select from pg_depend e where e.classid = '${catalog}'::regclass and e.objid = ${object} and e.deptype = 'e')`;

/** The relations of users, as `c` in schema `n`. */
export const userRelations = `pg_class c join pg_namespace n on n.oid = c.relnamespace
    and ${userSchema('n.nspname')} and ${ownMaking('pg_class', 'c.oid')}`;
