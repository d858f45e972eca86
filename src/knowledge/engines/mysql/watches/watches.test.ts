import { describe, expect, it } from 'vitest';
import type { SignalFamily, Situation, Watch } from '#model/engine.ts';
import { notGiven } from '#model/given.ts';
import { amazonRds } from '../../mariadb/hostings/amazon-rds.ts';
import { watches as mariadb } from '../../mariadb/watches.ts';
import { amazonAurora } from '../hostings/amazon-aurora.ts';
import { watches as mysql } from './index.ts';

const situation = (rest: Partial<Situation> = {}): Situation => ({
  version: notGiven,
  hosting: notGiven,
  replicas: notGiven,
  transactionPooler: false,
  logicalReplication: false,
  ...rest,
});

const textsOf = (all: readonly Watch[]): string => all.map(({ statement }) => statement?.text ?? '').join('\n');

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

describe.each([
  ['MySQL', mysql],
  ['MariaDB', mariadb],
])('%s', (_, watches) => {
  it('has a statement for every family, and says what to read in it', () => {
    const all = watches(situation(), 'orders');
    expect(new Set(all.map(({ family }) => family))).toEqual(new Set(Object.keys(families)));
    expect(all.filter(({ statement, reads }) => statement === undefined || reads.length === 0)).toEqual([]);
  });

  it('asks about the table in the database that was typed', () => {
    expect(textsOf(watches(situation(), "sales.it's"))).toContain(`TABLE_SCHEMA = 'sales' AND TABLE_NAME = 'it''s'`);
  });
});

it.each([
  ['5.7', 'SHOW SLAVE STATUS', 'INNODB_SYS_TABLES'],
  ['8.4', 'SHOW REPLICA STATUS', 'INNODB_TABLES'],
] as const)('asks MySQL %s by the names that it has', (version, status, tables) => {
  const text = textsOf(mysql(situation({ version }), 'orders'));
  expect(text).toContain(status);
  expect(text).toContain(`information_schema.${tables} `);
});

it('asks the readers of Aurora and the replicas of RDS where the server itself cannot tell', () => {
  expect(textsOf(mysql(situation({ hosting: amazonAurora }), 'orders'))).toContain('REPLICA_HOST_STATUS');
  const rds = textsOf(mariadb(situation({ hosting: amazonRds }), 'orders'));
  expect(rds).toContain('rds_replica_status');
  expect(rds).not.toContain('SHOW REPLICA STATUS');
});

it('asks MariaDB for nothing that needs the performance schema to see a queue', () => {
  const locks = mariadb(situation(), 'orders').filter(({ family }) => family === 'locks' || family === 'blockers');
  expect(textsOf(locks)).not.toContain('performance_schema');
});
