import type { TypeChange } from '#model/engine.ts';
import { unconfirmed } from '#model/source.ts';
import { verified } from './manual.ts';
import { readType, type TypeName } from './type-name.ts';

/** What is known of a pair; a rule that does not speak of the pair answers nothing. */
type Verdict = Pick<TypeChange, 'work' | 'indexes' | 'widens'> | undefined;
type Rule = (from: TypeName, to: TypeName) => Verdict;

const catalog: Verdict = { work: 'catalog', indexes: 'kept', widens: true };
const reindexed: Verdict = { work: 'catalog', indexes: 'rebuilt', widens: true };
const rewrite = (widens: boolean): Verdict => ({ work: 'rewrite', indexes: 'rebuilt', widens });

const limit = (sizes: readonly number[], none = Number.POSITIVE_INFINITY): number => sizes[0] ?? none;

const free = (type: TypeName) => type.name === 'text' || (type.name === 'character varying' && type.sizes.length === 0);
const strings = new Set(['text', 'character varying', 'character', 'bpchar', 'citext']);

/** varchar and text share their storage; char is padded, so it never does. */
const string: Rule = (from, to) => {
  if (!strings.has(from.name) || !strings.has(to.name)) return undefined;
  const widens = limit(to.sizes) >= limit(from.sizes);
  if (to.name === 'citext') return from.name === 'text' || from.name === 'character varying' ? reindexed : undefined;
  if (from.name === 'citext') return free(to) ? reindexed : undefined;
  if (from.name === 'character' && to.name === 'bpchar') return catalog;
  if (from.name === 'bpchar') return undefined;
  if (from.name === 'character' || to.name === 'character') return rewrite(widens);
  if (to.name === 'bpchar') return undefined;
  return widens ? catalog : rewrite(false);
};

const scaleOf = ({ sizes }: TypeName) => sizes[1] ?? 0;
const wholeDigits = (type: TypeName) => limit(type.sizes) - scaleOf(type);

/** Precision may grow in place, scale may not: it stands in the stored value. */
const numeric: Rule = (from, to) => {
  if (from.name !== 'numeric' || to.name !== 'numeric') return undefined;
  if (to.sizes.length === 0) return catalog;
  if (from.sizes.length === 0) return rewrite(false);
  const grows = limit(to.sizes) >= limit(from.sizes);
  if (scaleOf(from) === scaleOf(to) && grows) return catalog;
  return rewrite(wholeDigits(to) >= wholeDigits(from) && scaleOf(to) >= scaleOf(from));
};

const ends: Readonly<Record<string, number>> = { smallint: 32_767, integer: 2_147_483_647 };

/** The greatest number of a type of whole numbers; `undefined` for `bigint`, which nobody fills, and for other types. */
export function greatestOf(type: string): number | undefined {
  const read = readType(type);
  return read === undefined || read.array ? undefined : ends[read.name];
}

const integers = ['smallint', 'integer', 'bigint'];
const digits: Readonly<Record<string, number>> = { smallint: 5, integer: 10, bigint: 19 };
/** Integers that a floating type holds without rounding. */
const exact: Readonly<Record<string, readonly string[]>> = {
  real: ['smallint'],
  'double precision': ['smallint', 'integer', 'real'],
};

/** Each number type has a storage of its own, so every step between them rewrites. */
const number: Rule = (from, to) => {
  const numbers = [...integers, 'numeric', 'real', 'double precision'];
  if (from.name === to.name || !numbers.includes(from.name) || !numbers.includes(to.name)) return undefined;
  if (integers.includes(to.name))
    return rewrite(integers.indexOf(from.name) !== -1 && integers.indexOf(from.name) < integers.indexOf(to.name));
  if (to.name === 'numeric')
    return rewrite(integers.includes(from.name) && wholeDigits(to) >= (digits[from.name] ?? Number.POSITIVE_INFINITY));
  return rewrite(exact[to.name]?.includes(from.name) ?? false);
};

const zoned = (name: string) => name.endsWith('with time zone');
const moments = new Set([
  'timestamp without time zone',
  'timestamp with time zone',
  'time without time zone',
  'time with time zone',
  'interval',
]);

