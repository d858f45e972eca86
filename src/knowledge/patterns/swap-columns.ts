import type { ChangeContext } from '#model/change.ts';
import { together } from '#model/combine.ts';
import type { Expression, SyncPair } from '#model/operations.ts';
import type { Delta, TableName } from '#model/schema.ts';
import { columnName } from '#model/schema.ts';
import type { Outcome, Script, Statement } from '#model/statement.ts';
import { statementsOf } from '#model/statement.ts';
import type { Text } from '#model/text.ts';
import { code, words } from '#model/text.ts';
import { fillsLate } from './replacement.ts';
import { bareTable } from './table-name.ts';

/** A column that gets another type under its own name: a shadow of it is filled and kept equal, then the two change names. */
export interface Swap {
  readonly table: TableName;
  readonly column: string;
  /** The name of the new column until the swap. */
  readonly shadow: string;
  /** The name of the old column after the swap. */
  readonly kept: string;
  readonly oldType?: string;
  readonly newType: string;
  readonly narrows: boolean;
  readonly default?: Expression;
  readonly required: 'yes' | 'no' | 'unknown';
  readonly sync: string;
  /** What batches walk. */
  readonly key: string;
  /** A key that fills up: its old type, and the sequence that goes on beyond it. */
  readonly fits?: { readonly type: string; readonly sequence?: string };
}

/** Something else that must turn in the same transaction, such as a primary key. */
export interface Turning {
  readonly before: readonly Outcome[];
  /** What goes over from the one column to the other, such as a sequence. */
  readonly moves?: readonly Outcome[];
  readonly after: readonly Outcome[];
}

const typesOf = ({ oldType, newType, narrows }: Swap): Omit<SyncPair, 'from' | 'to'> => ({
  narrows,
  toType: newType,
  ...(oldType === undefined ? {} : { fromType: oldType }),
});

export const shadowPair = (swap: Swap): SyncPair => ({ from: swap.column, to: swap.shadow, ...typesOf(swap) });
export const keptPair = (swap: Swap): SyncPair => ({ from: swap.kept, to: swap.column, ...typesOf(swap) });

const scriptsOf = (outcome: Outcome): readonly Script[] => (outcome.kind === 'performed' ? outcome.scripts : []);
const deltasOf = (outcomes: readonly Outcome[]): readonly Delta[] =>
  outcomes.flatMap((outcome) => statementsOf(scriptsOf(outcome)).flatMap(({ deltas }) => deltas));

/**
 * The same statements, with what they do to the schema said once, by the last one.
 *
 * Both columns hold the same values, so after an exchange of names nobody can tell which of them is which: what is seen is that the shadow has another name.
 */
function seenAsOne(outcome: Outcome, deltas: readonly Delta[]): Outcome {
  if (outcome.kind === 'cannot') return outcome;
  const last = statementsOf(outcome.scripts).at(-1);
  const seen = (statement: Statement): Statement => ({ ...statement, deltas: statement === last ? deltas : [] });
  const script = (one: Script): Script => {
    const [first, ...rest] = one.statements;
    return { ...one, statements: [seen(first), ...rest.map(seen)] };
  };
  const [first, ...rest] = outcome.scripts;
  return { ...outcome, scripts: [script(first), ...rest.map(script)] };
}

const turned = (
  does: Text,
  worked: Text,
  [first, ...rest]: readonly Outcome[],
  seen: readonly Delta[],
): Outcome | undefined => (first === undefined ? undefined : seenAsOne(together(does, worked, first, ...rest), seen));

/** Both columns change names in one transaction, with their sync and default; the way back does the same, and nothing is copied. */
export function swapColumns(context: ChangeContext, swap: Swap, forth: Turning, back: Turning): Outcome {
  const { engine } = context;
  const { table, column, shadow, kept, sync, default: given } = swap;
  const after = `${sync}_back`;
  const stop = (name: string, pair: SyncPair) =>
    engine.stopSync({ name, table, pairs: [pair], key: swap.key, batchSize: 1 });
  const move = (from: string, to: string): readonly Outcome[] =>
    given === undefined
      ? []
      : [
          engine.setDefault({ table, column: to, default: given }),
          engine.dropDefault({ table, column: from, was: given }),
        ];
  const [shadowName, keptName] = [columnName(table, shadow), columnName(table, kept)];
  const startsAfter = engine.startSync({ name: after, table, pairs: [keptPair(swap)], key: swap.key });
  const startsBefore = engine.startSync({ name: sync, table, pairs: [shadowPair(swap)], key: swap.key });
  // Where the sync fills late, NOT NULL turns with the names: nobody leaves the column out that has it.
  const nullness = (required: string, optional: string): readonly Outcome[] =>
    swap.required === 'yes' && fillsLate(context)
      ? [
          engine.setNotNull({ table, column: required, proof: `${bareTable(table)}_${required}_nn` }),
          engine.dropNotNull({ table, column: optional, proof: `${bareTable(table)}_${optional}_nn` }),
        ]
      : [];

  const worked = words`an insert and an update of ${code(column)} work, and ${code(kept)} follows`;
  const forward = turned(
    words`Exchange names in one transaction: ${code(column)} becomes ${code(kept)}, ${code(shadow)} becomes ${code(column)}`,
    worked,
    [
      ...forth.before,
      stop(sync, shadowPair(swap)),
      ...nullness(shadow, column),
      ...move(column, shadow),
      ...(forth.moves ?? []),
      engine.renameColumn({ table, from: column, to: kept }),
      engine.renameColumn({ table, from: shadow, to: column }),
      ...forth.after,
      startsAfter,
    ],
    [
      ...deltasOf(forth.before),
      { kind: 'stop-sync', name: sync },
      { kind: 'rename-column', from: shadowName, to: keptName },
      ...deltasOf(forth.after),
      ...deltasOf([startsAfter]),
    ],
  );
  const backward = turned(
    words`Exchange the names again`,
    worked,
    [
      ...back.before,
      stop(after, keptPair(swap)),
      engine.renameColumn({ table, from: column, to: shadow }),
      engine.renameColumn({ table, from: kept, to: column }),
      ...nullness(column, shadow),
      ...move(shadow, column),
      ...(back.moves ?? []),
      ...back.after,
      startsBefore,
    ],
    [
      ...deltasOf(back.before),
      { kind: 'stop-sync', name: after },
      { kind: 'rename-column', from: keptName, to: shadowName },
      ...deltasOf(back.after),
      ...deltasOf([startsBefore]),
    ],
  );
  if (forward?.kind !== 'performed' || backward?.kind !== 'performed') return forward ?? startsAfter;
  return {
    ...forward,
    undo: {
      kind: 'statements',
      scripts: backward.scripts,
      minutes: { kind: 'assumed', minutes: 2 },
      loses: 'nothing',
      ...(swap.narrows
        ? { note: words`Fails, and changes nothing, once ${code(column)} holds a value that the old type cannot` }
        : {}),
    },
  };
}
