import type { ChangeContext } from '#model/change.ts';
import { step } from '#model/change.ts';
import { columnName } from '#model/schema.ts';
import type { Outcome } from '#model/statement.ts';
import { code, words } from '#model/text.ts';
import type { ListedChild } from './listed-children.ts';
import type { ListedIndex } from './listed-indexes.ts';
import { definitionOf } from './listed-indexes.ts';
import type { Swap } from './swap-columns.ts';
import type { SwapExtras } from './swap-in-place.ts';
import { bareTable } from './table-name.ts';

/** A primary key that turns with its column, and what refers to it. */
export interface KeySwap {
  readonly swap: Swap;
  readonly primaryKey: string;
  readonly children: readonly ListedChild[];
  /** The sequence that feeds the key; left out where the application does. */
  readonly sequence?: string;
  /** The sequence belongs to the column itself. */
  readonly identity?: boolean;
  readonly oldType: string;
  /** Other indexes that hold the key. */
  readonly indexes: readonly ListedIndex[];
}

/**
 * What must turn with the columns: a constraint takes its index with it when it goes, so a spare index stands ready for the way back,
 * and both are built again after it.
 */
export function keyExtras(
  { engine }: ChangeContext,
  { swap, primaryKey, children, sequence, identity = false, oldType, indexes }: KeySwap,
): SwapExtras {
  const { table, column, shadow, kept, newType } = swap;
  const [fresh, spare] = [`${bareTable(table)}_${shadow}_key`, `${bareTable(table)}_${kept}_key`];
  const unique = (index: string, over: string) => engine.createIndex({ table, index, columns: [over], unique: true });
  // No definition: the way back of the whole swap adds what is dropped here by itself.
  const drops: readonly Outcome[] = [
    ...children.map((child, index) =>
      engine.dropConstraint({
        table: child.table,
        constraint: child.constraint,
        references: table,
        definition: '',
        // Writers go from the row that is referred to to those that refer to it.
        ...(index === 0 ? { lockFirst: [table, ...new Set(children.map((one) => one.table))] } : {}),
      }),
    ),
    engine.dropConstraint({ table, constraint: primaryKey, definition: '' }),
  ];
  const refers = children.map((child) =>
    engine.addForeignKey({
      table: child.table,
      constraint: child.constraint,
      columns: [child.column],
      references: table,
      referencedColumns: [column],
      ...(child.rules === undefined ? {} : { rules: child.rules }),
    }),
  );
  const proofs = children
    .filter(({ unproved }) => unproved !== true)
    .map((child) => engine.validateConstraint({ table: child.table, constraint: child.constraint, references: table }));
  const key = (index: string) => engine.attachPrimaryKey({ table, constraint: primaryKey, index, columns: [column] });
  const feed = (from: string, to: string) =>
    sequence === undefined ? [] : [engine.moveSequence({ table, sequence, from, to, identity })];
  return {
    indexes,
    // An identity has the type of its column, and gets the new one with it.
    expanding:
      sequence === undefined || identity ? [] : [step(engine.widenSequence({ sequence, from: oldType, to: newType }))],
    proving: [step(unique(fresh, shadow)), step(unique(spare, column))],
    forth: { before: drops, moves: feed(column, shadow), after: [key(fresh), ...refers] },
    back: { before: drops, moves: feed(shadow, column), after: [key(spare), ...refers] },
    rebuilt: [unique(fresh, shadow), unique(spare, column), ...proofs],
    afterSwap: proofs.map((proof) => step(proof)),
    endCriteria: [words`every column that refers to ${code(columnName(table, column))} is ${code(newType)}`],
    dropping: [step(engine.dropIndex({ table, index: spare, unique: true, ...definitionOf(unique(spare, kept)) }))],
  };
}
