/** A type as the data dictionary knows it: `VARCHAR2(20 CHAR)` is `{ name: 'varchar2', sizes: [20], unit: 'char' }`. */
export interface TypeName {
  readonly name: string;
  readonly sizes: readonly number[];
  /** What a length counts, where it was said; the session's setting decides where it was not. */
  readonly unit?: 'byte' | 'char';
}

/** ANSI names, which Oracle turns into its own: https://docs.oracle.com/en/database/oracle/oracle-database/19/sqlrf/Data-Types.html */
const aliases: Readonly<Record<string, string>> = {
  varchar: 'varchar2',
  'character varying': 'varchar2',
  'char varying': 'varchar2',
  character: 'char',
  'national character': 'nchar',
  'national char': 'nchar',
  'national character varying': 'nvarchar2',
  'national char varying': 'nvarchar2',
  'nchar varying': 'nvarchar2',
  numeric: 'number',
  decimal: 'number',
  dec: 'number',
  integer: 'whole',
  int: 'whole',
  smallint: 'whole',
  'double precision': 'float',
};

const builtIn = new Set(
  `varchar2 nvarchar2 char nchar number whole float binary_float binary_double date timestamp raw long clob nclob blob bfile rowid json boolean xmltype vector`.split(
    ' ',
  ),
);

/** Reads a built-in type in any of its spellings. `undefined` for a type of somebody's own: a name says nothing about it. */
export function readType(text: string): TypeName | undefined {
  const zoned = /\bwith\s+(local\s+)?time\s+zone\b/i.exec(text);
  const plain = text.replace(/\bwith\s+(?:local\s+)?time\s+zone\b/i, '');
  const [, body = '', inside = ''] = /^\s*([a-z][a-z\d_ ]*?)\s*(?:\(([^)]*)\))?\s*$/i.exec(plain) ?? [];
  const typed = body.toLowerCase().replaceAll(/\s+/g, ' ').trim();
  const name = aliases[typed] ?? typed;
  if (!builtIn.has(name)) return undefined;
  const sizes = inside
    .split(',')
    .map((size) => (/\*/.test(size) ? 38 : Number.parseInt(size, 10)))
    .filter((size) => !Number.isNaN(size));
  const unit = /\bbyte\b/i.test(inside) ? 'byte' : /\bchar\b/i.test(inside) ? 'char' : undefined;
  const whole = name === 'whole';
  return {
    name: whole ? 'number' : zoned ? `${name} with${zoned[1] === undefined ? '' : ' local'} time zone` : name,
    sizes: whole ? [38, 0] : sizes,
    ...(unit === undefined ? {} : { unit }),
  };
}

/** Types that cannot be compared by `=` in SQL, nor stand in DECODE. */
const incomparable = new Set(['long', 'clob', 'nclob', 'blob', 'bfile', 'json', 'xmltype', 'vector']);

export const isComparable = (type: string | undefined): boolean => !incomparable.has(readType(type ?? '')?.name ?? '');
