import type { Step } from '#model/plan.ts';
import type { Needs, Release } from '#model/release.ts';
import type { Column, Delta } from '#model/schema.ts';
import type { Script, Statement, Undo } from '#model/statement.ts';
import { foldSchema } from './fold-schema.ts';
import { emptySchema } from '#model/schema.ts';
import type { Walkable } from './walk.ts';

/** A statement of no engine: nothing but what it does to the schema. */
const inventedStatement = (...deltas: readonly Delta[]): Statement => ({
  text: deltas.map(({ kind }) => kind).join(' '),
  language: 'text',
  effect: { locks: [], blocks: 'nothing', work: 'catalog', transaction: 'any' },
  source: { kind: 'unconfirmed', question: 'none' },
  deltas,
});

/** One script with one statement. */
const inventedScript = (...deltas: readonly Delta[]): Script => ({
  guard: 'short-lock',
  transaction: 'one',
  statements: [inventedStatement(...deltas)],
});

const undoBy = (...deltas: readonly Delta[]): Undo => ({
  kind: 'statements',
  scripts: [inventedScript(...deltas)],
  minutes: { kind: 'assumed', minutes: 1 },
  loses: 'nothing',
});

const base = { actor: 'executor', minutes: { kind: 'assumed', minutes: 1 }, worked: ['seen'] } as const;

/** A step that changes the schema. */
const schemaStep = (id: string, deltas: readonly Delta[], undo: Undo): Step => ({
  ...base,
  id,
  does: [id],
  action: { kind: 'statements', scripts: [inventedScript(...deltas)] },
  undo,
});

const deployStep = (id: string, release: string): Step => ({
  ...base,
  id,
  does: [id],
  action: { kind: 'deploy', release },
  undo: { kind: 'deploy', minutes: { kind: 'assumed', minutes: 12 }, loses: 'nothing' },
});

const flagStep = (id: string, share: number): Step => ({
  ...base,
  id,
  does: [id],
  action: { kind: 'flag', flag: 'read_new', share },
  undo: { kind: 'flag', flag: 'read_new', share: 0, minutes: { kind: 'assumed', minutes: 1 }, loses: 'nothing' },
});

const release = (id: string, needs: Partial<Needs>, remembersColumns = false): Release => ({
  id,
  title: `Release ${id}`,
  reads: [],
  writes: [],
  ignores: [],
  ...needs,
  remembersColumns,
  probes: [],
});

const column = (rest: Partial<Column> = {}): Column => ({
  nullable: true,
  hasDefault: false,
  filled: false,
  ...rest,
});

/** What can be changed in the invented column replacement, to plant a fault in it. */
export interface Recipe {
  readonly sync: boolean;
  readonly backfill: boolean;
  readonly requireBeforeSync: boolean;
  readonly dualWrites: boolean;
  readonly oldIgnores: boolean;
  readonly newSuppliesDefault: boolean;
  readonly moveDefault: boolean;
  readonly relaxOld: boolean;
  readonly copyBack: boolean;
  readonly remembers: boolean;
  readonly newIsWider: boolean;
  readonly newWritesWide: boolean;
  readonly lastIgnoresOld: boolean;
}

export const soundRecipe: Recipe = {
  sync: true,
  backfill: true,
  requireBeforeSync: false,
  dualWrites: true,
  oldIgnores: true,
  newSuppliesDefault: true,
  moveDefault: true,
  relaxOld: true,
  copyBack: true,
  remembers: true,
  newIsWider: false,
  newWritesWide: false,
  lastIgnoresOld: true,
};

const [was, is] = ['orders.status', 'orders.status_v2'] as const;

