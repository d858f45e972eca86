import { describe, expect, it } from 'vitest';
import { typeChange } from './type-change.ts';
import { readType } from './type-name.ts';

describe('readType', () => {
  it.each([
    ['int', 'INTEGER'],
    ['int4', 'integer'],
    ['serial', 'integer'],
    ['int8', 'bigint'],
    ['varchar(20)', 'character varying (20)'],
    ['VARCHAR( 20 )', 'varchar(20)'],
    ['timestamptz', 'timestamp with time zone'],
    ['timestamp(3)', 'timestamp(3) without time zone'],
    ['timestamptz(3)', 'timestamp (3) with time zone'],
    ['decimal(10,2)', 'numeric(10, 2)'],
    ['float', 'double precision'],
    ['float(24)', 'real'],
    ['char', 'character(1)'],
    ['pg_catalog.int4', 'int'],
    ['int[]', 'integer array'],
    ['bool', 'boolean'],
    ['varbit(8)', 'bit varying(8)'],
  ])('reads %s and %s as the same type', (left, right) => {
    expect(readType(left)).toBeDefined();
    expect(readType(left)).toEqual(readType(right));
  });

  it.each(['order_state', 'geometry(Point, 4326)', '"char"', '', 'public.posint', '<type>'])(
    'knows nothing of %j',
    (type) => expect(readType(type)).toBeUndefined(),
  );
});

describe('typeChange', () => {
  it.each([
    ['varchar(20)', 'varchar(40)', 'catalog', 'kept', true],
    ['varchar(20)', 'text', 'catalog', 'kept', true],
    ['varchar(20)', 'varchar', 'catalog', 'kept', true],
    ['text', 'varchar', 'catalog', 'kept', true],
    ['text', 'varchar(50)', 'rewrite', 'rebuilt', false],
    ['varchar(50)', 'varchar(10)', 'rewrite', 'rebuilt', false],
    ['char(10)', 'text', 'rewrite', 'rebuilt', true],
    ['char(10)', 'char(5)', 'rewrite', 'rebuilt', false],
    ['int', 'bigint', 'rewrite', 'rebuilt', true],
    ['bigint', 'int4', 'rewrite', 'rebuilt', false],
    ['int', 'integer', 'catalog', 'kept', true],
    ['numeric(10,2)', 'numeric(12,2)', 'catalog', 'kept', true],
    ['numeric(10,2)', 'numeric', 'catalog', 'kept', true],
    ['numeric(10,2)', 'numeric(12,4)', 'rewrite', 'rebuilt', true],
    ['numeric(10,2)', 'numeric(11,4)', 'rewrite', 'rebuilt', false],
    ['numeric(10,2)', 'numeric(8,2)', 'rewrite', 'rebuilt', false],
    ['numeric', 'numeric(12,2)', 'rewrite', 'rebuilt', false],
    ['bigint', 'numeric(18,0)', 'rewrite', 'rebuilt', false],
    ['int', 'real', 'rewrite', 'rebuilt', false],
    ['int', 'float8', 'rewrite', 'rebuilt', true],
    ['timestamp(3)', 'timestamp(6)', 'catalog', 'kept', true],
    ['timestamp(3)', 'timestamp', 'catalog', 'kept', true],
    ['timestamp', 'timestamp(3)', 'rewrite', 'rebuilt', false],
    ['timestamp', 'timestamptz', 'rewrite', 'rebuilt', false],
    ['date', 'timestamp', 'rewrite', 'rebuilt', true],
    ['json', 'jsonb', 'rewrite', 'rebuilt', false],
    ['cidr', 'inet', 'catalog', 'kept', true],
    ['text', 'text collate "C"', 'catalog', 'rebuilt', true],
    ['text', 'citext', 'catalog', 'rebuilt', true],
    ['int[]', 'bigint[]', 'rewrite', 'rebuilt', true],
    ['boolean', 'int', 'rewrite', 'rebuilt', true],
  ])('from %s to %s: %s, indexes %s, widens %s', (from, to, work, indexes, widens) =>
    expect(typeChange(from, to)).toMatchObject({ work, indexes, widens, source: { kind: 'measured' } }),
  );

  it.each([
    ['order_state', 'text'],
    ['text', 'order_state'],
    ['int', 'int[]'],
    ['bytea', 'text'],
    ['point', 'circle'],
    ['', ''],
    ['<type>', 'text'],
  ])('does not guess from %j to %j', (from, to) =>
    expect(typeChange(from, to)).toMatchObject({
      work: 'unconfirmed',
      indexes: 'rebuilt',
      widens: false,
      source: { kind: 'unconfirmed' },
    }),
  );
});
