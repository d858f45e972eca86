import type { ChangeExample } from './change-example.ts';

const schema = [
  `CREATE TABLE articles (id bigserial PRIMARY KEY, code varchar(12) NOT NULL DEFAULT 'new', stock integer NOT NULL DEFAULT 0, price text)`,
  `CREATE INDEX articles_stock_idx ON articles (stock)`,
  `CREATE INDEX articles_code_idx ON articles (code)`,
  `COMMENT ON COLUMN articles.code IS 'as printed on the box'`,
  `INSERT INTO articles (code, stock, price) SELECT 'a' || n, n % 500, nullif((n % 90)::text, '7') FROM generate_series(1, 6000) AS n`,
];
const documents = {
  schema: [
    `CREATE TABLE papers (id bigserial PRIMARY KEY, body json NOT NULL DEFAULT '{}')`,
    `INSERT INTO papers (body) SELECT json_build_object('n', n, 'of', 'paper') FROM generate_series(1, 3000) AS n`,
  ],
  scale: { table: 'papers', rows: '3000', key: 'id' },
  keepsRows: [{ table: 'papers', columns: ['id', 'body'] }],
};
const base = {
  change: 'change-column-type',
  schema,
  scale: { table: 'articles', rows: '6000', key: 'id' },
  keepsRows: [{ table: 'articles', columns: ['id', 'code', 'stock', 'price'] }],
};

export const examples: readonly ChangeExample[] = [
  {
    ...base,
    title: 'A longer text, in place',
    fields: { table: 'articles', column: 'code', from: 'varchar(12)', to: 'varchar(40)' },
  },
  {
    ...base,
    title: 'A shorter text, as a check',
    fields: {
      table: 'articles',
      column: 'code',
      from: 'varchar(12)',
      to: 'varchar(10)',
      limit: 'char_length(code) <= 10',
    },
  },
  {
    ...base,
    title: 'A larger number under the same name',
    fields: {
      table: 'articles',
      column: 'stock',
      from: 'integer',
      to: 'bigint',
      names: 'swap',
      default: '0',
      notNull: 'yes',
      indexes: 'articles_stock_idx',
    },
    // From 18 on NOT NULL has a name of its own, made from the name that the column has when it is set.
    leaves: ['NOT NULL stock'],
  },
  {
    ...base,
    title: 'A text that becomes a number, under another name',
    fields: {
      table: 'articles',
      column: 'price',
      from: 'text',
      to: 'integer',
      names: 'new-name',
      newColumn: 'price_euro',
      expression: `nullif(regexp_replace(price, '[^0-9]', '', 'g'), '')::numeric::bigint::integer`,
      backExpression: 'price_euro::text',
      notNull: 'no',
    },
    converts: true,
  },
  {
    change: 'change-column-type',
    ...documents,
    title: 'A type without equality under the same name',
    fields: {
      table: 'papers',
      column: 'body',
      from: 'json',
      to: 'jsonb',
      names: 'swap',
      default: `'{}'`,
      notNull: 'yes',
    },
    leaves: ['NOT NULL body'],
    converts: true,
  },
  {
    change: 'change-column-type',
    ...documents,
    title: 'A type without equality under another name',
    fields: {
      table: 'papers',
      column: 'body',
      from: 'json',
      to: 'jsonb',
      names: 'new-name',
      newColumn: 'content',
      expression: 'body::jsonb',
      default: `'{}'`,
      notNull: 'yes',
    },
    converts: true,
  },
];
