import type { Session } from '#model/session.ts';

/** Until a session waits for a lock, 10 s at most: a busy machine takes its time. */
export async function someoneWaits(session: Session): Promise<void> {
  for (let tries = 0; tries < 100; tries += 1) {
    const [row] = await session.query('select exists (select from pg_locks where not granted) as waits, pg_sleep(0.1)');
    if (row?.['waits'] === true) return;
  }
}
