import type { Situation, Watch } from '#model/engine.ts';
import { code, words } from '#model/text.ts';
import { inManual } from '../manual.ts';
import { regclass } from '../quote.ts';
import { reading } from '../reading.ts';
import { atLeast } from '../versions.ts';

/** A partition that a cancelled concurrent detach left half out of its table. */
const pendingDetach = `
UNION ALL SELECT 'half detached partition', inhrelid::regclass::text, inhparent::regclass::text FROM pg_inherits WHERE inhdetachpending`;

export const storageWatches = (situation: Situation, table: string): readonly Watch[] => [
  {
    family: 'disk',
    title: `Size of ${table} and of the database`,
    statement: reading(
      `SELECT pg_size_pretty(pg_total_relation_size(c.oid)) AS table_with_indexes, pg_size_pretty(pg_indexes_size(c.oid)) AS indexes,
  pg_size_pretty(pg_database_size(current_database())) AS whole_database, s.n_live_tup AS live_rows, s.n_dead_tup AS dead_rows
FROM pg_class c LEFT JOIN pg_stat_user_tables s ON s.relid = c.oid WHERE c.oid = ${regclass(table)}`,
      { source: inManual('functions-admin#FUNCTIONS-ADMIN-DBSIZE') },
    ),
    reads: words`free space on the host or in the provider's metrics, on every node, the log beside it; sizes by the query`,
  },
  {
    family: 'leftovers',
    title: 'What a failed step left behind',
    statement: reading(
      `SELECT 'invalid index' AS what, indexrelid::regclass::text AS name, indrelid::regclass::text AS on_table FROM pg_index WHERE NOT indisvalid
UNION ALL SELECT 'constraint not proved', conname::text, conrelid::regclass::text FROM pg_constraint WHERE NOT convalidated${atLeast('14', situation) ? pendingDetach : ''}`,
      { source: inManual('catalog-pg-index') },
    ),
    reads: words`${code('pg_index')} and ${code('pg_constraint')}: an invalid index still costs every write, drop it with ${code('DROP INDEX CONCURRENTLY')}; a constraint not proved holds for new rows only`,
  },
];
