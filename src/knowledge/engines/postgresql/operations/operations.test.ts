import { describe, expect, it } from 'vitest';
import type { Situation } from '#model/engine.ts';
import { notGiven } from '#model/given.ts';
import type { Performed, Script } from '#model/statement.ts';
import { statementsOf } from '#model/statement.ts';
import { operations } from './index.ts';

const on = (version: Situation['version']): Situation => ({
  version,
  hosting: notGiven,
  replicas: notGiven,
  transactionPooler: false,
  logicalReplication: false,
});

/** What a person has not said stays to be seen; nothing is thrown. */
const table = '<table>';
const [column, key, index] = ['<column>', '<key>', '<index>'];
const pairs = [{ from: column, to: '<new column>', forward: '<expression>' }] as const;
const sync = {
  name: '<sync>',
  from: table,
  to: '<second table>',
  key,
  toKey: key,
  columns: [{ from: column, to: column }],
};
const blank: { readonly [Name in keyof typeof operations]: Parameters<(typeof operations)[Name]>[0] } = {
  addColumn: { table, column, type: '<type>', nullable: true, default: '<default>' },
  dropColumn: { table, column },
  renameColumn: { table, from: column, to: '<new name>' },
  changeType: { table, column, from: '<type>', to: '<new type>' },
  changeCollation: { table, column, type: '<type>', to: '<collation>' },
  setDefault: { table, column, default: '<default>' },
  dropDefault: { table, column, was: '<default>' },
  setNotNull: { table, column, proof: '<proof>' },
  dropNotNull: { table, column, proof: '<proof>' },
  addGeneratedColumn: { table, column, type: '<type>', expression: '<expression>', stored: true },
  createIndex: { table, index, columns: [column], unique: true },
  dropIndex: { table, index },
  renameIndex: { table, from: index, to: '<new index>' },
  attachUnique: { table, constraint: '<constraint>', index },
  attachPrimaryKey: { table, constraint: '<constraint>', index, columns: [column] },
  addCheck: { table, constraint: '<constraint>', expression: '<expression>' },
  addForeignKey: {
    table,
    constraint: '<constraint>',
    columns: [column],
    references: '<other>',
    referencedColumns: [key],
  },
  validateConstraint: { table, constraint: '<constraint>' },
  dropConstraint: { table, constraint: '<constraint>' },
  createTable: { table, columns: '<definition>' },
  dropTable: { table },
  renameTable: { from: table, to: '<new table>', compatibilityView: true },
  dropCompatibilityView: { view: table, table: '<new table>' },
  startSync: { name: '<sync>', table, pairs },
  stopSync: { name: '<sync>', table, pairs, key, batchSize: 5000 },
  startTableSync: sync,
  stopTableSync: { ...sync, batchSize: 5000 },
  copyRows: { ...sync, batchSize: 5000 },
  backfill: { table, key, column, expression: '<expression>', batchSize: 5000, keepIn: '<kept>' },
  deleteRows: { table, key, where: '<condition>', batchSize: 5000, archive: '<archive>' },
  exportColumn: { table, key, column, file: '<file>' },
  exportTable: { table, file: '<file>' },
  vacuum: { table },
  addEnumValue: { type: '<type>', value: '<value>' },
  renameEnumValue: { type: '<type>', from: '<value>', to: '<new value>' },
  createEnum: { type: '<type>', values: ['<value>'] },
  dropEnum: { type: '<type>' },
  partitionInPlace: { table, column, cut: '<cut>', next: ['<next>'], proof: '<proof>', primaryKey: [column] },
  detachPartition: { table, partition: '<partition>', from: '<from>', to: '<to>' },
  replaceRoutine: { kind: 'view', name: '<view>', definition: '<definition>' },
  createExtension: { extension: '<extension>' },
  updateExtension: { extension: '<extension>' },
  widenSequence: { sequence: '<sequence>', from: 'integer', to: 'bigint' },
  moveSequence: { table, sequence: '<sequence>', from: column, to: '<new column>' },
  publish: { publication: '<publication>', tables: [table] },
  subscribe: { subscription: '<subscription>', publication: '<publication>' },
  unsubscribe: { subscription: '<subscription>', publication: '<publication>' },
  upgradeServer: { to: '<version>' },
  revokeAccess: { table, role: '<role>' },
};

