import type { Situation } from '#model/engine.ts';
import { isGiven } from '#model/given.ts';
import type { Queries } from '#model/operations.ts';
import type { Statement } from '#model/statement.ts';
import { inManual } from '../manual.ts';
import { bareName, quoteTable, regclass, sqlString } from '../quote.ts';
import { reading } from '../reading.ts';
import { greatestOf } from '../type-change.ts';

/** psql draws the table with its indexes, constraints, triggers and policies; nobody reads a dozen catalogs at night. */
const describeTable: Queries<Situation>['describeTable'] = ({ table }): Statement => ({
  ...reading(`\\d ${quoteTable(table)}`, { source: inManual('app-psql#APP-PSQL-META-COMMAND-D') }),
  language: 'psql',
});

/** The column's own type can be narrower than its sequence: the smaller of the two ends first. */
const sequenceHeadroom: Queries<Situation>['sequenceHeadroom'] = ({ table, column, type }) => {
  const bare = sqlString(bareName(column));
  const end =
    (type === undefined ? undefined : greatestOf(type)) ??
    `CASE t.typname WHEN 'int2' THEN 32767 WHEN 'int4' THEN 2147483647 ELSE s.max_value END`;
  return reading(
    `SELECT s.sequencename, s.data_type AS sequence_type, t.typname AS column_type, s.last_value,
  round(100.0 * s.last_value / least(s.max_value, ${end}), 1) AS percent_used
FROM pg_attribute a JOIN pg_type t ON t.oid = a.atttypid
JOIN pg_sequences s ON format('%I.%I', s.schemaname, s.sequencename)::regclass = pg_get_serial_sequence(${sqlString(quoteTable(table))}, ${bare})::regclass
WHERE a.attrelid = ${regclass(table)} AND a.attname = ${bare}`,
    { source: inManual('view-pg-sequences') },
  );
};

const tableSize: Queries<Situation>['tableSize'] = ({ table }) =>
  reading(
    `SELECT pg_size_pretty(pg_total_relation_size(c.oid)) AS total, pg_size_pretty(pg_table_size(c.oid)) AS heap, pg_size_pretty(pg_indexes_size(c.oid)) AS indexes,
  c.reltuples::bigint AS about_rows, s.n_dead_tup AS dead_rows, s.last_autovacuum
FROM pg_class c LEFT JOIN pg_stat_user_tables s ON s.relid = c.oid WHERE c.oid = ${regclass(table)}`,
    { source: inManual('functions-admin#FUNCTIONS-ADMIN-DBSIZE') },
  );

/** The statement that makes it again as it is now. Keep the answer: it is the way back. */
const routineDefinition: Queries<Situation>['routineDefinition'] = ({ kind, name }) => {
  const remark = 'keep the answer: it is the way back';
  const source = inManual('functions-info#FUNCTIONS-INFO-CATALOG');
  switch (kind) {
    case 'view':
      return reading(
        `SELECT ${sqlString(`CREATE OR REPLACE VIEW ${quoteTable(name)} AS\n`)} || pg_get_viewdef(${regclass(name)}, true) AS definition`,
        { source, remark },
      );
    case 'function':
      return reading(
        `SELECT pg_get_functiondef(${name.includes('(') ? `${sqlString(name)}::regprocedure` : `${sqlString(quoteTable(name))}::regproc`}) AS definition`,
        {
          source,
          remark,
        },
      );
    case 'trigger':
      return reading(
        `SELECT tgrelid::regclass AS on_table, pg_get_triggerdef(oid, true) AS definition FROM pg_trigger WHERE tgname = ${sqlString(bareName(name))} AND NOT tgisinternal`,
        {
          source,
          remark,
        },
      );
  }
};

/** Versions at hand, which one is installed, and whether a path of scripts leads from it to each of them. */
const extensionVersions: Queries<Situation>['extensionVersions'] = ({ extension }) => {
  const name = sqlString(extension);
  return reading(
    `SELECT v.version, v.installed, p.path FROM pg_available_extension_versions v
LEFT JOIN pg_extension e ON e.extname = v.name
LEFT JOIN LATERAL pg_extension_update_paths(v.name) p ON p.source = e.extversion AND p.target = v.version
WHERE v.name = ${name} ORDER BY v.version`,
    { source: inManual('view-pg-available-extension-versions') },
  );
};

/** The level is read at the start of the server only; a service has a parameter of its own for it. */
const streamSettings: Queries<Situation>['streamSettings'] = (_, { hosting }) => {
  const amazon = isGiven(hosting) && ['amazon-rds', 'amazon-aurora'].includes(hosting.id);
  const how = amazon
    ? 'rds.logical_replication = 1 in the parameter group, and a reboot, set it'
    : 'setting it takes a restart';
  return reading(
    `-- wal_level must be logical; ${how}
SELECT name, setting FROM pg_settings WHERE name IN ('wal_level', 'max_replication_slots', 'max_wal_senders')`,
    { source: inManual('logical-replication-config') },
  );
};

export const catalog = {
  describeTable,
  sequenceHeadroom,
  tableSize,
  routineDefinition,
  extensionVersions,
  streamSettings,
};
