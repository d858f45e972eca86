import { ownMaking, userRelations, userSchema } from './user-objects.ts';

const inSchema = (schema: string): string => `join pg_namespace n on n.oid = ${schema} and ${userSchema('n.nspname')}`;

const schemas = `
  select concat_ws(' ', 'schema', quote_ident(n.nspname), 'owner', pg_get_userbyid(n.nspowner)) as line
  from pg_namespace n where ${userSchema('n.nspname')} and ${ownMaking('pg_namespace', 'n.oid')}`;

/** The last value is data, not schema. */
const sequences = `
  select concat_ws(' ', 'sequence', format('%I.%I', n.nspname, c.relname), format_type(s.seqtypid, null),
    case c.relpersistence when 'u' then 'unlogged' end, 'owner ' || pg_get_userbyid(c.relowner),
    'start', s.seqstart, 'increment', s.seqincrement, 'from', s.seqmin, 'to', s.seqmax, 'cache', s.seqcache,
    case when s.seqcycle then 'cycle' end,
    (select case d.deptype when 'i' then 'identity of ' else 'owned by ' end || d.refobjid::regclass || '.' || quote_ident(a.attname)
      from pg_depend d join pg_attribute a on a.attrelid = d.refobjid and a.attnum = d.refobjsubid
      where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.refclassid = 'pg_class'::regclass and d.deptype in ('a', 'i'))) as line
  from ${userRelations} join pg_sequence s on s.seqrelid = c.oid`;

const functions = `
  select concat_ws(' ', case p.prokind when 'f' then 'function' when 'p' then 'procedure' when 'a' then 'aggregate' else 'window function' end,
    format('%I.%I(%s)', n.nspname, p.proname, pg_get_function_identity_arguments(p.oid)), 'owner', pg_get_userbyid(p.proowner),
    case when p.prokind = 'a' then 'returns ' || pg_get_function_result(p.oid) else pg_get_functiondef(p.oid) end,
    (select concat_ws(' ', 'step', g.aggtransfn, 'state', g.aggtranstype::regtype, 'final', nullif(g.aggfinalfn, 0), 'starting', g.agginitval)
      from pg_aggregate g where g.aggfnoid = p.oid)) as line
  from pg_proc p ${inSchema('p.pronamespace')} where ${ownMaking('pg_proc', 'p.oid')}`;

const enums = `
  select concat_ws(' ', 'enum', format('%I.%I', n.nspname, t.typname), 'owner', pg_get_userbyid(t.typowner),
    (select '(' || string_agg(quote_literal(e.enumlabel), ', ' order by e.enumsortorder) || ')' from pg_enum e where e.enumtypid = t.oid)) as line
  from pg_type t ${inSchema('t.typnamespace')} where t.typtype = 'e' and ${ownMaking('pg_type', 't.oid')}`;

const domains = `
  select concat_ws(' ', 'domain', format('%I.%I', n.nspname, t.typname), 'owner', pg_get_userbyid(t.typowner),
    format_type(t.typbasetype, t.typtypmod), case when t.typnotnull then 'not null' end, 'default ' || t.typdefault,
    (select string_agg(quote_ident(k.conname) || ' ' || pg_get_constraintdef(k.oid), ', ' order by k.conname)
      from pg_constraint k where k.contypid = t.oid)) as line
  from pg_type t ${inSchema('t.typnamespace')} where t.typtype = 'd' and ${ownMaking('pg_type', 't.oid')}`;

const ranges = `
  select concat_ws(' ', 'range', format('%I.%I', n.nspname, t.typname), 'of', format_type(r.rngsubtype, null)) as line
  from pg_type t ${inSchema('t.typnamespace')} join pg_range r on r.rngtypid = t.oid where ${ownMaking('pg_type', 't.oid')}`;

const extensions = `
  select concat_ws(' ', 'extension', quote_ident(e.extname), e.extversion, 'in', quote_ident(n.nspname)) as line
  from pg_extension e join pg_namespace n on n.oid = e.extnamespace`;

const eventTriggers = `
  select concat_ws(' ', 'event trigger', quote_ident(v.evtname), 'on', v.evtevent, v.evttags::text, v.evtfoid::regproc,
    case v.evtenabled when 'D' then 'disabled' when 'R' then 'enabled replica' when 'A' then 'enabled always' end) as line
  from pg_event_trigger v where ${ownMaking('pg_event_trigger', 'v.oid')}`;

const publications = `
  select concat_ws(' ', 'publication', quote_ident(p.pubname), case when p.puballtables then 'for all tables' end,
    case when p.pubinsert then 'insert' end, case when p.pubupdate then 'update' end, case when p.pubdelete then 'delete' end,
    case when p.pubtruncate then 'truncate' end, case when to_jsonb(p) ->> 'pubviaroot' = 'true' then 'via root' end,
    'generated columns ' || (to_jsonb(p) ->> 'pubgencols')) as line
  from pg_publication p`;

/** What is published in effect, by name or through its schema. Row filters and column lists came with 15; read through `to_jsonb`, they are empty before. */
const publishedTables = `
  select concat_ws(' ', 'publication', quote_ident(p.pubname), 'table', format('%I.%I', v.schemaname, v.tablename),
    (select '(' || string_agg(quote_ident(a.attname), ', ' order by a.attname) || ')'
      from pg_publication_rel r join pg_attribute a on a.attrelid = r.prrelid
        and a.attnum in (select jsonb_array_elements_text(nullif(to_jsonb(r) -> 'prattrs', 'null'))::int)
      where r.prpubid = p.oid and r.prrelid = format('%I.%I', v.schemaname, v.tablename)::regclass),
    'where ' || (to_jsonb(v) ->> 'rowfilter')) as line
  from pg_publication_tables v join pg_publication p on p.pubname = v.pubname and not p.puballtables`;

/** One query for each kind of thing that is no part of a table. Each answers the column `line`. */
export const objectQueries: readonly string[] = [
  schemas,
  sequences,
  functions,
  enums,
  domains,
  ranges,
  extensions,
  eventTriggers,
  publications,
  publishedTables,
];
