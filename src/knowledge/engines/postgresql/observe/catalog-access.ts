import { ownMaking, userRelations, userSchema } from './user-objects.ts';

/** One line for each role. What was never granted or revoked stands as the engine's default, so that both spellings of it compare equal. */
const grants = (what: string, list: string, from: string): string => `
  select 'grant on ' || ${what} || ' to ' || case when g.grantee = 0 then 'public' else quote_ident(pg_get_userbyid(g.grantee)) end || ': '
    || string_agg(g.privilege_type || case when g.is_grantable then ' with grant option' else '' end, ', ' order by g.privilege_type) as line
  from ${from} cross join lateral aclexplode(${list}) g group by ${what}, g.grantee`;

const relationGrants = grants(
  `(case c.relkind when 'S' then 'sequence ' else 'table ' end || format('%I.%I', n.nspname, c.relname))`,
  `coalesce(c.relacl, acldefault(case c.relkind when 'S' then 's' else 'r' end::"char", c.relowner))`,
  `(select c.relkind, c.relname, c.relacl, c.relowner, n.nspname from ${userRelations} where c.relkind in ('r', 'p', 'f', 'v', 'm', 'S')) c
    cross join lateral (select c.nspname) n`,
);

const columnGrants = grants(
  `('column ' || format('%I.%I.%I', n.nspname, c.relname, a.attname))`,
  'a.attacl',
  `${userRelations} join pg_attribute a on a.attrelid = c.oid and a.attacl is not null and not a.attisdropped`,
);

const functionGrants = grants(
  `('function ' || format('%I.%I(%s)', n.nspname, p.proname, pg_get_function_identity_arguments(p.oid)))`,
  `coalesce(p.proacl, acldefault('f', p.proowner))`,
  `pg_proc p join pg_namespace n on n.oid = p.pronamespace and ${userSchema('n.nspname')} and ${ownMaking('pg_proc', 'p.oid')}`,
);

const schemaGrants = grants(
  `('schema ' || quote_ident(n.nspname))`,
  `coalesce(n.nspacl, acldefault('n', n.nspowner))`,
  `(select * from pg_namespace n where ${userSchema('n.nspname')}) n`,
);

const typeGrants = grants(
  `('type ' || format('%I.%I', n.nspname, t.typname))`,
  `coalesce(t.typacl, acldefault('T', t.typowner))`,
  `pg_type t join pg_namespace n on n.oid = t.typnamespace and ${userSchema('n.nspname')} and t.typtype in ('e', 'd', 'r')
    and ${ownMaking('pg_type', 't.oid')}`,
);

const defaultGrants = `
  select concat_ws(' ', 'default grant of', quote_ident(pg_get_userbyid(d.defaclrole)), 'in ' || quote_ident(n.nspname),
    'on', d.defaclobjtype, 'to', case when g.grantee = 0 then 'public' else quote_ident(pg_get_userbyid(g.grantee)) end || ':',
    string_agg(g.privilege_type || case when g.is_grantable then ' with grant option' else '' end, ', ' order by g.privilege_type)) as line
  from pg_default_acl d left join pg_namespace n on n.oid = d.defaclnamespace cross join lateral aclexplode(d.defaclacl) g
  group by d.defaclrole, n.nspname, d.defaclobjtype, g.grantee`;

/** Things made by users have numbers from 16384 on. */
const comments = `
  select concat_ws(' ', 'comment on', o.type, o.identity, quote_literal(d.description)) as line
  from pg_description d cross join lateral pg_identify_object(d.classoid, d.objoid, d.objsubid) o
  where d.objoid >= 16384 and d.classoid <> 'pg_extension'::regclass
    and not exists (select from pg_depend e where e.classid = d.classoid and e.objid = d.objoid and e.deptype = 'e')`;

/** Who may do what, and what was written about each thing. Each answers the column `line`. */
export const accessQueries: readonly string[] = [
  relationGrants,
  columnGrants,
  functionGrants,
  schemaGrants,
  typeGrants,
  defaultGrants,
  comments,
];
