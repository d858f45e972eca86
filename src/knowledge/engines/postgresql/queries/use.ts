import type { Situation } from '#model/engine.ts';
import type { Queries } from '#model/operations.ts';
import { inManual } from '../manual.ts';
import { bareName, regclass, sqlString, wordPattern } from '../quote.ts';
import { reading } from '../reading.ts';
import { atLeast } from '../versions.ts';

/** Each node counts for itself since its own reset. */
const indexUse: Queries<Situation>['indexUse'] = ({ table, index }, situation) =>
  reading(
    `SELECT indexrelname, idx_scan, ${atLeast('16', situation) ? 'last_idx_scan, ' : ''}pg_size_pretty(pg_relation_size(indexrelid)) AS size,
  (SELECT stats_reset FROM pg_stat_database WHERE datname = current_database()) AS counted_since
FROM pg_stat_user_indexes WHERE relid = ${regclass(table)} AND indexrelname = ${sqlString(bareName(index))}`,
    {
      source: inManual('monitoring-stats#MONITORING-PG-STAT-ALL-INDEXES-VIEW'),
      remark: 'on every node: each one counts for itself',
    },
  );

/** Needs the extension and its place in shared_preload_libraries; without it the application's own logs are the only witness. */
const columnUse: Queries<Situation>['columnUse'] = ({ table, column }) =>
  reading(
    `SELECT calls, left(query, 200) FROM pg_stat_statements
WHERE query ~* ${wordPattern(table)} AND (query ~* ${wordPattern(column)} OR query ~* 'select\\s+([a-z_]+\\.)?\\*') ORDER BY calls DESC`,
    {
      source: inManual('pgstatstatements'),
      remark: 'on every node, with the extension pg_stat_statements; it counts since its last reset',
    },
  );

export const use = { indexUse, columnUse };
