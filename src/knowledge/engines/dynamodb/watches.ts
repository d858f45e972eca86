import type { Situation, Watch } from '#model/engine.ts';
import type { Text } from '#model/text.ts';
import { code, words } from '#model/text.ts';
import { withHosting } from '../mysql/watches/index.ts';
import { inGuide } from './manual.ts';
import { shellQuoted } from './quote.ts';
import { statement } from './statement.ts';

const absent = (family: Watch['family'], title: string, reads: Text): Watch => ({ family, title, reads, absent: true });

const metric = (family: Watch['family'], title: string, table: string, name: string, reads: Text): Watch => ({
  family,
  title,
  statement: statement(
    `aws cloudwatch get-metric-statistics --namespace AWS/DynamoDB --metric-name ${name} --dimensions Name=TableName,Value=${shellQuoted(table)} --statistics Sum Average --period 60 --start-time <15 min ago> --end-time <now>`,
    { work: 'none', source: inGuide('metrics-dimensions') },
  ),
  reads,
});

const own = (table: string): readonly Watch[] => [
  absent('locks', 'Locks', words`no command takes a lock`),
  metric(
    'blockers',
    `Throttled requests of ${table}`,
    table,
    'WriteThrottleEvents',
    words`${code('WriteThrottleEvents')} and ${code('ReadThrottleEvents')} of the table and of each index: requests of the application that our loop or a hot key pushes out`,
  ),
  absent('old transactions', 'Long transactions', words`a transaction is one request`),
  metric(
    'deadlocks',
    'Conflicts',
    table,
    'TransactionConflict',
    words`${code('TransactionConflict')} and ${code('ConditionalCheckFailedRequests')} above the baseline, our loop left out`,
  ),
  metric(
    'slow queries',
    `Latency of ${table}`,
    table,
    'SuccessfulRequestLatency',
    words`${code('SuccessfulRequestLatency')} by operation, and ${code('SystemErrors')}, ${code('UserErrors')} against the baseline`,
  ),
  metric(
    'replication lag',
    'Lag of other Regions',
    table,
    'ReplicationLatency',
    words`${code('ReplicationLatency')} for each Region of a global table; a table in one Region has none`,
  ),
  {
    family: 'slot lag',
    title: 'Readers of the stream',
    statement: statement(
      'aws cloudwatch get-metric-statistics --namespace AWS/Lambda --metric-name IteratorAge --dimensions Name=FunctionName,Value=<function> --statistics Maximum --period 60 --start-time <15 min ago> --end-time <now>',
      { work: 'none', source: inGuide('Streams.Lambda') },
    ),
    reads: words`${code('IteratorAge')} of each reader: beyond 24 hours records are gone`,
  },
  {
    family: 'index build',
    title: 'Index that is being filled',
    statement: statement(
      `aws dynamodb describe-table --table-name ${shellQuoted(table)} --query 'Table.GlobalSecondaryIndexes[].[IndexName, IndexStatus, Backfilling, ItemCount]'`,
      { work: 'none', source: inGuide('GSI.OnlineOps') },
    ),
    reads: words`${code('IndexStatus')}, ${code('Backfilling')}; ${code('OnlineIndexPercentageProgress')} and ${code('OnlineIndexThrottleEvents')} in CloudWatch`,
  },
  absent('vacuum', 'Room that waits', words`room is given back by itself`),
  {
    family: 'disk',
    absent: true,
    title: 'Capacity',
    statement: statement(
      `aws dynamodb describe-table --table-name ${shellQuoted(table)} --query 'Table.[BillingModeSummary, ProvisionedThroughput, TableSizeBytes]'`,
      { work: 'none', source: inGuide('WorkingWithTables.Basics') },
    ),
    reads: words`consumed against provisioned capacity; storage grows by itself`,
  },
  absent(
    'leftovers',
    'What a failed step left behind',
    words`an index that no step names is seen where indexes are listed`,
  ),
  absent('connections', 'Connections', words`each request stands alone`),
];

/** What to look at while a plan runs, for one table. */
export const watches = (situation: Situation, table: string): readonly Watch[] => withHosting(situation, own(table));
