import { expect, it } from 'vitest';
import type { Situation } from '#model/engine.ts';
import { notGiven } from '#model/given.ts';
import { plain } from '#model/text.ts';
import { guard } from './guards.ts';
import { running } from './running.ts';
import { safety } from './safety.ts';
import { selfManaged } from './hostings/self-managed.ts';

const situation = (rest: Partial<Situation> = {}): Situation => ({
  version: '16',
  hosting: notGiven,
  replicas: notGiven,
  transactionPooler: false,
  logicalReplication: false,
  ...rest,
});

it('waits 2 s for a lock, runs 15 s, and leaves nothing open for longer than 5 s', () => {
  expect(guard('short-lock', situation()).lines).toEqual([
    "SET lock_timeout = '2s';",
    "SET statement_timeout = '15s';",
    "SET idle_in_transaction_session_timeout = '5s';",
  ]);
});

it.each([
  ['16.4', 2],
  ['17', 3],
  ['18.1', 3],
])('puts no limit on a concurrent build, and on %s that takes %i lines', (version, lines) => {
  const { lines: set } = guard('unhurried', situation({ version }));
  expect(set).toHaveLength(lines);
  expect(set.every((line) => line.endsWith('= 0;'))).toBe(true);
});

it('asks a server of unknown version for nothing that an old one lacks', () => {
  expect(guard('unhurried', situation({ version: notGiven })).lines.join(' ')).not.toContain('transaction_timeout');
});

it('limits a batch by time and not by the wait for a lock', () => {
  expect(guard('batch', situation()).lines).toEqual(["SET statement_timeout = '2s';"]);
});

it('says how often to try again and when to stop', () => {
  expect(plain(guard('short-lock', situation()).onFailure)).toMatch(/55P03.*10 s.*10 times.*nothing has changed/s);
});

it('goes round a pooler that forgets settings', () => {
  expect(plain(running(situation({ transactionPooler: true })).connection)).toContain('not through the pooler');
  expect(plain(running(situation()).connection)).toContain('If a pooler');
});

it('names a restore point only where a superuser is at hand', () => {
  expect(safety(situation({ hosting: selfManaged })).restorePoint?.text).toContain('pg_create_restore_point');
  expect(safety(situation()).restorePoint?.text).toBe('SELECT now()');
});
