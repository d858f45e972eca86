import { noAnswers } from './answers.ts';
import type { Brief, PlannedChange } from './brief.ts';
import type { Capabilities, Capability } from './capability.ts';
import { never } from './capability.ts';
import type { Change, Part, TableScale } from './change.ts';
import { checkStep, deploy, step } from './change.ts';
import type { Dependency } from './dependency.ts';
import type { Engine, Situation, Watch } from './engine.ts';
import { nameField, typeField } from './fields.ts';
import { notGiven } from './given.ts';
import type { Knowledge } from './knowledge.ts';
import type { OperationArguments, OperationName, Operations, Queries, QueryName } from './operations.ts';
import type { Role } from './plan.ts';
import { roles } from './plan.ts';
import type { Delta } from './schema.ts';
import { columnName } from './schema.ts';
import type { Source } from './source.ts';
import type { Stack } from './stack.ts';
import type { Effect, Outcome, Performed, Repeat, Script, Statement } from './statement.ts';
import type { Text } from './text.ts';
import { words } from './text.ts';

/** Builders for tests: an engine, a kind of change and a brief of no real product. A new fact about a real one breaks no test. */

export const invented: Source = { kind: 'measured', by: 'invented', versions: 'all' };

const noEffect: Effect = { locks: [], blocks: 'nothing', work: 'catalog', transaction: 'any' };

/** A statement of no engine. */
export const inventedStatement = (text: string, rest: Partial<Statement> = {}): Statement => ({
  text,
  language: 'text',
  effect: noEffect,
  source: invented,
  deltas: [],
  ...rest,
});

/** One guarded script with one statement. */
export const inventedScript = (statement: Statement, rest: Partial<Script> = {}): Script => ({
  guard: 'short-lock',
  transaction: 'one',
  statements: [statement],
  ...rest,
});

const performed = (
  text: string,
  deltas: readonly Delta[],
  back: readonly Delta[],
  effect: Partial<Effect> = {},
): Performed => ({
  kind: 'performed',
  does: [text],
  scripts: [inventedScript(inventedStatement(text, { deltas, effect: { ...noEffect, ...effect } }))],
  worked: [`${text} is seen`],
  undo: {
    kind: 'statements',
    scripts: [inventedScript(inventedStatement(`undo ${text}`, { deltas: back }))],
    minutes: { kind: 'assumed', minutes: 1 },
    loses: 'nothing',
  },
});

const operationNames = Object.keys({
  addColumn: 0,
  dropColumn: 0,
  renameColumn: 0,
  changeType: 0,
  changeCollation: 0,
  setDefault: 0,
  dropDefault: 0,
  setNotNull: 0,
  dropNotNull: 0,
  addGeneratedColumn: 0,
  createIndex: 0,
  dropIndex: 0,
  renameIndex: 0,
  attachUnique: 0,
  attachPrimaryKey: 0,
  addCheck: 0,
  addForeignKey: 0,
  validateConstraint: 0,
  dropConstraint: 0,
  createTable: 0,
  dropTable: 0,
  renameTable: 0,
  dropCompatibilityView: 0,
  startSync: 0,
  stopSync: 0,
  startTableSync: 0,
  stopTableSync: 0,
  copyRows: 0,
  backfill: 0,
  deleteRows: 0,
  exportColumn: 0,
  exportTable: 0,
  vacuum: 0,
  addEnumValue: 0,
  renameEnumValue: 0,
  createEnum: 0,
  dropEnum: 0,
  partitionInPlace: 0,
  detachPartition: 0,
  replaceRoutine: 0,
  createExtension: 0,
  updateExtension: 0,
  widenSequence: 0,
  moveSequence: 0,
  publish: 0,
  subscribe: 0,
  unsubscribe: 0,
  upgradeServer: 0,
  revokeAccess: 0,
} satisfies Record<OperationName, 0>) as OperationName[];

const queryNames = Object.keys({
  countDifferences: 0,
  countTableDifferences: 0,
  countNulls: 0,
  countRows: 0,
  countOrphans: 0,
  countDuplicates: 0,
  countViolations: 0,
  dependents: 0,
  describeTable: 0,
  indexUse: 0,
  columnUse: 0,
  longestValue: 0,
  distribution: 0,
  sequenceHeadroom: 0,
  tableSize: 0,
  routineDefinition: 0,
  extensionVersions: 0,
  streamSettings: 0,
} satisfies Record<QueryName, 0>) as QueryName[];

const blocksAll = (table: string): Partial<Effect> => ({
  locks: [{ table, mode: 'the strongest' }],
  blocks: 'reads and writes',
});

