import type { OperationArguments } from '#model/operations.ts';
import type { TableName } from '#model/schema.ts';
import type { Script, Statement } from '#model/statement.ts';
import { comes } from '../names.ts';
import type { LockMode } from '../observe/index.ts';
import { quoteName, quoteTable, regclass, sqlString } from '../quote.ts';
import { statement, unhurried } from '../statement.ts';
import { dropNamed, prove } from './constraint-statements.ts';

type Carries = NonNullable<OperationArguments['partitionInPlace']['carries']>;

export const carriesNothing: Carries = { triggers: [], policies: [], own: [], referring: [] };

const listed = (names: readonly string[]): string =>
  names.length === 0 ? '' : ` AND NOT name = ANY (ARRAY[${names.map(sqlString).join(', ')}])`;

/** Stops before anything has changed where the table has something that would be left behind. */
export function refuseForgotten(table: TableName, { triggers, policies, own, referring }: Carries): Statement {
  const here = regclass(table);
  const [keys, others] = [[...own, ...referring], triggers].map((all) => all.map(({ name }) => name));
  return statement(
    `DO $do$
DECLARE forgotten text;
BEGIN
  SELECT string_agg(what || ' ' || name, ', ') INTO forgotten FROM (
    SELECT 'trigger' AS what, tgname::text AS name FROM pg_trigger WHERE tgrelid = ${here} AND NOT tgisinternal
    UNION ALL SELECT 'policy', polname FROM pg_policy WHERE polrelid = ${here}
    UNION ALL SELECT 'foreign key', conname FROM pg_constraint WHERE contype = 'f' AND ${here} IN (conrelid, confrelid)
    UNION ALL SELECT 'identity', attname FROM pg_attribute WHERE attrelid = ${here} AND attidentity <> ''
    UNION ALL SELECT 'publication', pubname FROM pg_publication_rel r JOIN pg_publication p ON p.oid = r.prpubid WHERE prrelid = ${here}
    UNION ALL SELECT 'view', r.ev_class::regclass::text FROM pg_depend d JOIN pg_rewrite r ON r.oid = d.objid
      WHERE d.classid = 'pg_rewrite'::regclass AND d.refobjid = ${here} GROUP BY r.ev_class
    UNION ALL SELECT 'replica identity', indexrelid::regclass::text FROM pg_index WHERE indrelid = ${here} AND indisreplident
  ) AS hangs WHERE NOT (what = 'foreign key' AND NOT (true${listed(keys ?? [])}))
    AND NOT (what = 'trigger' AND NOT (true${listed(others ?? [])}))
    AND NOT (what = 'policy' AND NOT (true${listed(policies.map(({ name }) => name))}));
  IF forgotten IS NOT NULL THEN RAISE EXCEPTION 'not carried over to the parent: %', forgotten; END IF;
END $do$`,
    { work: 'none', page: 'sql-do', remark: 'nothing has changed yet; give it in the answers, or take it away first' },
  );
}

/** What belongs to the table as a whole: its owner, comment, row security and replica identity. */
const copyWhole = (from: TableName, to: TableName): Statement => {
  const name = quoteTable(to).replaceAll("'", "''");
  return statement(
    `DO $do$
DECLARE old record;
BEGIN
  SELECT pg_get_userbyid(relowner) AS owner, relrowsecurity, relforcerowsecurity, relreplident, obj_description(oid, 'pg_class') AS says
  INTO old FROM pg_class WHERE oid = ${regclass(from)};
  IF old.owner <> current_user THEN EXECUTE format('ALTER TABLE ${name} OWNER TO %I', old.owner); END IF;
  IF old.says IS NOT NULL THEN EXECUTE format('COMMENT ON TABLE ${name} IS %L', old.says); END IF;
  IF old.relrowsecurity THEN ALTER TABLE ${quoteTable(to)} ENABLE ROW LEVEL SECURITY; END IF;
  IF old.relforcerowsecurity THEN ALTER TABLE ${quoteTable(to)} FORCE ROW LEVEL SECURITY; END IF;
  EXECUTE format('ALTER TABLE ${name} REPLICA IDENTITY %s', CASE old.relreplident WHEN 'f' THEN 'FULL' WHEN 'n' THEN 'NOTHING' ELSE 'DEFAULT' END);
END $do$`,
    {
      locks: { [to]: 'ACCESS EXCLUSIVE' },
      page: 'sql-altertable',
      remark: 'owner, comment, row security and replica identity as they were',
    },
  );
};

