import type { TypeChange } from '#model/engine.ts';
import { typeChange as inPostgresql } from '../postgresql/type-change.ts';
import { inManual, pages } from './manual.ts';

/** The same pairs as PostgreSQL, in the tables of the manual; where the table is spared an index on the column is still written anew. */
export function typeChange(from: string, to: string): TypeChange {
  const known = inPostgresql(from, to);
  if (known.work === 'unconfirmed') return known;
  const same = from.trim().toLowerCase() === to.trim().toLowerCase();
  return { ...known, indexes: same ? 'kept' : 'rebuilt', source: inManual(pages.alterTable) };
}