const own: Partial<{ [Name in OperationName]: (args: OperationArguments[Name]) => Outcome }> = {
  addColumn: ({ table, column, nullable }) =>
    performed(
      `add ${column} to ${table}`,
      [{ kind: 'add-column', column: columnName(table, column), is: { nullable, hasDefault: false, filled: true } }],
      [{ kind: 'drop-column', column: columnName(table, column) }],
      blocksAll(table),
    ),
  dropColumn: ({ table, column }) => ({
    ...performed(
      `drop ${column} of ${table}`,
      [{ kind: 'drop-column', column: columnName(table, column) }],
      [],
      blocksAll(table),
    ),
    undo: { kind: 'none', because: ['the values are gone'], loses: { what: [`the values of ${table}.${column}`] } },
  }),
};

const watch = (family: Watch['family'], table: string): Watch => ({
  family,
  title: family,
  statement: inventedStatement(`show ${family} of ${table}`),
  reads: [`the answer for ${family}`],
});

/** An engine that performs everything, with two operations that change the schema, and that can nothing special. */
const inventedEngine: Engine = {
  id: 'invented',
  name: 'Invented',
  versions: [{ id: '7', name: '7' }],
  hostings: [
    {
      id: 'cellar',
      name: 'the cellar',
      backup: ['copy the cellar'],
      pointInTime: ['ask the cellar'],
      copy: ['a second cellar'],
      notes: [],
      source: invented,
    },
  ],
  can: new Proxy({} as Capabilities, { get: (): Capability => never(invented) }),
  operations: {
    ...(Object.fromEntries(
      operationNames.map((name) => [name, () => performed(name, [], [])]),
    ) as unknown as Operations<Situation>),
    ...own,
  },
  queries: Object.fromEntries(
    queryNames.map((name) => [name, () => inventedStatement(name)]),
  ) as unknown as Queries<Situation>,
  guard: (kind) => ({ lines: kind === 'none' ? [] : [`guard ${kind}`], onFailure: ['wait and try again'] }),
  running: () => ({ command: 'run <file>', connection: ['directly'], begin: 'BEGIN', commit: 'COMMIT' }),
  watches: (_, table) =>
    (
      [
        'locks',
        'blockers',
        'old transactions',
        'deadlocks',
        'slow queries',
        'replication lag',
        'slot lag',
        'index build',
        'vacuum',
        'disk',
        'leftovers',
        'connections',
      ] as const
    ).map((family) => watch(family, table)),
  safety: () => ({
    cancel: ['cancel it by its id'],
    replicas: ['they replay it'],
    changeCapture: ['it sees it'],
    notes: [],
  }),
  diskGrowth: { heapShare: 0.8, updateLog: 3.7, rewriteLog: 1.5, indexBytesPerRow: 40, source: invented },
  typeChange: () => ({ work: 'unconfirmed', indexes: 'rebuilt', widens: false, source: invented }),
  defaultKind: () => 'unconfirmed',
  checkName: (name) =>
    name === 'reserved' || name.length > 63
      ? { message: `Choose another name than ${name.slice(0, 20)}: it cannot be used.` }
      : undefined,
  facts: () => [],
};

/** A table with nothing given but its name. */
export const unmeasured = (name: string): TableScale => ({
  name,
  rows: notGiven,
  gigabytes: notGiven,
  writesPerSecond: notGiven,
  readsPerSecond: notGiven,
  key: notGiven,
});

/** What stands before: one table with one column. */
const inventedTable: readonly Delta[] = [
  { kind: 'add-table', table: 'parcels' },
  { kind: 'add-column', column: 'parcels.state', is: { nullable: false, hasDefault: true, filled: true } },
];

const needs = {
  reads: [{ column: 'parcels.state' }],
  writes: [{ table: 'parcels', inserts: true, columns: ['state'], optional: [], defaults: [] }],
  ignores: [],
};

/** A part that adds `parcels.note`; whatever a test needs otherwise comes over it. */
export const inventedPart = (rest: Partial<Part> = {}): Part => ({
  summary: words`Add note to parcels`,
  strategy: {
    name: ['Simply do it'],
    why: ['nothing reads it'],
    rejected: [{ what: ['a second table'], because: ['more to undo'] }],
  },
  before: inventedTable,
  copies: [],
  application: { today: needs },
  phases: [
    {
      stage: 'expand',
      title: ['Add parcels.note'],
      why: ['nothing reads it yet'],
      steps: [
        step(
          inventedEngine.operations.addColumn(
            { table: 'parcels', column: 'note', type: 'text', nullable: true },
            inventedSituation(),
          ),
        ),
      ],
    },
  ],
  checks: [],
  checklist: [],
  questions: [],
  touches: ['parcels.note'],
  ...rest,
});

function inventedSituation(): Situation {
  return { version: '7', hosting: notGiven, replicas: notGiven, transactionPooler: false, logicalReplication: false };
}

