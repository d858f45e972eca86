import { EngineError, type Session } from '#model/session.ts';
import type { FurtherHeld } from '../engine-result.ts';
import { connect } from './connect.ts';
import type { Server } from './servers.ts';

const schema = `CREATE DATABASE parents; USE parents;
CREATE TABLE customers (id int PRIMARY KEY); INSERT INTO customers VALUES (1), (2);
CREATE TABLE orders (id int PRIMARY KEY, customer_id int, KEY (customer_id)); INSERT INTO orders VALUES (1, 1)`;

const key = {
  comes: `SET SESSION foreign_key_checks = OFF; ALTER TABLE orders ADD CONSTRAINT fk FOREIGN KEY (customer_id) REFERENCES customers (id)`,
  goes: 'ALTER TABLE orders DROP FOREIGN KEY fk',
};

/** Whether a statement gives up its wait. */
async function waits(session: Session, text: string): Promise<boolean> {
  try {
    await session.query(text);
    return false;
  } catch (cause) {
    if (cause instanceof EngineError && cause.code === '1205') return true;
    throw cause;
  }
}

const held = (name: string, expected: boolean, seen: boolean): FurtherHeld => ({
  name,
  passed: expected === seen,
  detail: `expected ${String(expected)}, seen ${String(seen)}`,
});

/**
 * What `parentLocks` of a family says: whether a foreign key that comes or goes waits for an open transaction that has deleted a row from the table it
 * points to. Where it comes without a wait, that row is missing once the transaction commits, and no count before has seen it.
 */
export async function parentWriters(server: Server): Promise<readonly FurtherHeld[]> {
  const [worker, writer] = [await connect(server), await connect(server)];
  try {
    await worker.query(schema);
    await writer.query('USE parents');
    await worker.query('SET SESSION lock_wait_timeout = 1, SESSION innodb_lock_wait_timeout = 1');
    const mariadb = server.release.engine === 'mariadb';
    const deletes = 'START TRANSACTION; DELETE FROM customers WHERE id = 1';
    await writer.query(deletes);
    const coming = await waits(worker, key.comes);
    await writer.query('COMMIT');
    const [row] = await worker.query(
      'SELECT COUNT(*) AS orphans FROM orders WHERE NOT EXISTS (SELECT 1 FROM customers WHERE customers.id = customer_id)',
    );
    if (coming) await worker.query(key.comes);
    await writer.query('START TRANSACTION; DELETE FROM customers WHERE id = 2');
    const going = await waits(worker, key.goes);
    await writer.query('ROLLBACK');
    return [
      held('a foreign key that comes waits for a writer of the other table', !mariadb, coming),
      held('a foreign key that came without a wait has left an orphan', mariadb, !coming && Number(row?.orphans) === 1),
      held('a foreign key that goes waits for a writer of the other table', true, going),
    ];
  } finally {
    await worker.query('DROP DATABASE IF EXISTS parents').catch(() => undefined);
    await Promise.all([worker.close(), writer.close()]);
  }
}
