import type { ChangeContext, CheckDraft, Part } from '#model/change.ts';
import { defineChange } from '#model/change.ts';
import { choiceField, expressionField, nameField, typeField } from '#model/fields.ts';
import { isGiven } from '#model/given.ts';
import type { ChecklistItem, Question } from '#model/plan.ts';
import type { Delta } from '#model/schema.ts';
import { columnName } from '#model/schema.ts';
import type { Text } from '#model/text.ts';
import { code, words } from '#model/text.ts';
import { tableField } from '../patterns/column-fields.ts';
import type { KeySwap } from '../patterns/key-swap.ts';
import { keyExtras } from '../patterns/key-swap.ts';
import { listedChildren } from '../patterns/listed-children.ts';
import { listedIndexes } from '../patterns/listed-indexes.ts';
import { openFields } from '../patterns/open-fields.ts';
import { swapPart } from '../patterns/swap-part.ts';
import { bareTable } from '../patterns/table-name.ts';
import { typeInPlace } from '../patterns/type-in-place.ts';
import { withStatement } from '../patterns/with-statement.ts';

const fields = {
  table: tableField,
  column: nameField('Key column', { essential: true, placeholder: 'id', gives: 'the name in every statement' }),
  from: typeField('Type today', { placeholder: 'integer', gives: 'what the way back can hold' }),
  to: typeField('New type', { placeholder: 'bigint', gives: 'the type of the new key' }),
  source: choiceField('Where do its values come from?', {
    essential: true,
    options: [
      { id: 'sequence', label: 'A sequence that is its default' },
      { id: 'identity', label: 'An identity of the column' },
      { id: 'application', label: 'The application' },
    ],
    gives: 'what must move to the new column in the moment of the swap',
  }),
  sequence: nameField('Sequence', {
    when: { field: 'source', is: ['sequence', 'identity'] },
    gives: 'the names in the swap',
  }),
  constraint: nameField('Primary key constraint', { gives: 'the name that goes and comes back in the swap' }),
  children: expressionField('Foreign keys that refer to it', {
    hint: 'order_items_order_id_fkey (order_items.order_id) ON DELETE CASCADE, …; or as the database lists them',
    gives: 'which constraints are taken off and put back in the swap with their rules, and proved after it',
  }),
  indexes: expressionField('Other indexes that hold it', {
    hint: 'With their columns in brackets: orders_day_id_idx (placed_on, id)',
    gives: 'one online build for each on the new column',
  }),
} as const;

const keySwapOf = (context: ChangeContext): KeySwap => {
  const [table, column] = [context.name('table'), context.name('column')];
  const identity = context.fields['source'] === 'identity';
  const fed = identity || context.fields['source'] === 'sequence';
  return {
    swap: {
      table,
      column,
      shadow: `${column}_new`,
      kept: `${column}_old`,
      newType: context.name('to'),
      narrows: true,
      required: 'yes',
      sync: `${bareTable(table)}_${column}_sync`,
      key: column,
      fits: { type: context.name('from'), ...(fed ? { sequence: context.name('sequence') } : {}) },
    },
    primaryKey: context.answered('constraint') ? context.name('constraint') : `${bareTable(table)}_pkey`,
    children: listedChildren(context.fields['children'] ?? ''),
    oldType: context.name('from'),
    indexes: listedIndexes(context.fields['indexes'] ?? '', column),
    ...(fed ? { sequence: context.name('sequence'), identity } : {}),
  };
};

const before = (
  { swap: { table, column }, primaryKey, children, indexes }: KeySwap,
  fed: boolean,
): readonly Delta[] => [
  { kind: 'add-table', table },
  ...[...new Set(children.map((child) => child.table))].map((child): Delta => ({ kind: 'add-table', table: child })),
  { kind: 'add-column', column: columnName(table, column), is: { nullable: false, hasDefault: fed, filled: true } },
  ...[primaryKey, ...children.map(({ constraint }) => constraint)].map((constraint): Delta => ({
    kind: 'add-object',
    object: `constraint ${constraint}`,
  })),
  ...indexes.map(({ index }): Delta => ({ kind: 'add-object', object: `index ${index}` })),
];

