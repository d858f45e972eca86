import type { DefaultKind } from '#model/engine.ts';

const namesIn = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/));

/** Another value for each row: https://learn.microsoft.com/en-us/sql/t-sql/statements/alter-table-transact-sql#adding-not-null-columns-as-an-online-operation */
const volatile = namesIn('newid newsequentialid next');

/** Computed once for the statement: a runtime constant, as the manual calls it. */
const stable = namesIn(`
  getdate getutcdate sysdatetime sysutcdatetime sysdatetimeoffset current_timestamp current_user session_user system_user user suser_sname suser_name
  original_login host_name app_name db_name user_name`);

/** The same value always, or no function at all. */
const constant = namesIn(`
  null cast convert as int integer bigint smallint tinyint bit decimal numeric money float real date datetime datetime2 datetimeoffset time char varchar nchar
  nvarchar varbinary binary uniqueidentifier max abs lower upper len isnull coalesce nullif concat round n day month year`);

const withoutStrings = (expression: string) => expression.replace(/\bn?'(?:[^']|'')*'/gi, "''");

/**
 * Whether a default gives one value for all rows or one for each.
 *
 * Only literals and functions known by name are judged; anything else is unconfirmed, because a function of somebody's own may do anything.
 */
export function defaultKind(expression: string): DefaultKind {
  if (expression.trim() === '') return 'unconfirmed';
  const plain = withoutStrings(expression);
  const names = (plain.match(/\[[^\]]*\]|[@\p{L}_][\w$#@.]*/gu) ?? []).map((name) => name.toLowerCase());
  if (/\bnext\s+value\s+for\b/i.test(plain)) return 'volatile';
  if (names.some((name) => volatile.has(name))) return 'volatile';
  if (names.some((name) => !stable.has(name) && !constant.has(name)) || /[<>]/.test(plain)) return 'unconfirmed';
  return names.some((name) => stable.has(name)) ? 'stable' : 'constant';
}
