import { expect, it } from 'vitest';
import type { Situation } from '#model/engine.ts';
import { notGiven } from '#model/given.ts';
import { guard } from './guards.ts';
import { cloudflareD1 } from './hostings/cloudflare-d1.ts';
import { running } from './running.ts';

const situation: Situation = {
  version: notGiven,
  hosting: notGiven,
  replicas: notGiven,
  transactionPooler: false,
  logicalReplication: false,
};
const onD1 = { ...situation, hosting: cloudflareD1 };

it('turns foreign keys off before the transaction of a schema script, and leaves them on for batches', () => {
  expect(guard('short-lock', situation).lines).toEqual(['PRAGMA busy_timeout = 5000;', 'PRAGMA foreign_keys = OFF;']);
  expect(guard('batch', situation).lines).toContain('PRAGMA foreign_keys = ON;');
});

it('asks D1 for nothing that it does not take', () => {
  expect(guard('short-lock', onD1).lines).toEqual(['PRAGMA defer_foreign_keys = ON;']);
  expect(running(onD1).begin).toBe('');
});

it('begins with the write lock, so that a script that finds it taken has changed nothing', () => {
  expect(running(situation).begin).toBe('BEGIN IMMEDIATE');
});
