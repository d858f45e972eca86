import type { DefaultKind } from '#model/engine.ts';
import { readType } from './type-name.ts';

const namesIn = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/));

/** Another value for each row: adding a column with it rewrites the table. */
const volatile = namesIn(`
  random random_normal clock_timestamp timeofday gen_random_uuid gen_random_bytes uuidv4 uuidv7 uuid_generate_v1 uuid_generate_v1mc
  uuid_generate_v4 nextval currval lastval setval`);

/** One value for the whole statement. */
const stable = namesIn(`
  now transaction_timestamp statement_timestamp current_timestamp current_date current_time localtimestamp localtime current_user session_user
  user current_role current_schema current_database current_catalog current_setting jsonb_build_object jsonb_build_array`);

/** The same value always, or no function at all. */
const constant = namesIn(`
  true false null array at time zone and or not is date interval timestamp timestamptz cast as lower upper md5 length abs coalesce nullif
  greatest least timezone to_hex`);

/** A quoted value, also `E'…'` and `B'…'`, with what looks like code inside it taken out. */
const withoutStrings = (expression: string) =>
  expression.replace(/\b[ebxn]?'(?:[^']|'')*'/gi, "''").replace(/'(?:[^']|'')*'/g, "''");

const cast =
  /::\s*((?:"[^"]+"|[a-z_][\w$.]*)(?:\s+(?:precision|varying|with(?:out)?\s+time\s+zone))?(?:\s*\([\d\s,]*\))?(?:\[\])*)/gi;

/** `'pending'::order_state`: the value is read once, when the statement is. */
const castLiteral = /^\s*'(?:[^']|'')*'\s*::\s*(?:"[^"]+"|[a-z_][\w$.]*)(?:\[\])*\s*$/i;

/**
 * Whether a default gives one value for all rows or one for each.
 *
 * Only literals and functions known by name are judged; anything else is unconfirmed, because a function's volatility stands in the catalog and not in its name.
 */
export function defaultKind(expression: string): DefaultKind {
  if (expression.trim() === '') return 'unconfirmed';
  if (castLiteral.test(expression)) return 'constant';
  const plain = withoutStrings(expression);
  const foreign = [...plain.matchAll(cast)].some(([, type = '']) => readType(type) === undefined);
  const named = plain.replace(cast, ' ').replace(/\bpg_catalog\./gi, '');
  const names = (named.match(/"[^"]*"|[a-z_][\w$.]*/gi) ?? []).map((name) => name.toLowerCase());
  if (names.some((name) => volatile.has(name))) return 'volatile';
  if (foreign || names.some((name) => !stable.has(name) && !constant.has(name))) return 'unconfirmed';
  return names.some((name) => stable.has(name)) ? 'stable' : 'constant';
}
