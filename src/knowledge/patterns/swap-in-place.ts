import type { ChangeContext, Part, PhaseDraft } from '#model/change.ts';
import { checkStep, deploy, hold, step } from '#model/change.ts';
import type { Outcome } from '#model/statement.ts';
import type { Delta } from '#model/schema.ts';
import { columnName } from '#model/schema.ts';
import type { Text } from '#model/text.ts';
import { code, joinText, words } from '#model/text.ts';
import { asOne } from './as-one.ts';
import type { ListedIndex } from './listed-indexes.ts';
import { definitionOf, indexFor } from './listed-indexes.ts';
import { peopleStep } from './people-step.ts';
import { fillsLate } from './replacement.ts';
import { batchRows, pace, paceWhy } from './row-key.ts';
import { bareTable } from './table-name.ts';
import type { Swap, Turning } from './swap-columns.ts';
import { keptPair, shadowPair, swapColumns } from './swap-columns.ts';
import { undoInstead } from './with-undo.ts';
import { tidied } from './tidied.ts';

/** What a swap turns beside the columns, and the steps that a caller adds. */
export interface SwapExtras {
  readonly indexes: readonly ListedIndex[];
  readonly forth?: Turning;
  readonly back?: Turning;
  /** Scripts after the way back of the swap. */
  readonly rebuilt?: readonly Outcome[];
  readonly expanding?: PhaseDraft['steps'];
  readonly proving?: PhaseDraft['steps'];
  readonly afterSwap?: PhaseDraft['steps'];
  readonly dropping?: PhaseDraft['steps'];
  /** What must hold too before the sync stops. */
  readonly endCriteria?: readonly Text[];
}

const nothingTurns: Turning = { before: [], after: [] };

/** The swap, and what its way back must build again because it went with a constraint. */
function swapped(
  context: ChangeContext,
  swap: Swap,
  { forth = nothingTurns, back = nothingTurns, rebuilt = [] }: SwapExtras,
): Outcome {
  const outcome = swapColumns(context, swap, forth, back);
  if (outcome.kind === 'cannot' || outcome.undo.kind !== 'statements') return outcome;
  const [first, ...rest] = outcome.undo.scripts;
  const again = rebuilt.flatMap((one) => (one.kind === 'performed' ? one.scripts : []));
  const { note, ...undo } = outcome.undo;
  const early = again.length > 0 ? words`The application is back after file a; the rest runs beside it` : undefined;
  const notes = [note, early].flatMap((text) => (text === undefined ? [] : [text]));
  return {
    ...outcome,
    undo: {
      ...undo,
      scripts: [first, ...rest, ...again],
      ...(notes.length > 0 ? { note: joinText(notes, '. ') } : {}),
    },
  };
}

/** Puts the sync back on the way back only while the old type can follow, and says what must come before the swap back. */
function guarded(outcome: Outcome, { table, kept, column, fits }: Swap): Outcome {
  if (fits === undefined || outcome.kind === 'cannot' || outcome.undo.kind !== 'statements') return outcome;
  const note = words`Only while every ${code(columnName(table, column))} fits ${code(fits.type)}: file a refuses beyond it, then fix forward. The swap back comes only after the last file: before ${code(kept)} is NOT NULL it would read every row under its strong lock.`;
  return { ...outcome, undo: { ...outcome.undo, note } };
}

