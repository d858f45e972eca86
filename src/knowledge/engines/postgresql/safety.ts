import type { Safety, Situation } from '#model/engine.ts';
import { isGiven } from '#model/given.ts';
import type { Statement } from '#model/statement.ts';
import { code, words } from '#model/text.ts';
import { inManual } from './manual.ts';
import { reading } from './reading.ts';

/** A named point needs a superuser and an archive of the log; a service restores to a moment, so the moment is noted. */
function restorePoint({ hosting }: Situation): Statement {
  const source = inManual('functions-admin#FUNCTIONS-ADMIN-BACKUP');
  return isGiven(hosting) && hosting.id === 'self-managed'
    ? reading(`SELECT pg_create_restore_point('before_loss')`, {
        source,
        work: 'none',
      })
    : reading(`SELECT now()`, {
        source: inManual('functions-datetime'),
        work: 'none',
      });
}

/** How to stop, and what stands around the primary. */
export const safety = (situation: Situation): Safety => ({
  restorePoint: restorePoint(situation),
  cancel: [code('SELECT pg_cancel_backend(<pid>)')],
  replicas: words`a standby replays DDL under the same lock: a long query there stops all replay until ${code('max_standby_streaming_delay')} (30 s; ${code('-1')}: for ever)`,
  changeCapture: words`logical replication carries no DDL: a new column comes to the subscriber first, an old one goes from the publisher first; a decoding client (Debezium, DMS) sees the new shape with the next changed row; a slot that nobody reads fills the disk`,
  notes: [],
});
