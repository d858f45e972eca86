import type { ChangeExample } from './change-example.ts';

const schema = [
  `CREATE TABLE parcels (id bigserial PRIMARY KEY, wgt integer NOT NULL DEFAULT 100, sent_on date NOT NULL DEFAULT '2026-01-01')`,
  `CREATE INDEX parcels_wgt_idx ON parcels (wgt)`,
  `CREATE VIEW parcels_by_day AS SELECT sent_on, count(*) AS parcels FROM parcels GROUP BY sent_on`,
  `INSERT INTO parcels (wgt, sent_on) SELECT n % 900, date '2026-01-01' + n % 60 FROM generate_series(1, 6000) AS n`,
];
const fields = {
  table: 'parcels',
  column: 'wgt',
  newColumn: 'weight_grams',
  type: 'integer',
  default: '100',
  notNull: 'yes',
  indexes: 'parcels_wgt_idx',
};
const base = {
  change: 'rename-column',
  schema,
  fields,
  scale: { table: 'parcels', rows: '6000', key: 'id' },
  keepsRows: [{ table: 'parcels', columns: ['id', 'wgt', 'sent_on'] }],
};

export const examples: readonly ChangeExample[] = [
  { ...base, title: 'A weight that says its unit' },
  { ...base, title: 'The same under a stack that remembers columns', remembersColumns: true },
];