const done = (outcome: ReturnType<typeof operations.addColumn>): Performed => {
  if (outcome.kind === 'cannot') throw new Error(`Cannot go on with \`${outcome.kind}\`, expected an operation.`);
  return outcome;
};

const texts = (scripts: readonly Script[]): readonly string[] => statementsOf(scripts).map(({ text }) => text);

describe.each(Object.keys(blank) as (keyof typeof blank)[])('%s', (name) => {
  const answer = operations[name] as (args: unknown, situation: Situation) => Performed;
  const { scripts, undo } = answer(blank[name], on(notGiven));
  const all = [...scripts, ...(undo.kind === 'statements' ? undo.scripts : [])];

  it('shows what was not said, and never in quotes that hide it', () => {
    expect(texts(scripts).join('\n')).toMatch(/<[a-z ]+>/);
    expect(texts(all).join('\n')).not.toMatch(/"[^"]*<[^"]*>[^"]*"/);
  });

  it('runs nothing inside a transaction that is refused there', () => {
    const inside = all.filter(({ transaction }) => transaction === 'one');
    expect(statementsOf(inside).filter(({ effect }) => effect.transaction === 'outside')).toEqual([]);
  });

  it('waits only a short time for a lock that blocks others', () => {
    const strong = all.filter(({ statements }) => statements.some(({ effect }) => /writes/.test(effect.blocks)));
    expect(strong.filter(({ guard }) => guard !== 'short-lock')).toEqual([]);
  });

  it('ends no statement with a semicolon', () => {
    expect(texts(all).filter((text) => text.trimEnd().endsWith(';'))).toEqual([]);
  });
});

it('proves NOT NULL by a check, and since 18 by itself', () => {
  const args = { table: 'orders', column: 'note', proof: 'orders_note_nn' };
  expect(done(operations.setNotNull(args, on('17'))).scripts).toHaveLength(3);
  expect(texts(done(operations.setNotNull(args, on('18'))).scripts)).toEqual([
    'ALTER TABLE orders ADD CONSTRAINT orders_note_nn NOT NULL note NOT VALID',
    'ALTER TABLE orders VALIDATE CONSTRAINT orders_note_nn',
  ]);
});

it('detaches beside the traffic since 14', () => {
  const args = { table: 'events', partition: 'events_2025', from: '2025-01-01', to: '2026-01-01' };
  expect(texts(done(operations.detachPartition(args, on('14'))).scripts)[0]).toMatch(/CONCURRENTLY$/);
  expect(texts(done(operations.detachPartition(args, on('13'))).scripts)[0]).not.toMatch(/CONCURRENTLY$/);
});

it('replaces a trigger in one transaction before 14', () => {
  const args = { kind: 'trigger', name: 'touched', table: 'orders', definition: 'CREATE TRIGGER touched …' } as const;
  const old = done(operations.replaceRoutine({ ...args, was: args.definition }, on('13'))).scripts;
  expect(old).toHaveLength(1);
  expect(old[0]).toMatchObject({
    transaction: 'one',
    statements: [{ text: 'DROP TRIGGER IF EXISTS touched ON orders' }, { text: args.definition }],
  });
});

it('takes a date that was typed bare for a date', () => {
  const args = {
    table: 'logs',
    column: 'at',
    cut: '2027-01-01',
    next: ['2028-01-01'],
    proof: 'p',
    primaryKey: ['id', 'at'],
  } as const;
  const all = texts(done(operations.partitionInPlace(args, on('16'))).scripts).join('\n');
  expect(all).toContain(`FOR VALUES FROM ('2027-01-01') TO ('2028-01-01')`);
});

it('does not compute a value for each row twice', () => {
  const args = { table: 'orders', key: 'id', column: 'token', expression: 'gen_random_uuid()', batchSize: 1000 };
  expect(texts(done(operations.backfill(args, on('16'))).scripts)[0]).toContain('token IS NULL');
});
