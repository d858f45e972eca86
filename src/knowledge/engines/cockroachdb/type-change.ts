import type { TypeChange } from '#model/engine.ts';
import { greatestOf as greatestOfPostgresql, typeChange as asPostgresql } from '../postgresql/type-change.ts';
import { readType } from '../postgresql/type-name.ts';
import { inManual, pages } from './manual.ts';

/** INT is eight bytes here, and STRING, BYTES and the like are names of CockroachDB. */
const aliases: readonly (readonly [RegExp, string])[] = [
  [/^(?:int|integer|int64)\b/i, 'bigint'],
  [/^string\b/i, 'varchar'],
  [/^bytes\b/i, 'bytea'],
  [/^float\b/i, 'double precision'],
];

const spelled = (type: string): string => {
  const typed = type.trim();
  const [pattern, name] = aliases.find(([one]) => one.test(typed)) ?? [];
  return pattern === undefined || name === undefined ? typed : typed.replace(pattern, name);
};

/** The greatest number of a type of whole numbers that can fill up. */
export const greatestOf = (type: string): number | undefined => greatestOfPostgresql(spelled(type));

/**
 * What `ALTER COLUMN … TYPE` costs: the manual counts it among the large backfills and names no pair that it does without one, so each counts as a rewrite. Whether
 * every value fits is a matter of the two types alone.
 */
export function typeChange(from: string, to: string): TypeChange {
  const { widens } = asPostgresql(spelled(from), spelled(to));
  const greatest = greatestOf(from);
  const [left, right] = [from, to].map((type) =>
    JSON.stringify(readType(spelled(type)) ?? spelled(type).toLowerCase()),
  );
  return {
    work: left === right ? 'catalog' : 'rewrite',
    indexes: left === right ? 'kept' : 'rebuilt',
    widens,
    ...(greatest === undefined ? {} : { greatest }),
    source: inManual(pages.alterType),
  };
}