const keyChecks = (
  { query }: ChangeContext['engine'],
  { swap: { table, column }, children, oldType }: KeySwap,
): readonly CheckDraft[] => [
  {
    key: 'headroom',
    title: words`Room left in ${code(columnName(table, column))}`,
    when: 'before',
    stages: ['prepare', 'expand', 'backfill', 'switch', 'retire'],
    how: words`The last key and how fast it grows, against the end of ${code(oldType)}; daily until the sync stops`,
    ...withStatement(query.sequenceHeadroom({ table, column, type: oldType })),
    expected: words`the end lies at least twice as far away as the sync will stop: on ______ it would be reached`,
    tolerance: words`none: while the sync runs, a key beyond the end of ${code(oldType)} makes the insert fail`,
  },
  ...children.map((child, index): CheckDraft => ({
    key: `orphans-${index}`,
    title: words`Rows of ${code(child.table)} whose counterpart is missing`,
    when: 'during',
    stages: ['prepare', 'switch'],
    how: words`Count them before the swap, and again after the proof of ${code(child.constraint)}`,
    ...withStatement(
      query.countOrphans({
        table: child.table,
        columns: [child.column],
        references: table,
        referencedColumns: [column],
      }),
    ),
    expected: words`0`,
    tolerance: words`none`,
  })),
];

const keyChecklist = ({ swap: { table, column, newType }, children, oldType }: KeySwap): readonly ChecklistItem[] => [
  {
    title: words`Columns that hold this key`,
    detail: words`Each column that refers to ${code(columnName(table, column))}, with or without a foreign key, is ${code(newType)} before the sync stops, as a change of its own${children.length > 0 ? words`: ${code(children.map((child) => columnName(child.table, child.column)).join(', '))}` : ''}; also in other databases, archives and caches: ______`,
    critical: true,
  },
  {
    title: words`Everyone who reads ${code(columnName(table, column))}`,
    detail: words`Services, clients, jobs, reports, loads, message formats that count in 32 bits or fix its place among the columns; JavaScript ends at 9,007,199,254,740,991: each was tried with a key above 2,147,483,647 by ______`,
    critical: true,
  },
  {
    title: words`Replication by key`,
    detail: words`At the swap the key in each change event of ${code(table)} goes from ${code(oldType)} to ${code(newType)}: consumers and schemas take both before. A replica identity that names the index of the old key (${code('relreplident')}) is set anew by hand, there and back. The fill sends one event per row: ______`,
    critical: true,
  },
];

/** A sequence or an identity that stays behind in the swap leaves every insert without a key. */
const unknownSource = (name: string): Question => ({
  about: words`What gives ${code(name)} its values was not said`,
  settle: words`Do not run this plan before it is known: a sequence or identity must move in the moment of the swap, or every insert fails once the sync stops. Answer it, then make the plan anew`,
  who: 'executor',
});

/** What the swap puts back is written without rules where none were said. */
function unknownRules(table: string, children: KeySwap['children']): readonly Question[] {
  const open = children.filter(({ rules }) => rules === undefined).map(({ constraint }) => constraint);
  if (open.length === 0) return [];
  return [
    {
      about: words`${code('ON DELETE')}, ${code('ON UPDATE')}, ${code('DEFERRABLE')} of ${code(open.join(', '))} not given`,
      settle: words`The swap, there and back, would add it without: copy its line from the description of ${code(table)} into the answers, then make the plan anew`,
      who: 'executor',
    },
  ];
}

/** A process that remembers the old type refuses a greater key by itself, before and after the swap. */
function declaredTypes({ stack }: ChangeContext, { swap, children }: KeySwap): readonly Text[] {
  const { declareType } = stack;
  if (!declareType) return [];
  return [{ table: swap.table, column: swap.column }, ...children].flatMap(({ table, column }) => {
    const declared = declareType(column, swap.newType);
    return declared === undefined ? [] : [words`In the model of ${code(table)}: ${code(declared)}.`];
  });
}