function opening(context: ChangeContext, swap: Swap, extras: SwapExtras): readonly [PhaseDraft, ...PhaseDraft[]] {
  const { engine } = context;
  const { table, column, shadow, newType, sync, required } = swap;
  const name = columnName(table, column);
  const added = asOne(
    context,
    words`Add ${code(shadow)} to ${code(table)} with the sync that keeps it equal to ${code(column)}`,
    words`${code(shadow)} is there; a row that is written now has both`,
    engine.addColumn({ table, column: shadow, type: newType, nullable: true }),
    engine.startSync({ name: sync, table, pairs: [shadowPair(swap)], key: swap.key }),
  );
  return [
    {
      stage: 'expand',
      title: words`Add ${code(shadow)} and keep it equal`,
      why: words`The sync fills it for every writer; no release names it.`,
      steps: [...(extras.expanding ?? []), step(added, { proves: 'shape' })],
    },
    {
      stage: 'write-both',
      title: words`A release that bears both types of ${code(name)}`,
      why: words`The type changes under its feet: it must read and write either before that moment, also in clients and jobs.`,
      steps: [deploy(words`it reads and writes ${code(column)} as ${code(newType)} and as before`)],
    },
    {
      stage: 'backfill',
      title: words`Fill ${code(shadow)} ${pace(context)}`,
      why: words`${paceWhy(context, 'Short transactions; a batch that is run again changes nothing.')}`,
      steps: [
        step(
          engine.backfill({
            table,
            key: swap.key,
            column: shadow,
            columnType: newType,
            expression: column,
            ...(swap.oldType === undefined ? {} : { expressionType: swap.oldType }),
            batchSize: batchRows,
          }),
          {
            proves: 'filled',
            undo: { kind: 'unneeded', because: words`nobody reads ${code(shadow)}; stop the batches` },
          },
        ),
        ...tidied(engine, table),
      ],
    },
    {
      stage: 'prove',
      title: words`Prove that ${code(shadow)} is equal in 100 % of the rows, then give it what ${code(column)} has`,
      why: words`After the swap it must serve at once: complete, with its indexes and NOT NULL.`,
      steps: [
        checkStep(
          words`Compare ${code(column)} and ${code(shadow)} over every row, range by range`,
          words`0 rows differ`,
          { proves: 'parity', scans: table },
        ),
        ...extras.indexes.map((listed) => step(engine.createIndex({ table, ...indexFor(listed, column, shadow) }))),
        ...(required === 'yes' && !fillsLate(context)
          ? [step(engine.setNotNull({ table, column: shadow, proof: `${bareTable(table)}_${shadow}_nn` }))]
          : []),
        ...(extras.proving ?? []),
      ],
    },
  ];
}

function closing(
  context: ChangeContext,
  swap: Swap,
  { indexes, dropping = [], endCriteria = [] }: SwapExtras,
): readonly PhaseDraft[] {
  const { engine } = context;
  const { table, column, kept, sync, required, shadow } = swap;
  const name = columnName(table, column);
  const nullable = engine.dropNotNull({ table, column: kept, proof: `${bareTable(table)}_${kept}_nn` });
  const relaxed: readonly Outcome[] = fillsLate(context)
    ? []
    : required === 'yes'
      ? [nullable]
      : required === 'unknown'
        ? [undoInstead(nullable, { kind: 'unneeded', because: words`${code(kept)} may stay nullable` })]
        : [];
  const stopped = engine.stopSync({
    name: `${sync}_back`,
    table,
    pairs: [keptPair(swap)],
    key: swap.key,
    batchSize: batchRows,
    ...(swap.fits === undefined ? {} : { fits: swap.fits }),
  });
  const [first, ...rest] = [...relaxed, stopped];
  return [
    {
      stage: 'retire',
      title: words`Stop the sync of ${code(kept)}`,
      why: words`From here on a value need not fit the old type; the first that does not closes the way back.`,
      notBeforeDays: 7,
      gate: {
        title: words`End of the easy way back for the type of ${code(name)}`,
        criteria: [
          words`7 days after the swap without a trigger, one nightly run of every job among them`,
          words`every client, job, report and load bears the new type; its owner has signed`,
          words`every instance was started after the swap`,
          ...endCriteria,
        ],
      },
      steps: [
        step(
          guarded(
            asOne(
              context,
              words`Stop the sync and let ${code(kept)} be empty in new rows`,
              words`an insert works and leaves ${code(kept)} NULL; errors flat for 30 min`,
              first ?? stopped,
              ...rest,
            ),
            swap,
          ),
          { proves: 'application' },
        ),
      ],
    },
    {
      stage: 'contract',
      title: words`Drop ${code(columnName(table, kept))}`,
      why: words`Nothing names it, and ${code(name)} holds every value.`,
      notBeforeDays: 14,
      gate: {
        title: words`Drop of ${code(kept)}`,
        criteria: [
          words`14 days without a trigger, one month-end among them`,
          words`nobody names ${code(kept)} on any node`,
        ],
      },
      steps: [
        ...dropping,
        ...indexes.map(({ index, columns, unique }) => {
          const moved = indexFor({ index, columns, unique }, column, kept).columns;
          return step(
            engine.dropIndex({
              table,
              index,
              unique,
              ...definitionOf(engine.createIndex({ table, index, columns: moved, unique })),
            }),
          );
        }),
        step(
          undoInstead(engine.dropColumn({ table, column: kept }), {
            kind: 'none',
            because: words`a column that comes back is empty`,
            loses: { what: words`the copy ${code(kept)} in the old type; ${code(name)} holds every value` },
          }),
          { proves: 'after' },
        ),
        ...indexes.map((listed) =>
          step(engine.renameIndex({ table, from: indexFor(listed, column, shadow).index, to: listed.index })),
        ),
      ],
    },
  ];
}

