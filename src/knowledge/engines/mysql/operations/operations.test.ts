import { describe, expect, it } from 'vitest';
import { bindEngine, type Situation } from '#model/engine.ts';
import { notGiven } from '#model/given.ts';
import type { OperationArguments, OperationName } from '#model/operations.ts';
import type { Outcome, Performed, Script } from '#model/statement.ts';
import { statementsOf } from '#model/statement.ts';
import { plain } from '#model/text.ts';
import { mariadbFamily } from '../../mariadb/family.ts';
import { mariadb } from '../../mariadb/index.ts';
import { mysql } from '../index.ts';
import { mysqlFamily } from '../mysql-family.ts';

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
const blank: { readonly [Name in OperationName]: OperationArguments[Name] } = {
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
  validateConstraint: { table, constraint: '<constraint>', references: '<other>' },
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
  widenSequence: { sequence: '<sequence>', from: 'int', to: 'bigint' },
  moveSequence: { table, sequence: '<sequence>', from: column, to: '<new column>' },
  publish: { publication: '<publication>', tables: [table] },
  subscribe: { subscription: '<subscription>', publication: '<publication>' },
  unsubscribe: { subscription: '<subscription>', publication: '<publication>' },
  upgradeServer: { to: '<version>' },
  revokeAccess: { table, role: '<role>' },
};

const done = (outcome: Outcome): Performed => {
  if (outcome.kind === 'cannot') throw new Error(`Cannot go on with \`${outcome.kind}\`, expected an operation.`);
  return outcome;
};
const texts = (scripts: readonly Script[]): readonly string[] => statementsOf(scripts).map(({ text }) => text);
const forward = (outcome: Outcome): string => texts(done(outcome).scripts).join('\n');

const engines = [
  ['MySQL 5.7', mysql, '5.7'],
  ['MySQL 8.0', mysql, '8.0'],
  ['MySQL 9.7', mysql, '9.7'],
  ['MariaDB 10.6', mariadb, '10.6'],
  ['MariaDB 11.8', mariadb, '11.8'],
] as const;

describe.each(engines)('%s', (_, engine, version) => {
  const asked = bindEngine(engine, on(version)) as unknown as Record<string, (args: unknown) => Outcome>;

  it.each(Object.keys(blank) as OperationName[])('answers %s', (name) => {
    const outcome = asked[name]?.(blank[name]);
    if (outcome?.kind !== 'performed') {
      expect(plain(outcome?.because ?? []).length).toBeGreaterThan(20);
      expect(plain(outcome?.instead ?? []).length).toBeGreaterThan(20);
      return;
    }
    const { scripts, undo } = outcome;
    const all = [...scripts, ...(undo.kind === 'statements' ? undo.scripts : [])];
    const statements = statementsOf(all);
    if (name !== 'vacuum') expect(texts(scripts).join('\n')).toMatch(/<[a-z ]+>/);
    expect(texts(all).join('\n')).not.toMatch(/`<[^`]*`/);
    expect(texts(all).filter((text) => text.trimEnd().endsWith(';'))).toEqual([]);

    const altering = statements.filter(({ text }) => /ALTER TABLE/.test(text));
    const bare = altering.filter(({ text }) => !/ALGORITHM=|EXCHANGE PARTITION|REMOVE PARTITIONING/.test(text));
    expect(bare.map(({ text, language }) => (language === 'sql' ? text : ''))).toEqual(bare.map(() => ''));

    const strong = all.filter((script) => statementsOf([script]).some(({ effect }) => /writes/.test(effect.blocks)));
    expect(strong.filter(({ guard }) => guard !== 'short-lock')).toEqual([]);
  });
});

it('asks for the lightest way that a version has', () => {
  const drop = (version: string) => forward(mysql.operations.dropColumn({ table: 't', column: 'c' }, on(version)));
  expect(drop('8.0.28')).toMatch(/ALGORITHM=INPLACE, LOCK=NONE$/);
  expect(drop('8.0.29')).toMatch(/ALGORITHM=INSTANT$/);
  expect(drop('8.0')).toMatch(/ALGORITHM=INSTANT$/);
  expect(drop('5.7')).toMatch(/ALGORITHM=INPLACE, LOCK=NONE$/);
});

it('lets writers go on during a copy where the server can', () => {
  const widen = (version: string) =>
    mariadb.operations.changeType({ table: 't', column: 'c', from: 'int', to: 'bigint' }, on(version));
  expect(forward(widen('10.11'))).toContain('ALGORITHM=COPY, LOCK=SHARED');
  expect(forward(widen('11.4'))).toContain('ALGORITHM=COPY, LOCK=NONE');
});

it('takes an ENUM by its column, and only at the end', () => {
  const add = (type: string, after?: string) =>
    mysql.operations.addEnumValue({ type, value: 'held', ...(after === undefined ? {} : { after }) }, on('8.4'));
  expect(add('order_state').kind).toBe('cannot');
  expect(add('orders.state', 'new').kind).toBe('cannot');
  expect(forward(add('orders.state'))).toContain('ALGORITHM=INSTANT');
});

it('keeps a foreign key from reading rows, and counts them afterwards', () => {
  const args = { table: 'a', constraint: 'k', columns: ['b'], references: 'c', referencedColumns: ['id'] };
  const [add, count] = done(mysql.operations.addForeignKey(args, on('8.4'))).scripts;
  expect(texts(add ? [add] : [])).toEqual([
    'SET SESSION foreign_key_checks = OFF',
    'ALTER TABLE a ADD CONSTRAINT k FOREIGN KEY (b) REFERENCES c (id), ALGORITHM=INPLACE, LOCK=NONE',
    'SET SESSION foreign_key_checks = ON',
  ]);
  expect(count?.statements[0].text).toMatch(/^SELECT count\(\*\) AS orphans/);
});

it('repeats for MariaDB nothing that MySQL says', () => {
  const parts = Object.keys(mysqlFamily) as (keyof typeof mysqlFamily)[];
  const inherited: readonly string[] = parts.filter((part) => mariadbFamily[part] === mysqlFamily[part]);
  expect(inherited).toEqual([]);
});
