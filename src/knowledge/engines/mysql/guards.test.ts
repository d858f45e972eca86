import { expect, it } from 'vitest';
import type { Situation } from '#model/engine.ts';
import { notGiven } from '#model/given.ts';
import { plain } from '#model/text.ts';
import { guard as ofMariadb } from '../mariadb/guards.ts';
import { running as mariadb } from '../mariadb/running.ts';
import { guard } from './guards.ts';
import { running } from './running.ts';
import { safety } from './safety.ts';

const situation = (rest: Partial<Situation> = {}): Situation => ({
  version: '8.4',
  hosting: notGiven,
  replicas: notGiven,
  transactionPooler: false,
  logicalReplication: false,
  ...rest,
});

it('waits 2 s for the table and for rows, because everybody else waits behind', () => {
  expect(guard('short-lock', situation()).lines).toEqual([
    'SET SESSION lock_wait_timeout = 2;',
    'SET SESSION innodb_lock_wait_timeout = 2;',
  ]);
});

it('does not throw a long build away for a moment at its end', () => {
  expect(guard('unhurried', situation()).lines).toContain('SET SESSION lock_wait_timeout = 10;');
});

it('rather fails than cuts a value to fit in a batch', () => {
  expect(guard('batch', situation()).lines.at(-1)).toContain('STRICT_TRANS_TABLES');
});

it('says what is done when a file stops, how often to try again, and when to stop', () => {
  expect(plain(guard('short-lock', situation()).onFailure)).toMatch(
    /1205.*10 s.*10 times.*those before it are committed.*1845.*stop/s,
  );
});

it('limits whole statements on MariaDB in a batch only, and lifts a limit of the server for DDL', () => {
  expect(ofMariadb('batch', situation()).lines).toContain('SET SESSION max_statement_time = 5;');
  expect(ofMariadb('unhurried', situation()).lines).toContain('SET SESSION max_statement_time = 0;');
  expect(guard('unhurried', situation()).lines.join(' ')).not.toContain('max_statement_time');
});

it('goes round a proxy that forgets settings, with the client of the engine', () => {
  expect(plain(running(situation({ transactionPooler: true })).connection)).toContain('not through the');
  expect(running(situation()).command).toMatch(/^mysql /);
  // A client of 9.7 refuses `source` in a file without it, and the first line of each file is one.
  expect(running(situation()).command).toContain('--loose-commands');
  expect(mariadb(situation()).command).toMatch(/^mariadb /);
});

it('notes the moment and the transactions to restore to', () => {
  expect(safety(situation()).restorePoint?.text).toContain('gtid_executed');
});
