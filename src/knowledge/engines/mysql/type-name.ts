/** A type as the catalog knows it: `INT(11) UNSIGNED` is `{ name: 'int', unsigned: true }`. */
export interface TypeName {
  readonly name: string;
  /** What stands in parentheses: a length, a precision, a precision and a scale. A display width of an integer says nothing. */
  readonly sizes: readonly number[];
  readonly unsigned: boolean;
  /** The values of an ENUM or SET, as typed. */
  readonly values: readonly string[];
  /** What was typed of character set and collation; blank: that of the column or the table. */
  readonly charset: string;
}

const aliases: Readonly<Record<string, string>> = {
  integer: 'int',
  int1: 'tinyint',
  int2: 'smallint',
  int3: 'mediumint',
  int4: 'int',
  int8: 'bigint',
  bool: 'tinyint',
  boolean: 'tinyint',
  numeric: 'decimal',
  dec: 'decimal',
  fixed: 'decimal',
  'double precision': 'double',
  real: 'double',
  float4: 'float',
  float8: 'double',
  character: 'char',
  'character varying': 'varchar',
  'char varying': 'varchar',
  'long varchar': 'mediumtext',
};

export const integers = ['tinyint', 'smallint', 'mediumint', 'int', 'bigint'];
export const texts = ['tinytext', 'text', 'mediumtext', 'longtext'];
export const blobs = ['tinyblob', 'blob', 'mediumblob', 'longblob'];

const known = new Set([
  ...integers,
  ...texts,
  ...blobs,
  ...'decimal float double char varchar binary varbinary bit enum set date time datetime timestamp year json'.split(
    ' ',
  ),
]);

const usualSizes: Readonly<Record<string, readonly number[]>> = {
  char: [1],
  binary: [1],
  bit: [1],
  decimal: [10, 0],
  datetime: [0],
  timestamp: [0],
  time: [0],
};

/** Reads a type in any of its spellings. Answers `undefined` for one that is not built in, or is one for maps. */
export function readType(text: string): TypeName | undefined {
  const [, head = '', listed, tail = ''] =
    /^\s*([a-z][a-z\d_ ]*?)\s*(?:\(((?:'(?:[^'\\]|''|\\.)*'|[^()'])*)\)\s*(.*))?$/is.exec(text) ?? [];
  const words = tail.toLowerCase();
  const spelled = head.toLowerCase().replace(/\s+/g, ' ');
  const unsigned = /\bunsigned\b/.test(`${spelled} ${words}`) || spelled === 'serial';
  const bare = spelled
    .replace(/ (?:unsigned|signed|zerofill)\b/g, '')
    .replace(/ (?:character set|charset|collate) .*$/, '');
  const name = bare === 'serial' ? 'bigint' : (aliases[bare] ?? bare);
  if (!known.has(name)) return undefined;
  const given = (listed ?? '').split(',').map((size) => size.trim());
  const sizes =
    listed === undefined || name === 'enum' || name === 'set'
      ? (usualSizes[name] ?? [])
      : [...given.map(Number), ...(name === 'decimal' && given.length === 1 ? [0] : [])];
  const values =
    name === 'enum' || name === 'set'
      ? [...(listed ?? '').matchAll(/'(?:[^'\\]|''|\\.)*'/g)].map(([value]) => value)
      : [];
  const charset = /(?:character set|charset|collate).*/.exec(`${spelled} ${words}`)?.[0] ?? '';
  return { name, sizes: integers.includes(name) ? [] : sizes, unsigned, values, charset };
}

/** It holds text in a character set. */
export const holdsText = (type: string): boolean => {
  const name = readType(type)?.name ?? '';
  return ['char', 'varchar', 'enum', 'set', ...texts].includes(name);
};

/** It may have no default but a computed one. */
export const takesNoLiteralDefault = (type: string): boolean =>
  [...texts, ...blobs, 'json'].includes(readType(type)?.name ?? '');
