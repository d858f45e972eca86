import type { ChangeContext, CheckDraft, Part, PhaseDraft } from '#model/change.ts';
import { checkStep, step } from '#model/change.ts';
import type { Needs } from '#model/release.ts';
import type { Outcome } from '#model/statement.ts';
import { code, words } from '#model/text.ts';
import { bareTable } from './table-name.ts';
import { columnStands } from './table-needs.ts';
import { withStatement } from './with-statement.ts';

/** A table whose key changes in one step, because it has one at every moment. */
export interface ChangedKey {
  readonly table: string;
  readonly columns: readonly string[];
  /** Its columns are NOT NULL already. */
  readonly proved: boolean;
  /** The columns of the key today, where they were said. */
  readonly was?: readonly string[];
}

const checksOf = ({ engine: { query } }: ChangeContext, { table, columns, was }: ChangedKey): readonly CheckDraft[] => {
  const listed = columns.join(', ');
  const old = was?.join(', ') ?? 'the old key';
  return [
    {
      key: 'room',
      title: words`Size of ${code(table)} and its indexes`,
      when: 'before',
      stages: ['prepare', 'prove'],
      how: words`Measure it and the free disk of every node; the dry run says how much is used for a while`,
      ...withStatement(query.tableSize({ table })),
      expected: words`every node has free more than twice what the dry run used: ______ GB`,
      tolerance: words`none: a job without disk stands still`,
    },
    {
      key: 'duplicates',
      title: words`Duplicates of ${code(listed)}`,
      when: 'before',
      stages: ['prepare', 'expand', 'prove'],
      how: words`Count the values that stand more than once`,
      ...withStatement(query.countDuplicates({ table, columns })),
      expected: words`0`,
      tolerance: words`none: one makes the change fail at its end`,
    },
    ...columns.map((column): CheckDraft => ({
      key: `nulls-${column}`,
      title: words`Rows without ${code(column)}`,
      when: 'before',
      stages: ['prepare', 'expand', 'prove'],
      how: words`Count the rows in which it is NULL`,
      ...withStatement(query.countNulls({ table, column })),
      expected: words`0`,
      tolerance: words`none`,
    })),
    {
      key: 'shape',
      title: words`The key of ${code(table)}`,
      when: 'after',
      stages: ['prove'],
      how: words`Describe ${code(table)} before and after; compare every index, constraint and foreign key`,
      ...withStatement(query.describeTable({ table })),
      expected: words`the key is ${code(listed)}; ${code(old)} is a unique index; all else is what it was`,
      tolerance: words`none`,
    },
    {
      key: 'plans',
      title: words`Plans of the ten hottest statements on ${code(table)}`,
      when: 'after',
      stages: ['prove'],
      how: words`Explain each before and after, and compare its P99 with the baseline at the same hour`,
      expected: words`reads by ${code(old)} use its unique index, one lookup more; none reads the whole table`,
      tolerance: words`P99 within the threshold of the triggers`,
    },
  ];
};

const phasesOf = (
  { table, columns }: ChangedKey,
  open: readonly string[],
  required: readonly Outcome[],
  changed: Outcome,
): readonly [PhaseDraft, ...PhaseDraft[]] => {
  const count = checkStep(
    words`Count duplicates of ${code(columns.join(', '))} and rows in which one of them is NULL`,
    words`0 of both`,
    { proves: 'duplicates' },
  );
  const change: PhaseDraft = {
    stage: 'prove',
    title: words`Change the key of ${code(table)}`,
    why: words`Reads and writes go on. The old key stays unique, so it can be the key again.`,
    steps: [
      ...(open.length === 0 ? [count] : []),
      step(changed, {
        minutes: { kind: 'measure', what: words`the change of the key in the dry run` },
        proves: 'shape',
      }),
    ],
  };
  return open.length === 0
    ? [change]
    : [
        {
          stage: 'expand',
          title: words`Set NOT NULL on ${code(open.join(', '))}`,
          why: words`A key takes only columns that are NOT NULL, and the setting is taken back by itself.`,
          steps: [count, ...required.map((outcome) => step(outcome))],
        },
        change,
      ];
};

/** One change of the key, and what is looked at around it. */
export function keyChanged(context: ChangeContext, key: ChangedKey, changed: Outcome): Omit<Part, 'questions'> {
  const { table, columns, proved, was } = key;
  const listed = columns.join(', ');
  const today: Needs = {
    reads: [],
    writes: [{ table, inserts: true, columns, optional: [], defaults: [] }],
    ignores: [],
  };
  // What is in the key today is NOT NULL already.
  const open = proved ? [] : columns.filter((column) => was?.includes(column) !== true);
  const required = open.map((column) =>
    context.engine.setNotNull({ table, column, proof: `${bareTable(table)}_${column}_nn` }),
  );
  return {
    summary: words`${code(listed)} becomes the primary key of ${code(table)}${was === undefined ? '' : words` in place of ${code(was.join(', '))}`}`,
    strategy: {
      name: words`The key changes in one step, and the old one stays as a unique index`,
      why: words`Nobody waits while rows and indexes are written in the new order. While the old key is unique the same statement leads back to it.`,
      rejected: [
        {
          what: words`Drop the old key and add the new one in one statement`,
          because: words`no unique index of the old key is left: reads by it read the whole table, and the first duplicate closes the way back`,
        },
        {
          what: words`A second table with the new key, filled and exchanged`,
          because: words`every writer must write both for days, for what one step does`,
        },
      ],
    },
    before: [
      { kind: 'add-table', table },
      ...columns.map((column) => columnStands(table, column, { nullable: open.includes(column) })),
    ],
    copies: [],
    application: { today },
    phases: phasesOf(key, open, required, changed),
    checks: checksOf(context, key),
    checklist: [
      {
        title: words`Writers of ${code(table)}`,
        detail: words`Every release that runs or may come back, every job and import gives ${code(listed)} in each row, once only, and says by which columns a row is taken for the same: a statement that means the key without naming it means the new one from then on: ______`,
        critical: true,
      },
      {
        title: words`Who knows the old key by name or place`,
        detail: words`Foreign keys that point to ${code(table)}, consumers of change events (their key changes), caches, partitions and zones: each was tried with the new key by ______`,
        critical: true,
      },
      {
        title: words`The old key`,
        detail: words`Its unique index goes later, as a change of its own, once no read, foreign key or way back needs it: ______`,
        critical: false,
      },
    ],
    touches: [],
  };
}
