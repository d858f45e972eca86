import type { SignalFamily, Watch } from '#model/engine.ts';
import { code, type Text, words } from '#model/text.ts';

const watch = (family: SignalFamily, title: string, reads: Text): Watch => ({ family, title, reads });

/** Where to look, in words. */
export const watches = (_situation: unknown, table: string): readonly Watch[] => [
  watch(
    'locks',
    `Locks on ${table}`,
    words`the list of locks or sessions of the engine: who holds ${code(table)}, who waits for it, since when.`,
  ),
  watch(
    'blockers',
    'Blocked sessions and who blocks them',
    words`the list of sessions: no session should wait for one of ours for longer than the budget for writes.`,
  ),
  watch(
    'old transactions',
    'Old transactions',
    words`the list of transactions: none older than 30 s before a schema step, on any node.`,
  ),
  watch('deadlocks', 'Deadlocks', words`the server log or the engine's counter: it must not grow`),
  watch(
    'slow queries',
    `Slow statements on ${table}`,
    words`the slow query log or the application's own latency: compare with the baseline.`,
  ),
  watch('replication lag', 'Replica lag', words`what the engine or the provider shows for each replica`),
  watch(
    'slot lag',
    'Changes not yet read',
    words`what the source keeps for each reader of its changes, in bytes or minutes.`,
  ),
  watch(
    'index build',
    'Index build',
    words`the engine's progress view, if it has one; else the size of the new index and the free disk.`,
  ),
  watch(
    'vacuum',
    'Maintenance tasks',
    words`tasks of the engine that hold ${code(table)}: wait for them before a schema step.`,
  ),
  watch('disk', 'Disk', words`free space, growth of data, of temporary files and of the log, on every node`),
  watch(
    'leftovers',
    'What a failed step left behind',
    words`indexes that are not usable, constraints that are not proved, temporary tables and triggers of the step.`,
  ),
  watch('connections', 'Connections', words`sessions in use against the limit, and clients that wait in a pooler`),
];
