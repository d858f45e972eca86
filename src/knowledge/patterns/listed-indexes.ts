import type { Outcome } from '#model/statement.ts';
import { statementsOf } from '#model/statement.ts';

/** An index as a person lists it: `orders_status_idx`, `orders_day_idx (status, placed_on)`, `unique orders_ref_key`. */
export interface ListedIndex {
  readonly index: string;
  readonly columns: readonly [string, ...string[]];
  readonly unique: boolean;
}

const entry = /(?:(unique)\s+)?([^\s,;()]+)\s*(?:\(([^()]*)\))?/giu;

/** Reads a list of indexes. One without brackets is over the column alone. */
export const listedIndexes = (typed: string, column: string): readonly ListedIndex[] =>
  [...typed.matchAll(entry)].flatMap(([, unique, index, inside = '']) => {
    const [first, ...rest] = inside
      .split(',')
      .map((name) => name.trim())
      .filter((name) => name !== '');
    return index === undefined
      ? []
      : [{ index, columns: first === undefined ? [column] : [first, ...rest], unique: unique !== undefined }];
  });

/** The same index over another column, under a name that says so. */
export const indexFor = ({ index, columns, unique }: ListedIndex, from: string, to: string): ListedIndex => {
  const [first, ...rest] = columns.map((column) => (column === from ? to : column));
  return {
    index: index.includes(from) ? index.replace(from, to) : `${index}_${to}`,
    columns: [first ?? to, ...rest],
    unique,
  };
};

/** The statement that builds an index again, as the engine writes it. */
export const definitionOf = (built: Outcome): { readonly definition?: string } => {
  const found =
    built.kind === 'performed'
      ? statementsOf(built.scripts).find(({ effect }) => effect.work === 'index build')
      : undefined;
  return found === undefined ? {} : { definition: found.text };
};
