import { notGiven } from '#model/given.ts';
import type { OperationArguments, OperationName, QueryArguments, QueryName } from '#model/operations.ts';
import type { Delta } from '#model/schema.ts';

/** Something to ask every engine with, for tests: each operation and query on the schema that `sampleSchema` makes. */

const sync = { name: 'keep', table: 't', pairs: [{ from: 'a', to: 'b' }] } as const;
const tableSync = {
  name: 'carry',
  from: 't',
  to: 'u',
  key: 'id',
  toKey: 'id',
  columns: [{ from: 'a', to: 'a' }],
  batchSize: 500,
};

export const sampleOperations: { readonly [Name in OperationName]: OperationArguments[Name] } = {
  addColumn: { table: 't', column: 'c', type: 'int', nullable: true },
  dropColumn: { table: 't', column: 'a' },
  renameColumn: { table: 't', from: 'a', to: 'c' },
  changeType: { table: 't', column: 'a', from: 'int', to: 'bigint' },
  changeCollation: { table: 't', column: 'a', type: 'text', to: 'C' },
  setDefault: { table: 't', column: 'b', default: '1' },
  dropDefault: { table: 't', column: 'a', was: '1' },
  setNotNull: { table: 't', column: 'b', proof: 'b_given' },
  dropNotNull: { table: 't', column: 'a', proof: 'a_given' },
  addGeneratedColumn: { table: 't', column: 'c', type: 'int', expression: 'a + 1', stored: false },
  createIndex: { table: 't', index: 'new', columns: ['a'], unique: false },
  dropIndex: { table: 't', index: 'old' },
  renameIndex: { table: 't', from: 'old', to: 'new' },
  attachUnique: { table: 't', constraint: 'once', index: 'old' },
  attachPrimaryKey: { table: 't', constraint: 'key', index: 'old', columns: ['a'] },
  addCheck: { table: 't', constraint: 'positive', expression: 'a > 0' },
  addForeignKey: { table: 't', constraint: 'known', columns: ['a'], references: 'u', referencedColumns: ['id'] },
  validateConstraint: { table: 't', constraint: 'there' },
  dropConstraint: { table: 't', constraint: 'there' },
  createTable: { table: 'v', columns: 'id int' },
  dropTable: { table: 'u' },
  renameTable: { from: 't', to: 'v', compatibilityView: true },
  dropCompatibilityView: { view: 'old_t', table: 't' },
  startSync: sync,
  stopSync: { ...sync, name: 'running', key: 'id', batchSize: 500 },
  startTableSync: tableSync,
  stopTableSync: { ...tableSync, name: 'running' },
  copyRows: tableSync,
  backfill: { table: 't', key: 'id', column: 'b', expression: 'a', batchSize: 500, keepIn: 'saved' },
  deleteRows: { table: 't', key: 'id', where: 'a < 0', batchSize: 500, archive: 'saved' },
  exportColumn: { table: 't', key: 'id', column: 'a', file: 'a.csv' },
  exportTable: { table: 't', file: 't.csv' },
  vacuum: { table: 't' },
  addEnumValue: { type: 'state', value: 'x' },
  renameEnumValue: { type: 'state', from: 'x', to: 'y' },
  createEnum: { type: 'other_state', values: ['x'] },
  dropEnum: { type: 'state' },
  partitionInPlace: { table: 't', column: 'a', cut: '1', next: ['2'], proof: 'bounds', primaryKey: ['id'] },
  detachPartition: { table: 't', partition: 't_1', from: '1', to: '2' },
  replaceRoutine: { kind: 'view', name: 'seen', definition: 'SELECT 1' },
  createExtension: { extension: 'more' },
  updateExtension: { extension: 'more' },
  widenSequence: { sequence: 's', from: 'int', to: 'bigint' },
  moveSequence: { table: 't', sequence: 's', from: 'a', to: 'b' },
  publish: { publication: 'p', tables: ['t'] },
  subscribe: { subscription: 's', publication: 'p' },
  unsubscribe: { subscription: 'running', publication: 'p' },
  upgradeServer: { to: '9' },
  revokeAccess: { table: 't', role: 'reader' },
};

export const sampleQueries: { readonly [Name in QueryName]: QueryArguments[Name] } = {
  countDifferences: { table: 't', key: 'id', left: 'a', right: 'b', ranged: true },
  countTableDifferences: tableSync,
  countNulls: { table: 't', column: 'a' },
  countRows: { table: 't', where: 'a > 0' },
  countOrphans: { table: 't', columns: ['a'], references: 'u', referencedColumns: ['id'] },
  countDuplicates: { table: 't', columns: ['a'] },
  countViolations: { table: 't', expression: 'a > 0' },
  dependents: { table: 't', column: 'a' },
  describeTable: { table: 't' },
  indexUse: { table: 't', index: 'old' },
  columnUse: { table: 't', column: 'a' },
  longestValue: { table: 't', column: 'a' },
  distribution: { table: 't', left: 'a', right: 'b' },
  sequenceHeadroom: { table: 't', column: 'a' },
  tableSize: { table: 't' },
  routineDefinition: { kind: 'function', name: 'f' },
  extensionVersions: { extension: 'more' },
  streamSettings: { publication: 'p' },
};

/** What stands before each operation. */
export const sampleSchema: readonly Delta[] = [
  ...['t', 'u', 'old_t'].map((table): Delta => ({ kind: 'add-table', table })),
  { kind: 'add-column', column: 't.a', is: { nullable: false, hasDefault: true, filled: true } },
  { kind: 'add-column', column: 't.b', is: { nullable: true, hasDefault: false, filled: false } },
  ...['u.*', 'old_t.*'].map((column): Delta => ({
    kind: 'add-column',
    column,
    is: { nullable: true, hasDefault: false, filled: true },
  })),
  { kind: 'start-sync', name: 'running', sync: { pairs: [], fills: true } },
  ...['index old', 'constraint there', 'type state', 'subscription running'].map((object): Delta => ({
    kind: 'add-object',
    object,
  })),
];
export const unknownSituation = {
  version: notGiven,
  hosting: notGiven,
  replicas: notGiven,
  transactionPooler: false,
  logicalReplication: false,
};
