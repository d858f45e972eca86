import type { TypeChange } from '#model/engine.ts';
import { inManual } from './manual.ts';

type Affinity = 'integer' | 'text' | 'blob' | 'real' | 'numeric';

/** What SQLite makes of a declared type, by the five rules in their order. https://www.sqlite.org/datatype3.html#determination_of_column_affinity */
export function affinityOf(type: string): Affinity {
  if (/int/i.test(type)) return 'integer';
  if (/char|clob|text/i.test(type)) return 'text';
  if (/blob/i.test(type) || type.trim() === '' || /^any$/i.test(type.trim())) return 'blob';
  if (/real|floa|doub/i.test(type)) return 'real';
  return 'numeric';
}

/**
 * A declared type is a preference: lengths are not held, and of the same affinity every value stays as it is.
 *
 * Within one affinity nothing is to be done, not even to the definition. Only there are types said to hold each other's values: between others the
 * table is written anew, and SQLite converts what it can, and `007` comes back as 7.
 */
export function typeChange(from: string, to: string): TypeChange {
  const same = affinityOf(from) === affinityOf(to);
  return {
    work: same ? 'catalog' : 'rewrite',
    indexes: same ? 'kept' : 'rebuilt',
    widens: same,
    source: inManual('datatype3#type_affinity'),
  };
}
