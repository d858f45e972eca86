import type { Watch } from '#model/engine.ts';
import { code, words } from '#model/text.ts';
import { bareName, quoteTable, sqlString } from '../quote.ts';
import { reading } from '../reading.ts';

/** What schema changes, streams and space are at. */
export const jobWatches = (table: string): readonly Watch[] => [
  {
    family: 'index build',
    scans: true,
    title: 'Schema change jobs',
    statement: reading(
      `WITH x AS (SHOW JOBS)
SELECT job_id, status, round(fraction_completed::DECIMAL * 100, 1) AS percent, running_status, started, error, description FROM x
WHERE job_type LIKE '%SCHEMA CHANGE%' AND (finished IS NULL OR description LIKE ${sqlString(`%${bareName(table)}%`)}) ORDER BY started DESC LIMIT 20`,
      { page: 'show-jobs' },
    ),
    reads: words`${code('percent')} rises; ${code('paused')}: a disk is nearly full, or somebody paused it; ${code('reverting')}: it failed and takes itself back; a ${code('GC')} job of a dropped index or column waits for ${code('gc.ttlseconds')} and is no fault`,
  },
  {
    family: 'leftovers',
    title: 'What a failed step left behind',
    statement: reading(
      `WITH x AS (SHOW JOBS) SELECT job_id, status, error, description FROM x
WHERE job_type LIKE '%SCHEMA CHANGE%' AND status IN ('paused', 'reverting', 'retry-reverting', 'failed', 'revert-failed') ORDER BY modified DESC LIMIT 20`,
      { page: 'show-jobs#job-status' },
    ),
    reads: words`${code('failed')} has taken itself back; ${code('revert-failed')} has not and blocks further changes: the vendor’s support`,
  },
  {
    family: 'replication lag',
    title: 'Lag of a standby cluster',
    statement: reading('SHOW VIRTUAL CLUSTER main WITH REPLICATION STATUS', {
      page: 'physical-cluster-replication-monitoring',
      remark: 'on the standby cluster, if there is one',
    }),
    reads: words`${code('replication_lag')} on the standby; nodes of one cluster have no lag between them`,
  },
  {
    family: 'slot lag',
    title: 'Changefeeds behind',
    statement: reading(
      `WITH x AS (SHOW CHANGEFEED JOBS)
SELECT job_id, status, now() - to_timestamp((high_water_timestamp / 1000000000)::FLOAT8) AS behind, error FROM x`,
      { page: 'monitor-and-debug-changefeeds' },
    ),
    reads: words`${code('behind')}; while it grows nothing is garbage collected, and the disk fills. A table that is emitted anew lets it rise for a while`,
  },
  {
    family: 'vacuum',
    title: 'Garbage collection',
    statement: reading(`SHOW ZONE CONFIGURATION FROM TABLE ${quoteTable(table)}`, { page: 'show-zone-configurations' }),
    reads: words`there is no vacuum: old versions of rows go by themselves after ${code('gc.ttlseconds')}, 14,400 s unless it was set`,
    absent: true,
  },
  {
    family: 'disk',
    title: 'Free disk of each node',
    reads: words`Capacity on the Overview page of the DB Console or of the cloud: a rewrite or an index build needs up to three times the size of what it writes (${code('SHOW RANGES … WITH DETAILS')}); the job pauses when a node runs out`,
  },
];
