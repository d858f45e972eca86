import type { Situation, Watch } from '#model/engine.ts';
import type { Source } from '#model/source.ts';
import type { Text } from '#model/text.ts';
import { code, words } from '#model/text.ts';
import { inManual, nodetool } from './manual.ts';
import { bareName, cqlString, keyspaceOf } from './quote.ts';
import { statement } from './statement.ts';

const watch = (family: Watch['family'], title: string, command: string, reads: Text, source?: Source): Watch => ({
  family,
  title,
  statement: statement(`nodetool ${command}`, {
    language: 'shell',
    work: 'none',
    source: source ?? nodetool(command.split(' ')[0] ?? ''),
  }),
  reads,
});

const absent = (family: Watch['family'], title: string, reads: Text): Watch => ({ family, title, reads, absent: true });

/** What to look at while a plan runs, for one table, on each node. */
export const watches = (_: Situation, table: string): readonly Watch[] => {
  const named = `${keyspaceOf(table)} ${bareName(table)}`;
  return [
    absent('locks', 'Locks', words`no statement takes a lock`),
    watch(
      'blockers',
      'Requests that were dropped',
      'tpstats',
      words`nobody waits for anybody: ${code('READ')} and ${code('MUTATION')} dropped, and ${code('Native-Transport-Requests')} pending, in ${code('nodetool tpstats')} of each node`,
    ),
    absent('old transactions', 'Long transactions', words`there are none`),
    absent(
      'deadlocks',
      'Deadlocks',
      words`there are none; contention of conditional writes shows as ${code('CasWriteUnfinishedCommit')} and their latency`,
    ),
    watch(
      'slow queries',
      `Latency of ${table}`,
      `tablehistograms ${named}`,
      words`99 % of read and write latency (µs) and SSTables per read against the baseline; ${code('nodetool proxyhistograms')} for the coordinator`,
    ),
    watch(
      'replication lag',
      'Dropped messages and hints',
      'tpstats',
      words`${code('MUTATION')} dropped and ${code('HintsDispatcher')} pending above the baseline: replicas do not keep up, and a repair is due`,
    ),
    watch(
      'slot lag',
      'Room for change data capture',
      'getcdcbytes 2>/dev/null || du -sh <cdc_raw directory>',
      words`a reader that is away fills ${code('cdc_raw')}; at ${code('cdc_total_space')} writes to the table are refused`,
      inManual('managing/operating/cdc'),
    ),
    watch(
      'index build',
      'Builds and compactions',
      'compactionstats',
      words`${code('pending tasks')} against the baseline, and how far an index build is on this node`,
    ),
    watch(
      'vacuum',
      `Tombstones of ${table}`,
      `tablestats ${keyspaceOf(table)}.${bareName(table)}`,
      words`${code('Average tombstones per slice')} and ${code('Droppable tombstone ratio')}: they climb with deletes until ${code('gc_grace_seconds')} have passed`,
    ),
    {
      family: 'disk',
      title: 'Disk',
      statement: statement('df -h <data directory>', {
        language: 'shell',
        work: 'none',
        source: inManual('managing/operating/compaction/index'),
      }),
      reads: words`free room on each node: compaction needs some beside the largest table`,
    },
    {
      family: 'leftovers',
      title: 'What a failed step left behind',
      statement: statement(
        `SELECT table_name, index_name FROM system_schema.indexes WHERE keyspace_name = ${cqlString(bareName(keyspaceOf(table)))}`,
        { work: 'none', source: inManual('developing/cql/indexing/indexing-concepts') },
      ),
      reads: words`an index that no step of this plan names; ${code('nodetool listsnapshots')} for snapshots that still take room`,
    },
    watch(
      'connections',
      'Clients',
      'clientstats',
      words`connections by address; requests that wait in ${code('Native-Transport-Requests')} of ${code('nodetool tpstats')} are a queue`,
    ),
  ];
};
