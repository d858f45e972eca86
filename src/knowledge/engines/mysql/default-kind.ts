import type { DefaultKind } from '#model/engine.ts';

const namesIn = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/));

/** Another value for each row, or one that depends on who asks. */
const volatile = namesIn(`
  rand uuid uuid_short random_bytes sysdate sleep last_insert_id row_count found_rows connection_id nextval lastval sys_guid uuid_v4 uuid_v7`);

/** The moment of the statement: one value for all rows, and the one computed value that a default may be without more. */
const stable = namesIn('now current_timestamp localtime localtimestamp');

const constant = namesIn('true false null');

/** A quoted value, also `b'…'`, `x'…'` and `_utf8mb4'…'`, with what looks like code inside it taken out. */
const withoutStrings = (expression: string) =>
  expression.replace(/(?:\b(?:[bxn]|_\w+)\s*)?'(?:[^'\\]|''|\\.)*'/gi, "''").replace(/"(?:[^"\\]|""|\\.)*"/g, "''");

/**
 * Whether a default gives one value for all rows or one for each.
 *
 * A literal and the moment of the statement are known. Everything else that is computed moves every row or is refused, whatever its value, so it is not constant here.
 */
export function defaultKind(expression: string): DefaultKind {
  if (expression.trim() === '') return 'unconfirmed';
  const plain = withoutStrings(expression);
  const names = (plain.match(/`[^`]*`|[a-z_][\w$.]*/gi) ?? []).map((name) => name.toLowerCase());
  if (names.some((name) => volatile.has(name))) return 'volatile';
  if (names.some((name) => !stable.has(name) && !constant.has(name))) return 'unconfirmed';
  if (names.some((name) => stable.has(name))) return 'stable';
  return /[()+*/%]/.test(plain) ? 'unconfirmed' : 'constant';
}

/** A default as it stands after DEFAULT: what is computed stands in brackets, the moment of the statement does not. */
export function defaultSql(expression: string, { alwaysComputed = false } = {}): string {
  const typed = expression.trim();
  const kind = defaultKind(typed);
  const bare =
    (kind === 'constant' && !alwaysComputed) || kind === 'stable' || /^<[^<>]*>$/.test(typed) || /^null$/i.test(typed);
  return bare || /^\(.*\)$/s.test(typed) ? typed : `(${typed})`;
}
