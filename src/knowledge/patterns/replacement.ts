import type { ChangeContext } from '#model/change.ts';
import { isGiven } from '#model/given.ts';
import type { Expression, SyncPair } from '#model/operations.ts';
import type { TableName } from '#model/schema.ts';
import { columnName } from '#model/schema.ts';
import { statementsOf } from '#model/statement.ts';
import type { ListedIndex } from './listed-indexes.ts';
import { bareTable } from './table-name.ts';

/** A column that takes over from another one of the same table, under another name. */
export interface Replacement extends SyncPair {
  readonly table: TableName;
  readonly newType: string;
  /** The default of the old column. */
  readonly default?: Expression;
  /** The same default in the new type; left out when the text is the same. */
  readonly newDefault?: Expression;
  /** Whether the old column is NOT NULL. */
  readonly required: 'yes' | 'no' | 'unknown';
  /** The old column's indexes. */
  readonly indexes: readonly ListedIndex[];
}

/** The names that a replacement gives to what it makes. */
export const namesOf = ({ table, from, to }: Replacement) => ({
  old: columnName(table, from),
  fresh: columnName(table, to),
  sync: `${bareTable(table)}_${from}_sync`,
  flag: `${bareTable(table)}_read_${to}`,
  proof: `${bareTable(table)}_${to}_nn`,
  oldProof: `${bareTable(table)}_${from}_nn`,
  file: `${bareTable(table)}_${from}.csv`,
});

/** The two columns as the sync takes them. */
export const pairOf = ({ from, to, forward, backward, narrows, fromType, newType }: Replacement): SyncPair => ({
  from,
  to,
  toType: newType,
  ...(fromType === undefined ? {} : { fromType }),
  ...(forward === undefined ? {} : { forward }),
  ...(backward === undefined ? {} : { backward }),
  ...(narrows === undefined ? {} : { narrows }),
});

/** The type of what fills the new column: that of the old one, or what the expression makes of it. */
export const filledFrom = ({ forward, fromType, newType }: Replacement): string | undefined =>
  forward === undefined ? fromType : newType;

/**
 * The engine's sync fills a column only after the row was checked: none of the two may be NOT NULL while a release that runs leaves it out.
 */
export const fillsLate = ({ engine }: Pick<ChangeContext, 'engine'>): boolean => {
  const started = engine.startSync({ name: 'sync', table: 't', pairs: [{ from: 'a', to: 'b' }] });
  return (
    started.kind === 'performed' &&
    statementsOf(started.scripts).some(({ deltas }) =>
      deltas.some((delta) => delta.kind === 'start-sync' && delta.sync.late === true),
    )
  );
};

/** Who keeps the two columns equal, and how reads move: by what the engine and the stack have. */
export const meansOf = ({ engine, stack }: ChangeContext) => ({
  synced: engine.can('columnSync'),
  flagged: !isGiven(stack.hasFlags) || stack.hasFlags,
});
