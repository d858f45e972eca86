/** A type as it was typed, by the one name that forms look it up under, with the numbers in its brackets. */
export interface ReadType {
  readonly name: string;
  readonly sizes: readonly number[];
}

const sameAs: Readonly<Record<string, string>> = {
  'character varying': 'varchar',
  int: 'integer',
  int4: 'integer',
  int8: 'bigint',
  int2: 'smallint',
  bool: 'boolean',
  decimal: 'numeric',
  float8: 'double precision',
  'timestamp with time zone': 'timestamptz',
  'timestamp without time zone': 'timestamp',
};

/** `varchar(20)` as its name and sizes; `undefined` for what is more than that. */
export function readType(type: string): ReadType | undefined {
  const found = /^([a-z][a-z0-9 ]*?)\s*(?:\(\s*(\d+(?:\s*,\s*\d+)?)\s*\))?$/i.exec(type.trim());
  if (!found) return undefined;
  const [, name = '', sizes = ''] = found;
  const lower = name.toLowerCase();
  return { name: sameAs[lower] ?? lower, sizes: sizes === '' ? [] : sizes.split(',').map(Number) };
}

/** A default that is the same in every language: a text, a number, true or false. */
export type Literal = string | number | boolean;

/** `'pending'` as the text that it is; `undefined` for an expression. */
export function readLiteral(expression: string): Literal | undefined {
  const text = /^'((?:[^'\\]|'')*)'$/.exec(expression.trim());
  if (text) return (text[1] ?? '').replaceAll("''", "'");
  if (/^-?\d+(\.\d+)?$/.test(expression.trim())) return Number(expression);
  if (/^(true|false)$/i.test(expression.trim())) return expression.trim().toLowerCase() === 'true';
  return undefined;
}

/** Names that stand as they are, without brackets, order or functions. */
export const plainNames = (columns: readonly string[]): boolean => columns.every((column) => /^\w+$/.test(column));

/** Built or dropped while writes go on. */
export const concurrently = (sql: string): boolean => /\bCONCURRENTLY\b/i.test(sql);

/** Added without looking at the rows that are there. */
export const unproved = (sql: string): boolean => /\bNOT VALID\b/i.test(sql);

/** `"name"` in the languages that quote so. */
export const quoted = (value: string): string => JSON.stringify(value);

/** `'name'` in the languages that quote so. */
export const single = (value: string): string => `'${value.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;

/** Every line after the first stands in by as many spaces as the first does. */
export const indented = (lines: readonly string[], spaces: number): string =>
  lines
    .flatMap((line) => line.split('\n'))
    .map((line) => (line === '' ? '' : `${' '.repeat(spaces)}${line}`))
    .join('\n');