const copied: Repeat = { kind: 'key-range', table: 'parcels', key: 'id', size: 5000, pauseSeconds: 0.5 };

const statements = (
  text: string,
  deltas: readonly Delta[],
  back: readonly Delta[],
  rest: Partial<Statement> = {},
): Performed => {
  const base = performed(text, deltas, back);
  return {
    ...base,
    scripts: [
      inventedScript(
        inventedStatement(text, { deltas, ...rest }),
        rest.repeat ? { guard: 'batch', transaction: 'none' } : {},
      ),
    ],
  };
};

/** A part that replaces `parcels.state` by `parcels.state_v2`, from the column to the drop. */
export function replacingPart(rest: Partial<Part> = {}): Part {
  const [was, is] = ['parcels.state', 'parcels.state_v2'] as const;
  const sync: Delta = {
    kind: 'start-sync',
    name: 'equal',
    sync: {
      pairs: [
        { from: was, to: is },
        { from: is, to: was },
      ],
      fills: true,
    },
  };
  const unsync: Delta = { kind: 'stop-sync', name: 'equal' };
  const write = { table: 'parcels', inserts: true, optional: [], defaults: [] };
  return inventedPart({
    summary: words`Replace parcels.state by parcels.state_v2`,
    strategy: {
      name: ['Two columns kept equal'],
      why: ['readers move when it is proved'],
      rejected: [{ what: ['a rename'], because: ['running releases fail'] }],
    },
    copies: [[was, is]],
    touches: [was, is],
    readersMove: { from: was, to: is },
    application: {
      today: { reads: [{ column: was }], writes: [{ ...write, columns: ['state'] }], ignores: [is] },
      'write-both': {
        reads: [
          { column: was, when: 'flag-off' },
          { column: is, fallback: was, when: 'flag-on' },
        ],
        writes: [{ ...write, columns: ['state', 'state_v2'] }],
        ignores: [],
      },
      retire: { reads: [{ column: is }], writes: [{ ...write, columns: ['state_v2'] }], ignores: [was] },
    },
    phases: [
      {
        stage: 'expand',
        title: ['Add the column and keep it equal'],
        why: ['nothing reads it yet'],
        steps: [
          step(
            statements(
              'add state_v2 and sync',
              [{ kind: 'add-column', column: is, is: { nullable: true, hasDefault: false, filled: false } }, sync],
              [unsync, { kind: 'drop-column', column: is }],
              { effect: { ...noEffect, ...blocksAll('parcels') } },
            ),
          ),
        ],
      },
      { stage: 'write-both', title: ['Write both'], why: ['new rows have both'], steps: [deploy(['it writes both'])] },
      {
        stage: 'backfill',
        title: ['Backfill'],
        why: ['old rows follow'],
        steps: [
          step(
            statements('fill state_v2', [{ kind: 'fill', column: is }], [], {
              repeat: copied,
              effect: { ...noEffect, work: 'rows' },
            }),
            { undo: { kind: 'unneeded', because: ['nobody reads it'] } },
          ),
        ],
      },
      {
        stage: 'prove',
        title: ['Prove'],
        why: ['readers may move'],
        steps: [checkStep(['Compare all rows'], ['0 rows differ'])],
      },
      {
        stage: 'switch',
        title: ['Move the reads'],
        why: ['by a flag, in shares'],
        steps: [{ flag: 'read_state_v2', shares: [5, 50, 100], does: ['Read state_v2'] }],
      },
      {
        stage: 'retire',
        title: ['New column only'],
        why: ['the old one is kept equal'],
        steps: [deploy(['it writes the new column only'])],
      },
      {
        stage: 'contract',
        title: ['Drop parcels.state'],
        why: ['nothing reads it'],
        notBeforeDays: 14,
        steps: [
          step({
            ...statements('stop the sync, drop state', [unsync, { kind: 'drop-column', column: was }], []),
            undo: { kind: 'none', because: ['the values are gone'], loses: { what: ['the values of parcels.state'] } },
          }),
        ],
      },
    ],
    checks: [
      {
        key: 'parity',
        stages: ['prove'],
        title: ['parity of all rows'],
        when: 'during',
        how: ['in ranges of the key'],
        statement: inventedStatement('count differences'),
        expected: ['0'],
        tolerance: ['none'],
      },
    ],
    ...rest,
  });
}

/** A kind of change that asks two questions and adds a column. */
export const inventedChange = (rest: Partial<Change> = {}): Change => ({
  id: 'invented-change',
  title: 'Add a note',
  group: 'Columns',
  hint: '',
  nature: 'additive',
  fields: {
    table: nameField('Table', { essential: true, gives: 'the name in every statement' }),
    column: nameField('Column', { essential: true, gives: 'the name in every statement' }),
    type: typeField('Type', { gives: 'the type' }),
  },
  part: () => inventedPart(),
  ...rest,
});

