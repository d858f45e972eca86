/** A change of type, with the expression where PostgreSQL asks for one. */
export interface TypePair {
  readonly from: string;
  readonly to: string;
  readonly using?: true;
}

const plain = (from: string, ...to: readonly string[]): readonly TypePair[] => to.map((each) => ({ from, to: each }));
const using = (from: string, ...to: readonly string[]): readonly TypePair[] =>
  to.map((each) => ({ from, to: each, using: true }));

/** Every rule of `typeChange` by at least one pair, both sides of each border. */
export const typePairs: readonly TypePair[] = [
  ...plain(
    'varchar(20)',
    'varchar(20)',
    'varchar(40)',
    'varchar(10)',
    'varchar',
    'text',
    'citext',
    'char(20)',
    'char(40)',
  ),
  ...plain('text', 'varchar', 'varchar(50)', 'char(50)', 'citext', 'text collate "POSIX"', 'varchar collate "POSIX"'),
  ...plain('varchar', 'text', 'varchar(50)'),
  ...plain('char(10)', 'bpchar', 'char(20)', 'char(5)', 'varchar(10)', 'varchar(20)', 'varchar', 'text'),
  ...plain('citext', 'text', 'varchar'),
  ...plain(
    'numeric(10,2)',
    'numeric(12,2)',
    'numeric',
    'numeric(12,4)',
    'numeric(11,4)',
    'numeric(8,2)',
    'numeric(10,0)',
    'integer',
    'bigint',
    'double precision',
    'text',
  ),
  ...plain('numeric', 'numeric(12,2)', 'double precision', 'real'),
  ...plain('smallint', 'integer', 'bigint', 'numeric', 'real', 'double precision', 'text'),
  ...plain(
    'integer',
    'integer',
    'smallint',
    'bigint',
    'numeric',
    'numeric(10,0)',
    'numeric(9,0)',
    'real',
    'double precision',
    'text',
  ),
  ...plain('bigint', 'integer', 'numeric(18,0)', 'numeric(19,0)', 'double precision', 'text'),
  ...plain('real', 'double precision', 'numeric'),
  ...plain('double precision', 'real', 'numeric', 'integer'),
  ...plain('timestamp(3)', 'timestamp(6)', 'timestamp', 'timestamp(0)'),
  ...plain('timestamp', 'timestamp(3)', 'timestamp(6)', 'timestamptz', 'date'),
  ...plain('timestamptz', 'timestamptz(3)', 'timestamp', 'date'),
  ...plain('timestamptz(3)', 'timestamptz(6)', 'timestamptz'),
  ...plain('time(3)', 'time(6)', 'time', 'time(0)'),
  ...plain('timetz(3)', 'timetz(6)', 'timetz(0)'),
  ...plain('interval(3)', 'interval(6)', 'interval', 'interval(0)'),
  ...plain('interval', 'interval(3)'),
  ...plain('date', 'timestamp', 'timestamp(3)', 'timestamptz', 'text'),
  ...plain('varbit(8)', 'varbit(16)', 'varbit', 'varbit(4)'),
  ...plain('varbit', 'varbit(64)'),
  ...plain('cidr', 'inet'),
  ...plain('inet', 'cidr'),
  ...plain('xml', 'text'),
  ...plain('json', 'jsonb', 'text'),
  ...plain('jsonb', 'json', 'text'),
  ...using('text', 'json', 'jsonb', 'uuid', 'integer', 'bigint'),
  ...plain('uuid', 'text'),
  ...using('boolean', 'integer'),
  ...plain('boolean', 'text'),
  ...using('integer', 'boolean'),
  ...plain('int[]', 'bigint[]', 'int[]'),
  ...plain('bigint[]', 'int[]'),
];

/** Types that no b-tree sorts. */
export const unsorted: readonly string[] = ['json', 'xml'];

/** Values at the borders of a type, as text. The first is one that every other type of its pairs can read. */
export const samples: Readonly<Record<string, readonly string[]>> = {
  'varchar(20)': ['a', 'a'.repeat(20)],
  text: ['1', 'a'.repeat(100)],
  varchar: ['1', 'a'.repeat(100)],
  'char(10)': ['a', 'a'.repeat(10)],
  citext: ['a', 'Aa'],
  'numeric(10,2)': ['1', '99999999.99', '-0.01'],
  numeric: ['1', '123456789012345678901234567890.123456789'],
  smallint: ['1', '32767', '-32768'],
  integer: ['1', '2147483647', '-2147483648'],
  bigint: ['1', '9223372036854775807', '-9223372036854775808'],
  real: ['1', '0.1'],
  'double precision': ['1', '0.1'],
  'timestamp(3)': ['2026-01-01 10:00:00', '2026-01-01 10:00:00.123'],
  timestamp: ['2026-01-01 10:00:00', '2026-03-08 02:30:00.123456'],
  timestamptz: ['2026-01-01 10:00:00+00', '2026-11-01 06:30:00.123456+00'],
  'timestamptz(3)': ['2026-01-01 10:00:00+00', '2026-01-01 10:00:00.123+00'],
  'time(3)': ['10:00:00', '10:00:00.123'],
  'timetz(3)': ['10:00:00+00', '10:00:00.123+00'],
  'interval(3)': ['1 day', '1.123 seconds'],
  interval: ['1 day', '1.123456 seconds'],
  date: ['2026-01-01', '0001-01-01'],
  'varbit(8)': ['1', '10101010'],
  varbit: ['1', '1010101010101010'],
  cidr: ['10.0.0.0/8'],
  inet: ['10.0.0.0/8', '10.1.2.3/8'],
  xml: ['<a/>'],
  json: ['{"a": 1}', '{"a": 1, "a": 2}'],
  jsonb: ['{"a": 1}'],
  uuid: ['00000000-0000-0000-0000-000000000001'],
  boolean: ['true', 'false'],
  'int[]': ['{1,2}', '{2147483647}'],
  'bigint[]': ['{1,2}', '{9223372036854775807}'],
};

/** The pairs of text to types that read only some texts start from a text that they read. */
export const readable: Readonly<Record<string, string>> = {
  json: '{}',
  jsonb: '{}',
  uuid: '00000000-0000-0000-0000-000000000001',
};
