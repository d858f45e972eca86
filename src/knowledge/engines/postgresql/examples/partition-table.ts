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
  {
    change: 'partition-table',
    title: 'Events with keys both ways, a trigger and a policy',
    schema: [
      `CREATE TABLE people (id integer PRIMARY KEY)`,
      `INSERT INTO people SELECT generate_series(1, 20)`,
      `CREATE TABLE events (id bigserial, happened_at timestamptz NOT NULL DEFAULT now(), person_id integer, what text NOT NULL DEFAULT 'seen', PRIMARY KEY (id, happened_at))`,
      `ALTER TABLE events ADD CONSTRAINT events_person_id_fkey FOREIGN KEY (person_id) REFERENCES people (id) ON DELETE SET NULL`,
      `COMMENT ON TABLE events IS 'what happened'`,
      `INSERT INTO events (happened_at, person_id, what) SELECT timestamptz '2022-01-01 00:00+00' + n * interval '2 hours', 1 + n % 20, 'event ' || n % 50 FROM generate_series(1, 5000) AS n`,
      `CREATE TABLE event_notes (id bigserial PRIMARY KEY, event_id bigint, event_at timestamptz, note text)`,
      `ALTER TABLE event_notes ADD CONSTRAINT event_notes_event_fkey FOREIGN KEY (event_id, event_at) REFERENCES events (id, happened_at) ON DELETE CASCADE`,
      `INSERT INTO event_notes (event_id, event_at, note) SELECT id, happened_at, 'n' FROM events WHERE id <= 100`,
      `CREATE FUNCTION events_seen() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$`,
      `CREATE TRIGGER events_seen AFTER UPDATE ON events FOR EACH ROW EXECUTE FUNCTION events_seen()`,
      `ALTER TABLE events ENABLE ROW LEVEL SECURITY`,
      `CREATE POLICY events_open ON events FOR SELECT USING (what <> 'hidden')`,
    ],
    fields: {
      table: 'events',
      column: 'happened_at',
      cut: '2040-01-01 00:00+00',
      next: '2041-01-01 00:00+00',
      primaryKey: 'id, happened_at',
      foreignKeys: `"events_person_id_fkey" FOREIGN KEY (person_id) REFERENCES people(id) ON DELETE SET NULL
TABLE "event_notes" CONSTRAINT "event_notes_event_fkey" FOREIGN KEY (event_id, event_at) REFERENCES events(id, happened_at) ON DELETE CASCADE`,
      triggers: 'CREATE TRIGGER events_seen AFTER UPDATE ON events FOR EACH ROW EXECUTE FUNCTION events_seen()',
      policies: `CREATE POLICY events_open ON events FOR SELECT USING (what <> 'hidden')`,
    },
    scale: { table: 'events', rows: '5000', key: 'id' },
    keepsRows: [
      { table: 'events', columns: ['id', 'happened_at', 'what'] },
      { table: 'event_notes', columns: ['id', 'event_id', 'event_at'] },
    ],
  },
];
