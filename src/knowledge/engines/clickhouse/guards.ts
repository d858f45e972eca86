import type { Guard } from '#model/engine.ts';
import type { GuardKind } from '#model/statement.ts';
import { code, words } from '#model/text.ts';

/** Waits for every replica, so that a file has ended when its change has. */
const waits = ['SET alter_sync = 2;', 'SET mutations_sync = 2;'];

const left = words`${code('UNFINISHED')} means that a replica did not answer, not that it failed: ${code('system.mutations')} and ${code('system.replication_queue')} show what is left and why. Do not run the file again while it is listed there.`;

/** A schema change waits for the queries that read the table, and all later ones wait behind it. */
export const guard = (kind: GuardKind): Guard => {
  switch (kind) {
    case 'short-lock':
      return {
        lines: ['SET lock_acquire_timeout = 10;', ...waits],
        onFailure: words`If it gives up after 10 s (${code('DEADLOCK_AVOIDED')}), nothing of the statement is done: end the long query that reads the table (${code('system.processes')}, ${code('KILL QUERY')}), wait 10 s, run the file again, at most 10 times; then stop. ${left}`,
      };
    case 'unhurried':
    case 'batch':
      return { lines: waits, onFailure: left };
    case 'none':
      return {
        lines: [],
        onFailure: words`Read the error, mend its cause, run the file again from the statement that failed: those before it stand.`,
      };
  }
};
