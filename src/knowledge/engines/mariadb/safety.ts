import type { Safety, Situation } from '#model/engine.ts';
import { code, words } from '#model/text.ts';
import { compareVersions } from '#model/capability.ts';
import { isGiven } from '#model/given.ts';
import { reading } from '../mysql/reading.ts';
import { cancel, notes } from '../mysql/safety.ts';
import { inDocs } from './pages.ts';

/** From 10.8 on a replica can start an ALTER when the primary does. */
const twoPhases = ({ version }: Situation) =>
  isGiven(version) && compareVersions(version, '10.8') < 0
    ? []
    : [
        words`with ${code('binlog_alter_two_phase = ON')} (10.8 and newer, off unless it was turned on) replicas begin an ${code('ALTER TABLE')} together with the primary`,
      ];

/** How to stop, and what stands around the primary. */
export const safety = (situation: Situation): Safety => ({
  restorePoint: reading(`SELECT UTC_TIMESTAMP(6), @@GLOBAL.gtid_binlog_pos`, {
    source: inDocs('ha-and-performance/standard-replication/gtid'),
    work: 'none',
  }),
  cancel,
  replicas: words`a replica runs an ${code('ALTER TABLE')} after the primary has finished it, and everything after it waits there: an hour on the primary is an hour of lag`,
  changeCapture: words`the binary log carries DDL as a statement: a connector (Debezium) reads it there and must understand it, also ${code('WAIT')}, ${code('IF EXISTS')} and other words that MySQL lacks, so try the exact statement on a test connector; a connector that was stopped resumes only while its position is still in the binary log (${code('binlog_expire_logs_seconds')})`,
  notes: [
    ...notes,
    ...twoPhases(situation),
    words`${code('DROP TABLE a, b')} is several drops: an error at the second leaves the first one dropped`,
  ],
});