/** The phases of a swap under one name. */
export function swapPhases(context: ChangeContext, swap: Swap, extras: SwapExtras): Part['phases'] {
  const { table, column, kept } = swap;
  const name = columnName(table, column);
  const turn = swapped(context, swap, extras);
  // Nothing is begun that cannot be ended.
  if (turn.kind === 'cannot')
    return [
      {
        stage: 'prepare',
        title: words`The type of ${code(name)} needs another way`,
        why: turn.because,
        steps: [step(turn)],
      },
    ];
  return [
    ...opening(context, swap, extras),
    {
      stage: 'switch',
      title: words`Swap`,
      why:
        swap.required === 'yes' && fillsLate(context)
          ? words`The columns are equal. NOT NULL and keys turn with the names, and nobody can use ${code(table)} until every row was read for them: there and back as long as in the rehearsal.`
          : words`The columns are equal, so the exchange of names is a matter of milliseconds, there and back.`,
      gate: {
        title: words`Before the type of ${code(name)} changes`,
        criteria: [
          words`0 rows differ over the whole table`,
          words`every instance runs the release that bears both types; none older starts any more`,
          words`the swap and its way back were rehearsed on a copy under load: ______ s`,
        ],
      },
      steps: [step(turn, { proves: 'application' }), ...(extras.afterSwap ?? [])],
    },
    {
      stage: 'hold',
      title: words`Hold after the swap`,
      why: words`${code(kept)} is kept equal, so the way back is as short as the way there.`,
      steps: [
        peopleStep(
          words`Restart every instance, one after the other: no connection and no process remembers the old type`,
          words`each was started after the swap`,
          { kind: 'unneeded', because: words`nothing changes` },
          { minutes: { kind: 'measure', what: words`a rolling restart` } },
        ),
        hold(
          words`24 h after the swap, one peak and one run of every nightly job among them`,
          words`drift 0 and no trigger for 24 h without a break`,
          {
            kind: 'assumed',
            minutes: 24 * 60,
          },
        ),
      ],
    },
    ...closing(context, swap, extras),
  ];
}

/** What stands before a swap. */
export const standsBeforeSwap = (swap: Swap, indexes: readonly ListedIndex[]): readonly Delta[] => [
  { kind: 'add-table', table: swap.table },
  {
    kind: 'add-column',
    column: columnName(swap.table, swap.column),
    is: { nullable: swap.required !== 'yes', hasDefault: swap.default !== undefined, filled: true },
  },
  ...indexes.map(({ index }): Delta => ({ kind: 'add-object', object: `index ${index}` })),
];
