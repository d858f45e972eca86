import type { TypeChange } from '#model/engine.ts';
import { unconfirmed } from '#model/source.ts';
import type { Source } from '#model/source.ts';
import { mysqlSource } from './manual.ts';
import { blobs, integers, readType, texts, type TypeName } from './type-name.ts';

/** What is known of a pair; a rule that does not speak of the pair answers nothing. */
export type Verdict = Pick<TypeChange, 'work' | 'indexes' | 'widens'> | undefined;
export type Rule = (from: TypeName, to: TypeName) => Verdict;

export const catalog: Verdict = { work: 'catalog', indexes: 'kept', widens: true };
export const copied = (widens: boolean): Verdict => ({ work: 'rewrite', indexes: 'rebuilt', widens });

/** Bytes of one character where nothing else is said: utf8mb4. A smaller set only makes the server do less. */
const bytes = 4;
const length = ({ sizes }: TypeName): number => sizes[0] ?? 0;
export const bytesOf = (type: TypeName): number => length(type) * (type.name === 'varbinary' ? 1 : bytes);

const strings = ['varchar', 'varbinary'];

/** The length of a value takes one byte up to 255 bytes, else two: growing past that border moves every row. */
const longer: Rule = (from, to) => {
  if (from.name !== to.name || !strings.includes(from.name)) return undefined;
  if (length(to) < length(from)) return copied(false);
  return bytesOf(from) > 255 === bytesOf(to) > 255 ? catalog : copied(true);
};

const room: Readonly<Record<string, number>> = {
  ...Object.fromEntries(texts.map((name, index) => [name, 2 ** (8 * (index + 1)) - 1])),
  ...Object.fromEntries(blobs.map((name, index) => [name, 2 ** (8 * (index + 1)) - 1])),
};

const isText = (name: string): boolean => name === 'char' || name === 'varchar' || texts.includes(name);

/** Between char, varchar and the texts every row moves. Trailing blanks are lost into a char. */
const text: Rule = (from, to) => {
  if (!isText(from.name) || !isText(to.name)) return undefined;
  if (from.name === to.name && (from.name !== 'char' || length(from) === length(to))) return undefined;
  const holds = (type: TypeName) => room[type.name] ?? bytesOf(type);
  return copied(to.name !== 'char' && holds(to) >= holds(from));
};

const bits: Readonly<Record<string, number>> = { tinyint: 8, smallint: 16, mediumint: 24, int: 32, bigint: 64 };

/** The greatest number of a type of whole numbers; `undefined` for `bigint`, which nobody fills, and for other types. */
export function greatestOf(type: string): number | undefined {
  const read = readType(type);
  const size = read === undefined || read.name === 'bigint' ? undefined : bits[read.name];
  return size === undefined ? undefined : 2 ** (read?.unsigned === true ? size : size - 1) - 1;
}

const whole: Rule = (from, to) => {
  const [size, other] = [bits[from.name], bits[to.name]];
  if (size === undefined || other === undefined || (size === other && from.unsigned === to.unsigned)) return undefined;
  return copied(from.unsigned === to.unsigned ? other > size : from.unsigned && other > size);
};

const digits: Readonly<Record<string, number>> = { tinyint: 3, smallint: 5, mediumint: 8, int: 10, bigint: 20 };
const scale = ({ sizes }: TypeName): number => sizes[1] ?? 0;
const before = (type: TypeName): number => length(type) - scale(type);

const decimal: Rule = (from, to) => {
  if (to.name !== 'decimal') return undefined;
  const needed = digits[from.name];
  if (needed !== undefined) return copied(before(to) >= needed && (from.unsigned || !to.unsigned));
  if (from.name !== 'decimal' || String(from.sizes) === String(to.sizes)) return undefined;
  return copied(before(to) >= before(from) && scale(to) >= scale(from));
};

/** Values at the end are a change of the catalog as long as the number of bytes stays: 255 values of an ENUM, 8, 16, 24 or 32 of a SET. */
const listed: Rule = (from, to) => {
  if (from.name !== to.name || (from.name !== 'enum' && from.name !== 'set')) return undefined;
  const appended = from.values.every((value, index) => to.values[index] === value);
  const steps = from.name === 'enum' ? [255] : [8, 16, 24, 32];
  const step = ({ values }: TypeName): number => steps.filter((most) => values.length > most).length;
  return appended && step(from) === step(to)
    ? catalog
    : copied(from.values.every((value) => to.values.includes(value)));
};

const moments: Rule = (from, to) => {
  const names = ['datetime', 'timestamp', 'time'];
  if (from.name !== to.name || !names.includes(from.name) || length(from) === length(to)) return undefined;
  return copied(length(to) > length(from));
};

/** Pairs without sizes. `false`: it may fail or lose something. */
const pairs: Readonly<Record<string, Verdict>> = {
  'float double': copied(true),
  'double float': copied(false),
  'timestamp datetime': copied(true),
  'datetime timestamp': copied(false),
  'date datetime': copied(true),
  'datetime date': copied(false),
  'json longtext': copied(true),
  'longtext json': copied(false),
  'enum varchar': copied(false),
  'varchar enum': copied(false),
};

const pair: Rule = (from, to) => pairs[`${from.name} ${to.name}`];

/** Whole numbers are text of known length; text may hold anything. */
const spelled: Rule = (from, to) => {
  if (integers.includes(from.name) && (to.name === 'varchar' || texts.includes(to.name)))
    return copied(to.name !== 'varchar' || length(to) >= 20);
  return isText(from.name) && integers.includes(to.name) ? copied(false) : undefined;
};

const same: Rule = (from, to) =>
  from.name === to.name &&
  String(from.sizes) === String(to.sizes) &&
  from.unsigned === to.unsigned &&
  String(from.values) === String(to.values)
    ? catalog
    : undefined;

export const rules: readonly Rule[] = [same, longer, text, whole, decimal, listed, moments, pair, spelled];

/** What MODIFY costs, by these rules. A pair that no rule knows is unconfirmed, and so is one that changes its character set. */
export const typeChangeBy =
  (known: readonly Rule[], source: Source) =>
  (from: string, to: string): TypeChange => {
    const [left, right] = [readType(from), readType(to)];
    const verdict =
      left && right && left.charset === right.charset
        ? known.map((rule) => rule(left, right)).find((answer) => answer !== undefined)
        : undefined;
    const greatest = greatestOf(from);
    const end = greatest === undefined ? {} : { greatest };
    if (verdict) return { ...verdict, ...end, source };
    const question = `Is MODIFY from ${from} to ${to} refused with ALGORITHM=INPLACE, LOCK=NONE, does ${to} hold every value of ${from}, and how long does the copy take? Try it on a copy.`;
    return { work: 'unconfirmed', indexes: 'rebuilt', widens: false, ...end, source: unconfirmed(question) };
  };

export const typeChange = typeChangeBy(rules, mysqlSource('types'));
