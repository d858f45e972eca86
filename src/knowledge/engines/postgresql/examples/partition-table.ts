import type { ChangeExample } from './change-example.ts';

export const examples: readonly ChangeExample[] = [
  {
    change: 'partition-table',
    title: 'Events by year, the key already holds the day',
    schema: [
      `CREATE TABLE events (id bigserial, happened_at timestamptz NOT NULL DEFAULT now(), what text NOT NULL DEFAULT 'seen', PRIMARY KEY (id, happened_at))`,
      `CREATE INDEX events_what_idx ON events (what)`,
      `COMMENT ON COLUMN events.what IS 'in words'`,
      `INSERT INTO events (happened_at, what) SELECT timestamptz '2022-01-01 00:00+00' + n * interval '2 hours', 'event ' || n % 50 FROM generate_series(1, 10000) AS n`,
    ],
    fields: {
      table: 'events',
      column: 'happened_at',
      cut: '2040-01-01 00:00+00',
      next: '2041-01-01 00:00+00, 2042-01-01 00:00+00',
      primaryKey: 'id, happened_at',
    },
    scale: { table: 'events', rows: '10000', key: 'id' },
    keepsRows: [{ table: 'events', columns: ['id', 'happened_at', 'what'] }],
  },
];
