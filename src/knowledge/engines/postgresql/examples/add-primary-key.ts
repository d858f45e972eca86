import type { ChangeExample } from './change-example.ts';

export const examples: readonly ChangeExample[] = [
  {
    change: 'add-primary-key',
    title: 'A table that never had a key',
    schema: [
      `CREATE SEQUENCE readings_number_seq`,
      `CREATE TABLE readings (station integer, number bigint DEFAULT nextval('readings_number_seq'), value numeric)`,
      `INSERT INTO readings (station, value) SELECT 100 + n % 12, n FROM generate_series(1, 5000) AS n`,
    ],
    fields: { table: 'readings', columns: 'station, number', notNull: 'no' },
    keepsRows: [{ table: 'readings', columns: ['number', 'station', 'value'] }],
  },
];
