import type { Situation, Watch } from '#model/engine.ts';
import type { Source } from '#model/source.ts';
import { code, words } from '#model/text.ts';
import { inManual } from '../manual.ts';
import { reading } from '../reading.ts';
import { before } from '../versions.ts';

/** What a reader that is away still finds, for the whole family. */
export const binaryLogs = (source: Source): Watch => ({
  family: 'slot lag',
  title: 'Binary logs that are kept',
  statement: reading(`SHOW BINARY LOGS`, { source }),
  reads: words`the position of every reader (change capture, a delayed replica) must be in one of these files, and the newest must be near it: nothing keeps a file for a reader that is away`,
});

export const replicationWatches = (situation: Situation): readonly Watch[] => [
  {
    family: 'replication lag',
    title: 'Replica lag, asked on each replica',
    statement: reading(before('8.0', situation) ? 'SHOW SLAVE STATUS' : 'SHOW REPLICA STATUS', {
      source: inManual('show-replica-status'),
      remark: 'before 8.0.22 SHOW SLAVE STATUS',
    }),
    reads: words`${code('Seconds_Behind_Source')}: ${code('NULL')} is a replica that stands still; it jumps up when an ${code('ALTER')} starts there`,
  },
  binaryLogs(inManual('point-in-time-recovery-binlog')),
];