const grouped = (value: number): string => String(Math.floor(value)).replaceAll(/\B(?=(\d{3})+$)/g, ',');

/** How long the old type lasts at best, by the rows and writes that were given. */
function headroom(context: ChangeContext, { swap: { table, column, newType }, oldType }: KeySwap): readonly Question[] {
  const { rows, writesPerSecond } = context.scale(table);
  const { greatest } = context.engine.typeChange(oldType, newType);
  if (greatest === undefined || !isGiven(rows) || !isGiven(writesPerSecond) || writesPerSecond <= 0) return [];
  const left = Math.max(0, greatest - rows);
  const days = left / writesPerSecond / 86_400;
  return [
    {
      about: words`${code(columnName(table, column))} may fill up before the sync stops`,
      settle: words`At most ${grouped(greatest)} − ${grouped(rows)} rows = ${grouped(left)} keys are left, ${days.toFixed(1)} days if each of ${grouped(writesPerSecond)} writes/s is an insert; the sync stops after the fill + 1 + 7 days`,
      who: 'executor',
    },
  ];
}

/** Where nothing can keep a second key equal for writers that do not know it, the key changes where it stands. */
function inPlace(context: ChangeContext): Part {
  const [table, column] = [context.name('table'), context.name('column')];
  const [from, to] = [context.name('from'), context.name('to')];
  return {
    ...typeInPlace(context, { table, column, from, to }),
    summary: words`The key ${code(columnName(table, column))} becomes ${code(to)} where it stands`,
    questions: openFields(context, fields),
  };
}

export const widenKey = defineChange({
  id: 'widen-key',
  title: 'Widen a key',
  group: 'Columns',
  hint: 'From integer to bigint, before it is full',
  nature: 'transform',
  fields,
  part: (context): Part => {
    if (context.engine.capability('columnSync').kind === 'never') return inPlace(context);
    const turning = keySwapOf(context);
    const { swap, primaryKey, children } = turning;
    const source = context.fields['source'] ?? '';
    const fed = source === 'sequence' || source === 'identity';
    const name = columnName(swap.table, swap.column);
    // An identity may refuse a value of the writer's own.
    const gives = source === 'identity' ? 'reads' : fed ? 'sometimes' : 'always';
    const part = swapPart(context, swap, keyExtras(context, turning), gives);
    const whole: readonly Question[] =
      context.engine.can('transactionalDdl') && context.engine.can('columnSync')
        ? []
        : [
            {
              about: words`Whether ${context.engine.name} undoes schema changes with their transaction, and keeps two columns equal by itself, is not confirmed`,
              settle: words`Without both the swap is not one moment: plan it with everything stopped, or by a second table`,
              who: 'executor',
            },
          ];
    const declared = declaredTypes(context, turning);
    return {
      ...part,
      ...(declared.length > 0
        ? {
            releaseNotes: {
              ...part.releaseNotes,
              'write-both': [...(part.releaseNotes?.['write-both'] ?? []), ...declared],
            },
          }
        : {}),
      summary: words`The key ${code(name)} becomes ${code(swap.newType)}: a shadow of it is filled beside it, then both exchange names together with ${code(primaryKey)}${children.length > 0 ? ` and ${children.length} foreign key${children.length > 1 ? 's' : ''}` : ''}`,
      readersBear: { what: words`${code(name)} as ${code(swap.newType)}`, from: 'switch' },
      restsWhile: words`keys are left: ${code(name)} stays within ${code(turning.oldType)} until the sync stops`,
      before: before(turning, fed),
      checks: [...part.checks, ...keyChecks(context.engine, turning)],
      checklist: [...part.checklist, ...keyChecklist(turning)],
      questions: [
        ...whole,
        ...(source === '' || source === 'not-sure' ? [unknownSource(name)] : []),
        ...headroom(context, turning),
        ...unknownRules(swap.table, children),
        ...openFields(context, fields),
      ],
    };
  },
});
