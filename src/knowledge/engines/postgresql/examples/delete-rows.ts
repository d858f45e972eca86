import type { ChangeExample } from './change-example.ts';

const schema = [
  `CREATE TABLE events (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, happened_at timestamptz NOT NULL DEFAULT now(), what text NOT NULL DEFAULT 'seen')`,
  `CREATE INDEX events_happened_at_idx ON events (happened_at)`,
  `INSERT INTO events (happened_at, what) SELECT timestamptz '2020-01-01 00:00+00' + n * interval '6 hours', 'event ' || n FROM generate_series(1, 8000) AS n`,
];
const where = `happened_at < timestamptz '2023-01-01 00:00+00'`;
const scale = { table: 'events', rows: '8000', key: 'id' };

export const examples: readonly ChangeExample[] = [
  {
    change: 'delete-rows',
    title: 'Old events go to an archive',
    schema,
    fields: { table: 'events', where, keep: 'archive', archive: 'events_before_2023' },
    scale,
    keepsRows: [{ table: 'events', columns: ['id', 'happened_at', 'what'] }],
  },
  {
    change: 'delete-rows',
    title: 'Old events go for good',
    schema,
    fields: { table: 'events', where, keep: 'none' },
    scale,
    keepsRows: [{ table: 'events', columns: ['id', 'happened_at', 'what'] }],
  },
];
