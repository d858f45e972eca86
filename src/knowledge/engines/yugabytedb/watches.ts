import type { Situation, Watch } from '#model/engine.ts';
import type { Source } from '#model/source.ts';
import { code, words } from '#model/text.ts';
import { postgresql } from '../postgresql/index.ts';
import { inManual } from './manual.ts';
import { retold } from './retold.ts';
import { asPostgresql } from './versions.ts';

const asking = (text: string, source: Source) =>
  ({
    text,
    language: 'sql',
    effect: { locks: [], blocks: 'nothing', work: 'none', transaction: 'any' },
    source,
    deltas: [],
  }) as const;

const kept: readonly Watch['family'][] = ['old transactions', 'slow queries', 'connections', 'leftovers'];

/** What each node shows of itself, and where YugabyteDB shows the rest. */
export const watches = (situation: Situation, table: string): readonly Watch[] => [
  {
    family: 'locks',
    title: 'Rows and tables that are locked',
    statement: asking(
      `SELECT locktype, relation::regclass, mode, granted, count(*) FROM pg_locks GROUP BY 1, 2, 3, 4 ORDER BY granted, 5 DESC LIMIT 20`,
      inManual('explore/observability/pg-locks/'),
    ),
    reads: words`${code('pg_locks')} shows rows in use; a lock on the table itself only where table-level locks are on`,
  },
  {
    family: 'blockers',
    title: 'Who waits, and since when',
    statement: asking(
      `SELECT pid, state, wait_event_type, wait_event, now() - query_start AS running, left(query, 120) AS query FROM pg_stat_activity
WHERE wait_event_type = 'Lock' OR now() - query_start > interval '5 s' ORDER BY running DESC`,
      inManual('explore/observability/pg-stat-activity/'),
    ),
    reads: words`${code('pg_stat_activity')} of this node only: ask each node`,
  },
  ...postgresql
    .watches(asPostgresql(situation), table)
    .filter(({ family }) => kept.includes(family))
    .map((watch): Watch => (watch.statement === undefined ? watch : { ...watch, statement: retold(watch.statement) })),
  {
    family: 'deadlocks',
    title: 'Conflicts and schema mismatches',
    reads: words`errors ${code('40001')} of the application by text: conflicts, ${code('schema version mismatch')}, ${code('catalog version mismatch')}; they are retried, and must be rare 10 s after a schema change`,
  },
  {
    family: 'replication lag',
    title: 'Lag of xCluster',
    reads: words`safe time of the standby (${code('yb-admin get_xcluster_safe_time')}) or the console; nodes of one cluster have no lag to watch`,
  },
  {
    family: 'slot lag',
    title: 'Replication slots',
    statement: asking(
      'SELECT slot_name, active, confirmed_flush_lsn, restart_lsn FROM pg_replication_slots',
      inManual('additional-features/change-data-capture/'),
    ),
    reads: words`${code('pg_replication_slots')}: one that is not ${code('active')} keeps intents and log on every node`,
  },
  {
    family: 'index build',
    title: 'Index backfill',
    statement: asking(
      'SELECT relid::regclass, index_relid::regclass, phase, tuples_done, tuples_total FROM pg_stat_progress_create_index',
      inManual('explore/ysql-language-features/indexes-constraints/index-backfill/'),
    ),
    reads: words`${code('tuples_done')} of ${code('tuples_total')}; ask the node on which the build was started`,
  },
  {
    family: 'vacuum',
    title: 'Compaction',
    reads: words`there is no vacuum: old versions of rows go by compaction after the history retention`,
    absent: true,
  },
  {
    family: 'disk',
    title: 'Free disk of each node',
    reads: words`disk of every YB-TServer: what writes ${code(table)} anew needs as much as the table and its indexes once more, on each replica`,
  },
];