/** One planned change of the invented kind. */
export const plannedChange = (rest: Partial<PlannedChange> = {}): PlannedChange => ({
  change: inventedChange(),
  fields: { table: 'parcels', column: 'note' },
  nature: 'additive',
  ...rest,
});

/** Something that depends on the data. */
export const inventedDependency = (rest: Partial<Dependency> = {}): Dependency => ({
  id: 'carrier',
  title: 'Carrier pigeons',
  hint: '',
  moves: true,
  duties: [
    { when: 'before', moment: 'arrival', does: ['feed them'] },
    { when: 'in', moment: 'rows', does: ['keep them in'], pauses: true },
    { when: 'before', moment: 'departure', does: ['show them the new house'] },
  ],
  onRollback: ['call them back'],
  signal: ['pigeons in the air'],
  source: invented,
  ...rest,
});

/** A stack that remembers columns. */
export const inventedStack = (rest: Partial<Stack> = {}): Stack => ({
  id: 'elephant',
  name: 'Elephant',
  role: 'both',
  remembers: { what: 'columns', says: ['Elephants remember.'], source: invented },
  prepares: { kept: 'no', says: ['Elephants do not prepare.'], source: invented },
  ignoreColumn: (_, column) => ({ language: 'text', text: `forget ${column}` }),
  transaction: {
    says: ['Each runs in a herd.'],
    off: { language: 'text', text: 'walk alone' },
    source: invented,
  },
  setTimeouts: { language: 'text', text: 'hurry' },
  startup: { says: ['Nothing happens.'], source: invented },
  record: { says: ['Elephants record it.'], source: invented },
  migration: {
    language: 'text',
    own: { addColumn: ({ table, column }) => `grow ${column} on ${table}` },
    sql: (statement) => `trumpet ${statement}`,
    file: ({ up, down, outside, irreversible }) =>
      `${outside ? 'alone\n' : ''}${up.join('\n')}\nback\n${irreversible ? 'never' : down.join('\n')}`,
    source: invented,
  },
  notes: [],
  ...rest,
});

/** What is known in tests. */
export const inventedKnowledge = (rest: Partial<Knowledge> = {}): Knowledge => ({
  engine: inventedEngine,
  engineGiven: true,
  changes: [inventedChange()],
  neutralChange: inventedChange({ id: 'anything', title: 'Something else' }),
  stacks: [inventedStack()],
  dependencies: [inventedDependency()],
  ...rest,
});

const nobody = Object.fromEntries(roles.map((role) => [role, notGiven])) as Brief['people'];

/** People that were given, by role; everybody else stays a blank. */
export const people = (given: Partial<Record<Role, string>>): Brief['people'] => ({ ...nobody, ...given });

/** A brief in which nothing was given but the invented engine and one change; a test adds what matters to it. */
export const briefWith = (rest: Partial<Brief> = {}): Brief => ({
  answers: noAnswers,
  date: '2026-11-23',
  engine: inventedEngine,
  engineGiven: true,
  situation: inventedSituation(),
  topology: {
    given: false,
    replicas: notGiven,
    hasReplicas: false,
    replicaUse: [],
    multiRegion: false,
    pooler: notGiven,
    changeCapture: notGiven,
  },
  stacks: [],
  stackVersion: '',
  traits: { names: [], remembersColumns: true, ignoreColumn: notGiven, overlap: notGiven, hasFlags: notGiven },
  runs: [],
  deploy: notGiven,
  migrationsAtStartup: notGiven,
  deployMinutes: notGiven,
  instances: notGiven,
  flags: notGiven,
  tables: [unmeasured('parcels')],
  databaseGigabytes: notGiven,
  peak: notGiven,
  freeDiskGigabytes: notGiven,
  longTransactions: notGiven,
  changes: [plannedChange()],
  risk: notGiven,
  downtime: notGiven,
  window: notGiven,
  bears: { reads: notGiven, writes: notGiven },
  thresholds: {
    writeLatency: notGiven,
    parityPercent: notGiven,
    errorFactor: notGiven,
    lagSeconds: notGiven,
    other: '',
  },
  dependencies: [],
  people: nobody,
  channels: { engineers: notGiven, stakeholders: notGiven },
  ticket: notGiven,
  baselines: notGiven,
  dashboards: notGiven,
  backup: notGiven,
  description: notGiven,
  notDoing: notGiven,
  unanswered: [],
  contradictions: [],
  ...rest,
});

/** Words of a text, for tests that look for some of them. */
export const said = (texts: readonly Text[]): string =>
  texts
    .flat()
    .map((inline) => (typeof inline === 'string' ? inline : Object.values(inline)[0]))
    .join('');
