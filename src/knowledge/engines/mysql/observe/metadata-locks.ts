import type { Session } from '#model/session.ts';

/** A base table, and the session that reads it in an open transaction. */
interface Holder {
  readonly table: string;
  readonly session: Session;
}

const quoted = (table: string): string =>
  table
    .split('/')
    .map((part) => `\`${part}\``)
    .join('.');

const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });

/** The thread of a session, as the performance schema numbers them. */
export async function threadOf(session: Session): Promise<number> {
  const [row] = await session.query(
    'SELECT THREAD_ID AS thread FROM performance_schema.threads WHERE PROCESSLIST_ID = CONNECTION_ID()',
  );
  return Number(row?.thread);
}

/** What a statement waited for: the table as `database/table`, and the lock that it wanted there. */
export type Waits = Readonly<Record<string, string>>;

/**
 * Runs a statement while every table is read by a transaction of its own, and lets each go when the statement waits for it.
 *
 * So it is seen which tables it cannot have beside readers. `thread` is that of its session; `readers` are one session to look through and one for each table.
 */
export async function watchWaits(
  thread: number,
  readers: readonly Session[],
  tables: readonly string[],
  run: () => Promise<unknown>,
): Promise<Waits> {
  const [looker, ...rest] = readers;
  if (looker === undefined) throw new Error('Cannot watch without a session to look through, expected at least one.');
  const holders: Holder[] = [];
  for (const [place, table] of tables.entries()) {
    const reader = rest[place];
    if (reader === undefined) throw new Error(`Cannot hold \`${table}\`, expected a session for each table.`);
    await reader.query('START TRANSACTION');
    await reader.query(`SELECT 1 FROM ${quoted(table)} LIMIT 1`);
    holders.push({ table, session: reader });
  }
  const waits: Record<string, string> = {};
  const statement = { ended: false };
  const running = run().finally(() => (statement.ended = true));
  running.catch(() => undefined); // Heard below; without this, Node ends the process over a failure during a look.
  try {
    while (!statement.ended) {
      const wanted = await looker.query(
        `SELECT CONCAT(OBJECT_SCHEMA, '/', OBJECT_NAME) AS tab, LOCK_TYPE AS mode FROM performance_schema.metadata_locks
WHERE OWNER_THREAD_ID = ${thread} AND LOCK_STATUS = 'PENDING' AND OBJECT_TYPE = 'TABLE'`,
      );
      for (const { tab, mode } of wanted) {
        waits[String(tab)] = String(mode);
        const holder = holders.find(({ table }) => table === tab);
        await holder?.session.query('COMMIT');
      }
      await pause(2);
    }
  } finally {
    for (const holder of holders) await holder.session.query('COMMIT');
  }
  await running;
  return waits;
}