/** Six digits of a second are kept when nothing is said. */
const moment: Rule = (from, to) => {
  if (from.name !== to.name || !moments.has(from.name)) return undefined;
  return limit(to.sizes, 6) >= limit(from.sizes, 6) ? catalog : rewrite(false);
};

/**
 * Between the two timestamps and from a date. In a session in UTC nothing is rewritten, in any other zone everything is; a name says nothing of the
 * session, and which instant a bare timestamp means is a question of its own, so it counts as a rewrite that does not widen.
 */
const calendar: Rule = (from, to) => {
  const names = ['date', 'timestamp without time zone', 'timestamp with time zone'];
  if (from.name === to.name || !names.includes(from.name) || !names.includes(to.name)) return undefined;
  return rewrite(from.name === 'date' && !zoned(to.name) && to.sizes.length === 0);
};

const bits: Rule = (from, to) => {
  if (from.name !== 'bit varying' || to.name !== 'bit varying') return undefined;
  return limit(to.sizes) >= limit(from.sizes) ? catalog : rewrite(false);
};

/** Pairs without sizes. `false`: it rewrites and may fail or lose something. */
const pairs: Readonly<Record<string, Verdict>> = {
  'cidr inet': catalog,
  'inet cidr': rewrite(false),
  'xml text': catalog,
  // Keys that stand twice, their order and the spacing are lost.
  'json jsonb': rewrite(false),
  'jsonb json': rewrite(true),
  'json text': rewrite(true),
  'jsonb text': rewrite(true),
  'text json': rewrite(false),
  'text jsonb': rewrite(false),
  'boolean integer': rewrite(true),
  'integer boolean': rewrite(false),
  'uuid text': rewrite(true),
  'text uuid': rewrite(false),
  'smallint text': rewrite(true),
  'integer text': rewrite(true),
  'bigint text': rewrite(true),
  'text integer': rewrite(false),
  'text bigint': rewrite(false),
  'numeric text': rewrite(true),
  'boolean text': rewrite(true),
  'date text': rewrite(true),
};

/** An unlimited varchar behaves as text in a pair. */
const bare = (type: TypeName) => (free(type) ? 'text' : type.name);
const pair: Rule = (from, to) => (to.sizes.length > 0 ? undefined : pairs[`${bare(from)} ${bare(to)}`]);

const same: Rule = (from, to) =>
  from.name === to.name && String(from.sizes) === String(to.sizes) ? catalog : undefined;

const rules: readonly Rule[] = [same, string, numeric, number, moment, calendar, bits, pair];

/** Elements are rewritten with their array, whatever they are. Only integers were measured. */
const arrays: Rule = (from, to) => {
  const verdict = same(from, to);
  if (verdict) return verdict;
  return from.array && to.array && integers.includes(from.name) && integers.includes(to.name)
    ? number(from, to)
    : undefined;
};

function judge(from: TypeName | undefined, to: TypeName | undefined): Verdict {
  if (!from || !to || from.array !== to.array) return undefined;
  const verdict = from.array
    ? arrays(from, to)
    : rules.map((rule) => rule(from, to)).find((answer) => answer !== undefined);
  return verdict && from.collation !== to.collation ? { ...verdict, indexes: 'rebuilt' } : verdict;
}

/** What `ALTER COLUMN … TYPE` costs in place, plain or with a `USING` that is the plain cast. A pair that was not measured is unconfirmed. */
export function typeChange(from: string, to: string): TypeChange {
  const verdict = judge(readType(from), readType(to));
  const greatest = greatestOf(from);
  const end = greatest === undefined ? {} : { greatest };
  if (verdict) return { ...verdict, ...end, source: verified('sql-altertable#SQL-ALTERTABLE-NOTES') };
  const question = `Does changing ${from} to ${to} rewrite the table on this version? Try it on an empty copy and compare pg_relation_filenode before and after.`;
  return { work: 'unconfirmed', indexes: 'rebuilt', widens: false, ...end, source: unconfirmed(question) };
}
