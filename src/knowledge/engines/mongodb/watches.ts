import type { Situation, Watch } from '#model/engine.ts';
import { code, type Text, words } from '#model/text.ts';
import { inManual } from './manual.ts';
import { collection, literal } from './quote.ts';
import { statement } from './statement.ts';

const watch = (family: Watch['family'], title: string, page: string, text: string, reads: Text): Watch => ({
  family,
  title,
  statement: statement(text, { work: 'none', source: inManual(page) }),
  reads,
});

const ofTable = (table: string) =>
  `{ ns: { $regex: ${literal(`\\.${table.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')}$`)} } }`;

/** What to look at while a plan runs, for one collection. */
export const watches = (_situation: Situation, table: string): readonly Watch[] => [
  watch(
    'locks',
    `Operations on ${table}`,
    'reference/method/db.currentOp',
    `db.currentOp({ $and: [${ofTable(table)}, { waitingForLock: true }] }).inprog.map(({ opid, op, secs_running, command }) => ({ opid, op, secs_running, command }))`,
    words`operations that wait for a lock; more than 5 s is a stop`,
  ),
  watch(
    'blockers',
    'Who holds an exclusive lock',
    'reference/method/db.currentOp',
    'db.currentOp({ "locks.Collection": { $in: ["W", "R"] } }).inprog.map(({ opid, ns, secs_running, command }) => ({ opid, ns, secs_running, command }))',
    words`should be empty, or be the command of this step`,
  ),
  watch(
    'old transactions',
    'Long operations and transactions',
    'reference/operator/aggregation/currentOp',
    'db.getSiblingDB("admin").aggregate([{ $currentOp: { allUsers: true, idleSessions: true } }, { $match: { $or: [{ active: true, secs_running: { $gt: 30 } }, { "transaction.timeOpenMicros": { $gt: 30000000 } }] } }, { $project: { opid: 1, lsid: 1, op: 1, ns: 1, secs_running: 1, "transaction.timeOpenMicros": 1 } }]).toArray()',
    words`wait for them or end them before a step that takes an exclusive lock; a transaction that does nothing holds its locks too`,
  ),
  watch(
    'deadlocks',
    'Write conflicts',
    'reference/command/serverStatus',
    'db.serverStatus().metrics.operation.writeConflicts',
    words`${code('metrics.operation.writeConflicts')} of ${code('db.serverStatus()')}: how fast it grows against the baseline: the engine retries conflicts, and a batch that fights with the application makes more of them`,
  ),
  watch(
    'slow queries',
    `Latency of ${table}`,
    'reference/operator/aggregation/collStats',
    `${collection(table)}.aggregate([{ $collStats: { latencyStats: { histograms: false } } }]).toArray()[0].latencyStats`,
    words`${code('latencyStats')} of ${code('$collStats')}: latency (µs) divided by ops since the last look, against the baseline`,
  ),
  watch(
    'replication lag',
    'Replication lag',
    'reference/method/rs.printSecondaryReplicationInfo',
    'rs.printSecondaryReplicationInfo()',
    words`${code('rs.printSecondaryReplicationInfo()')}: seconds behind the primary, for each member`,
  ),
  watch(
    'slot lag',
    'Window of the oplog',
    'reference/method/rs.printReplicationInfo',
    'rs.printReplicationInfo()',
    words`hours from first to last event: a change stream reader that is further behind cannot resume`,
  ),
  watch(
    'index build',
    'Index build',
    'core/index-creation',
    'db.currentOp({ $or: [{ op: "command", "command.createIndexes": { $exists: true } }, { op: "none", msg: /^Index Build/ }] }).inprog.map(({ ns, msg, progress }) => ({ ns, msg, progress }))',
    words`documents done of all, for each phase of the build`,
  ),
  {
    family: 'vacuum',
    title: 'Space that is not given back',
    statement: statement(`${collection(table)}.stats().wiredTiger["block-manager"]["file bytes available for reuse"]`, {
      work: 'none',
      source: inManual('reference/command/collStats'),
    }),
    reads: words`bytes that ${code('$unset')} and deletes left: new documents use them, the file does not shrink by itself`,
  },
  watch(
    'disk',
    'Disk',
    'reference/command/dbStats',
    'db.stats({ scale: 1048576, freeStorage: 1 })',
    words`${code('fsUsedSize')} of ${code('fsTotalSize')}, in MiB, on the member that answers: look at each member`,
  ),
  watch(
    'leftovers',
    'What a failed step left behind',
    'reference/method/db.collection.getIndexes',
    `({ indexes: ${collection(table)}.getIndexes(), options: db.getCollectionInfos({ name: ${literal(table)} })[0].options })`,
    words`an index or a validator that no step of this plan names`,
  ),
  watch(
    'connections',
    'Connections',
    'reference/command/serverStatus',
    'db.serverStatus().connections',
    words`${code('current')} against ${code('available')}`,
  ),
];