const pointing = /\breferences\s+((?:"(?:[^"]|"")+"|[\w$.])+)/i;

/** The tables that the old table refers to, each locked with it. */
export const referredBy = ({ own }: Carries): readonly TableName[] => [
  ...new Set(own.flatMap(({ definition }) => pointing.exec(definition)?.[1] ?? [])),
];

export const each = (tables: readonly TableName[], mode: LockMode): Readonly<Record<TableName, LockMode>> =>
  Object.fromEntries(tables.map((one) => [one, mode]));

const addKey = (table: TableName, name: string, definition: string, open: boolean): string =>
  `ALTER TABLE ${quoteTable(table)} ADD CONSTRAINT ${quoteName(name)} ${definition}${open ? ' NOT VALID' : ''}`;

/** Before the old table is attached, while the parent is empty. */
export const carryOver = (table: TableName, old: TableName, carries: Carries): readonly Statement[] => [
  copyWhole(old, table),
  ...carries.referring.map((key) => dropNamed(key.table, key.name, old)),
  ...carries.own.map(({ name, definition }) =>
    statement(addKey(table, name, definition, false), {
      locks: each(
        [table, ...referredBy({ ...carriesNothing, own: [{ name, definition, proved: true }] })],
        'SHARE ROW EXCLUSIVE',
      ),
      page: 'sql-altertable#SQL-ALTERTABLE-DESC-ADD-TABLE-CONSTRAINT',
      remark: 'the parent is empty; the key of the old table becomes part of it, without a scan',
    }),
  ),
  ...carries.triggers.flatMap(({ name, definition }) => [
    statement(`DROP TRIGGER ${quoteName(name)} ON ${quoteTable(old)}`, {
      locks: { [old]: 'ACCESS EXCLUSIVE' },
      page: 'sql-droptrigger',
    }),
    statement(definition, { locks: { [table]: 'SHARE ROW EXCLUSIVE' }, page: 'sql-createtrigger' }),
  ]),
  ...carries.policies.map(({ definition }) =>
    statement(definition, { locks: { [table]: 'ACCESS EXCLUSIVE' }, page: 'sql-createpolicy' }),
  ),
];

/** After it is attached: new rows are held to it at once. */
export const referAgain = (tables: readonly TableName[], { referring }: Carries): readonly Statement[] =>
  referring.map((key) =>
    statement(addKey(key.table, key.name, key.definition, true), {
      locks: each([key.table, ...tables], 'SHARE ROW EXCLUSIVE'),
      page: 'sql-altertable#SQL-ALTERTABLE-DESC-ADD-TABLE-CONSTRAINT',
      deltas: [comes('constraint', key.name)],
      remark: 'reads no row; from here on new and changed rows must fit',
    }),
  );

/** The rows that were there, as files of their own. `partitions` are read too. */
export const proveAgain = (
  table: TableName,
  partitions: readonly TableName[],
  { referring }: Carries,
): readonly Script[] =>
  referring
    .filter(({ proved }) => proved)
    .map((key) => {
      const proof = prove(key.table, key.name, table);
      const locks = [...proof.effect.locks, ...partitions.map((one) => ({ table: one, mode: 'ACCESS SHARE' }))];
      return unhurried({ ...proof, effect: { ...proof.effect, locks } });
    });

/** On the way back: what must go before the parent does, and what the old table gets again. */
export const carryBack = (
  carries: Carries,
): { readonly before: readonly string[]; readonly after: readonly string[] } => ({
  before: carries.referring.map((key) => `ALTER TABLE ${quoteTable(key.table)} DROP CONSTRAINT ${quoteName(key.name)}`),
  after: [
    ...carries.triggers.map(({ definition }) => definition),
    ...carries.referring.map((key) => addKey(key.table, key.name, key.definition, true)),
  ],
});
