import type { Engine } from '#model/engine.ts';
import { code, words } from '#model/text.ts';
import { columnChanges, constraints, exchange, inManual, indexes, mutations } from './manual.ts';

/** What holds for any change on ClickHouse. */
export const facts = (): ReturnType<Engine['facts']> => [
  {
    says: words`${code('ALTER … UPDATE')}, ${code('DELETE')} and changes of a type are mutations: they rewrite parts in the background, are not atomic and cannot be rolled back; ${code('KILL MUTATION')} stops the rest.`,
    source: mutations,
  },
  {
    says: words`Adding a column changes metadata only; old parts give its default when they are read. Dropping one deletes its files.`,
    source: columnChanges,
  },
  {
    says: words`${code('ALTER')} waits for queries that read the table, and later queries wait while it runs.`,
    source: columnChanges,
  },
  {
    says: words`The sorting key cannot be changed but by columns that are added in the same ${code('ALTER')}; the primary key stays.`,
    source: inManual('sql-reference/statements/alter/order-by'),
  },
  {
    says: words`A constraint is looked at when rows are inserted, never for rows that are there.`,
    source: constraints,
  },
  {
    says: words`An index skips blocks; old parts have it after ${code('MATERIALIZE INDEX')} only, which is a mutation.`,
    source: indexes,
  },
  {
    says: words`${code('EXCHANGE TABLES')} swaps two names at once, in ${code('Atomic')} and ${code('Shared')} databases only.`,
    source: exchange,
  },
];
