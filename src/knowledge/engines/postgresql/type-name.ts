/** A type as the catalog knows it: `varchar(20)` is `{ name: 'character varying', sizes: [20] }`. */
export interface TypeName {
  readonly name: string;
  /** What stands in parentheses: a length, a precision, a precision and a scale. */
  readonly sizes: readonly number[];
  readonly array: boolean;
  readonly collation: string;
}

const aliases: Readonly<Record<string, string>> = {
  int: 'integer',
  int4: 'integer',
  serial: 'integer',
  serial4: 'integer',
  int8: 'bigint',
  bigserial: 'bigint',
  serial8: 'bigint',
  int2: 'smallint',
  smallserial: 'smallint',
  serial2: 'smallint',
  varchar: 'character varying',
  'char varying': 'character varying',
  char: 'character',
  decimal: 'numeric',
  dec: 'numeric',
  float4: 'real',
  float8: 'double precision',
  bool: 'boolean',
  varbit: 'bit varying',
  timestamptz: 'timestamp with time zone',
  timestamp: 'timestamp without time zone',
  timetz: 'time with time zone',
  time: 'time without time zone',
};

const others = 'text bpchar citext uuid json jsonb xml date interval bit bytea money inet cidr macaddr oid';
const known = new Set([...Object.values(aliases), ...others.split(' ')]);

/** A float is the one type whose size chooses another type. */
const floating = (size: number | undefined): string => (size !== undefined && size <= 24 ? 'real' : 'double precision');

/** `char` and `bit` without a length are one long. */
const sizesOf = (name: string, given: string | undefined): readonly number[] => {
  const sizes = (given ?? '')
    .split(',')
    .filter((size) => size.trim() !== '')
    .map(Number);
  return sizes.length === 0 && (name === 'character' || name === 'bit') ? [1] : sizes;
};

/**
 * Reads a type in any of its spellings: `int4`, `VARCHAR (20)`, `timestamp(3) with time zone`, `pg_catalog.int8[]`.
 *
 * Answers `undefined` for a type that is not built in (enums, domains, extensions but citext), because a name says nothing about it.
 */
export function readType(text: string): TypeName | undefined {
  const [, body = '', collation = ''] = /^(.*?)(?:\s+collate\s+(\S+))?$/is.exec(text.trim()) ?? [];
  const plain = body
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^pg_catalog\./, '');
  const [, scalar = '', brackets = ''] = /^(.*?)((?: ?\[\d*\]| array)*)$/.exec(plain) ?? [];
  const [, before = '', given, after = ''] = /^([^()]*?) ?(?:\(([\d ,]*)\))?((?: [a-z ]+)?)$/.exec(scalar) ?? [];
  const spelled = `${before}${after}`.trim();
  const [size] = sizesOf('', given);
  const name = spelled === 'float' ? floating(size) : (aliases[spelled] ?? spelled);
  if (!known.has(name)) return undefined;
  const sizes = spelled === 'float' ? [] : sizesOf(name, given);
  return { name, sizes, array: brackets !== '', collation: collation.replaceAll('"', '') };
}
