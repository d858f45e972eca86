import type { DefaultKind } from '#model/engine.ts';

const namesIn = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/));

/** Another value for each row. */
const volatile = namesIn('sys_guid nextval uuid dbms_random');

/** The moment or the person of the statement. */
const stable = namesIn(`
  sysdate systimestamp current_date current_timestamp localtimestamp sessiontimezone dbtimezone user uid sys_context sys_extract_utc ora_invoking_user`);

/** The same value always, or no function at all. */
const constant = namesIn(`
  null true false cast as date timestamp interval day to second year month number integer int smallint decimal numeric float char nchar varchar varchar2 nvarchar2
  raw to_date to_timestamp to_number to_char to_clob hextoraw abs lower upper length nvl coalesce nullif concat round trunc mod empty_clob empty_blob chr`);

const withoutStrings = (expression: string) => expression.replace(/(?:\bn)?'(?:[^']|'')*'/gi, "''");

/**
 * Whether a default gives one value for all rows or one for each.
 *
 * Only literals and functions known by name are judged; anything else is unconfirmed, because a function of somebody's own may do anything.
 */
export function defaultKind(expression: string): DefaultKind {
  if (expression.trim() === '') return 'unconfirmed';
  const plain = withoutStrings(expression);
  if (/\.\s*(?:nextval|currval)\b/i.test(plain)) return 'volatile';
  const names = (plain.match(/"[^"]*"|\p{L}[\w$#.]*/gu) ?? []).map((name) => name.toLowerCase());
  if (names.some((name) => volatile.has(name.split('.')[0] ?? name))) return 'volatile';
  if (names.some((name) => !stable.has(name) && !constant.has(name)) || /[<>]/.test(plain)) return 'unconfirmed';
  return names.some((name) => stable.has(name)) ? 'stable' : 'constant';
}