/** A column replaced by another, as the laws see it, with every precaution that the recipe still has. */
export function columnReplacement(recipe: Recipe = soundRecipe): Walkable {
  const before: readonly Delta[] = [
    { kind: 'add-table', table: 'orders' },
    {
      kind: 'add-column',
      column: was,
      is: column({ nullable: false, hasDefault: true, filled: true, narrow: recipe.newIsWider }),
    },
  ];
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
  const add: Delta = { kind: 'add-column', column: is, is: column() };
  const drop: Delta = { kind: 'drop-column', column: is };
  const required: Delta = { kind: 'alter-column', column: is, set: { nullable: false } };
  const relaxed: Delta = { kind: 'alter-column', column: is, set: { nullable: true } };
  const expand = [add, ...(recipe.sync ? [sync] : []), ...(recipe.requireBeforeSync ? [required] : [])];

  const releases = [
    release(
      '0',
      {
        reads: [{ column: was }],
        writes: [{ table: 'orders', inserts: true, columns: [], optional: ['status'], defaults: [] }],
        ignores: recipe.oldIgnores ? [is] : [],
      },
      recipe.remembers,
    ),
    release(
      '1',
      {
        reads: [
          { column: was, when: 'flag-off' },
          { column: is, fallback: was, when: 'flag-on' },
        ],
        writes: [
          {
            table: 'orders',
            inserts: true,
            columns: recipe.dualWrites ? ['status', 'status_v2'] : ['status'],
            optional: [],
            defaults: [],
          },
        ],
      },
      recipe.remembers,
    ),
    release(
      '2',
      {
        reads: [{ column: is }],
        writes: [
          {
            table: 'orders',
            inserts: true,
            columns: [],
            optional: ['status_v2'],
            defaults: recipe.newSuppliesDefault ? ['status_v2'] : [],
            ...(recipe.newWritesWide ? { wide: ['status_v2'] } : {}),
          },
        ],
        ignores: recipe.lastIgnoresOld ? [was] : [],
      },
      recipe.remembers,
    ),
  ];

  const moved: readonly Delta[] = recipe.moveDefault
    ? [{ kind: 'alter-column', column: is, set: { hasDefault: true } }]
    : [];
  const stop: readonly Delta[] = [
    ...moved,
    ...(recipe.sync ? [unsync] : []),
    ...(recipe.relaxOld
      ? [{ kind: 'alter-column' as const, column: was, set: { nullable: true, hasDefault: false } }]
      : []),
  ];
  const restart: readonly Delta[] = [
    ...(recipe.relaxOld ? [{ kind: 'alter-column' as const, column: was, set: { hasDefault: true } }] : []),
    ...(recipe.moveDefault ? [{ kind: 'alter-column' as const, column: is, set: { hasDefault: false } }] : []),
    ...(recipe.sync ? [sync] : []),
    ...(recipe.copyBack ? [{ kind: 'fill' as const, column: was }] : []),
    ...(recipe.relaxOld ? [{ kind: 'alter-column' as const, column: was, set: { nullable: false } }] : []),
  ];
  return {
    environment: { before: foldSchema(emptySchema, before), copies: [[was, is]] },
    releases,
    phases: [
      { id: '1', steps: [schemaStep('1.1', expand, undoBy(...(recipe.sync ? [unsync] : []), drop))] },
      { id: '2', steps: [deployStep('2.1', '1')] },
      {
        id: '3',
        steps: [
          schemaStep('3.1', recipe.backfill ? [{ kind: 'fill', column: is }] : [], {
            kind: 'unneeded',
            because: ['unread'],
          }),
        ],
      },
      { id: '4', steps: recipe.requireBeforeSync ? [] : [schemaStep('4.1', [required], undoBy(relaxed))] },
      { id: '5', steps: [flagStep('5.1', 5), flagStep('5.2', 50), flagStep('5.3', 100)] },
      { id: '6', steps: [deployStep('6.1', '2')] },
      { id: '7', steps: [schemaStep('7.1', stop, undoBy(...restart))] },
      {
        id: '8',
        steps: [
          schemaStep('8.1', [{ kind: 'drop-column', column: was }], {
            kind: 'none',
            because: ['gone'],
            loses: { what: ['old values'] },
          }),
        ],
      },
    ],
  };
}
