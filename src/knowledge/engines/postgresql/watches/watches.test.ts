import { expect, it } from 'vitest';
import type { SignalFamily, Situation } from '#model/engine.ts';
import { notGiven } from '#model/given.ts';
import { watches } from './index.ts';

const on = (version: Situation['version']): string =>
  watches(
    { version, hosting: notGiven, replicas: notGiven, transactionPooler: false, logicalReplication: false },
    'sales.Order',
  )
    .map(({ statement }) => statement?.text ?? '')
    .join('\n');

const families: Readonly<Record<SignalFamily, true>> = {
  locks: true,
  blockers: true,
  'old transactions': true,
  deadlocks: true,
  'slow queries': true,
  'replication lag': true,
  'slot lag': true,
  'index build': true,
  vacuum: true,
  disk: true,
  leftovers: true,
  connections: true,
};

it('has a statement for every family, and asks for replica lag on either side', () => {
  const all = watches(
    { version: '16', hosting: notGiven, replicas: notGiven, transactionPooler: false, logicalReplication: false },
    'orders',
  );
  expect(new Set(all.map(({ family }) => family))).toEqual(new Set(Object.keys(families)));
  expect(all.filter(({ statement, reads }) => statement === undefined || reads.length === 0)).toEqual([]);
  expect(all.filter(({ family }) => family === 'replication lag')).toHaveLength(2);
});

it.each([
  ['12', 'waitstart', false],
  ['13', 'inhdetachpending', false],
  ['14', 'waitstart', true],
  ['14', 'inhdetachpending', true],
  [notGiven, 'waitstart', false],
  ['12', 'mean_exec_time', false],
  ['13', 'mean_exec_time', true],
  [notGiven, 'mean_exec_time', true],
] as const)('on %j asks for %s: %s', (version, column, asks) => expect(on(version).includes(column)).toBe(asks));

it('finds a table whose name needs quotes', () => {
  expect(on('16')).toContain(`'sales."Order"'::regclass`);
});
