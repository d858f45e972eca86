/** A type as the catalog knows it: `nvarchar(20)` is `{ name: 'nvarchar', sizes: [20] }`; `max` is infinite. */
export interface TypeName {
  readonly name: string;
  readonly sizes: readonly number[];
}

const aliases: Readonly<Record<string, string>> = {
  integer: 'int',
  dec: 'decimal',
  numeric: 'decimal',
  character: 'char',
  'character varying': 'varchar',
  'char varying': 'varchar',
  'national character': 'nchar',
  'national char': 'nchar',
  'national character varying': 'nvarchar',
  'national char varying': 'nvarchar',
  'binary varying': 'varbinary',
  'double precision': 'float',
  rowversion: 'timestamp',
};

const builtIn = new Set(
  `bigint int smallint tinyint bit decimal money smallmoney float real date datetime datetime2 datetimeoffset smalldatetime time char varchar text
  nchar nvarchar ntext binary varbinary image uniqueidentifier xml json vector sql_variant timestamp hierarchyid geometry geography sysname`.split(
    /\s+/,
  ),
);

/** What is meant where nothing is said. https://learn.microsoft.com/en-us/sql/t-sql/data-types/data-types-transact-sql */
const unsaid: Readonly<Record<string, readonly number[]>> = {
  decimal: [18, 0],
  datetime2: [7],
  datetimeoffset: [7],
  time: [7],
  char: [1],
  varchar: [1],
  nchar: [1],
  nvarchar: [1],
  binary: [1],
  varbinary: [1],
};

/** Reads a built-in type in any of its spellings. `undefined` for an alias type or a CLR type: a name says nothing about it. */
export function readType(text: string): TypeName | undefined {
  const [, body = '', inside] = /^\s*\[?([a-z][a-z\d_ ]*?)\]?\s*(?:\(([^)]*)\))?\s*$/i.exec(text) ?? [];
  const typed = body.toLowerCase().replaceAll(/\s+/g, ' ').trim();
  const name = aliases[typed] ?? typed;
  if (!builtIn.has(name)) return undefined;
  const given = (inside ?? '')
    .split(',')
    .filter((size) => size.trim() !== '')
    .map((size) => (/^\s*max\s*$/i.test(size) ? Number.POSITIVE_INFINITY : Number(size)));
  const rest = unsaid[name] ?? [];
  return { name, sizes: rest.map((size, index) => given[index] ?? size) };
}

const strings = new Set(['char', 'varchar', 'nchar', 'nvarchar']);

/** A collation belongs to it. */
export const isString = (type: string): boolean => strings.has(readType(type)?.name ?? '');

/** Types of which a column with a default cannot be added online, in any edition. */
const offline = new Set('xml text ntext image hierarchyid geometry geography'.split(' '));

/** Whether a column of this type may be added with a default without touching a row, where the edition can. */
export function addsOnline(type: string): boolean {
  const read = readType(type);
  return read !== undefined && !offline.has(read.name) && !read.sizes.includes(Number.POSITIVE_INFINITY);
}
