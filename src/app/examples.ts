import type { Answers } from '#model/answers.ts';
import { readAnswers } from '#model/read-answers.ts';

/** Answers to look at and to play with. */
export interface Example {
  readonly title: string;
  readonly about: string;
  readonly answers: Answers;
}

const columnReplacement = {
  database: {
    engine: 'postgresql',
    version: '16',
    hosting: 'self-managed',
    topology: ['replicas', 'pooler'],
    replicaCount: '2',
    replicaUse: ['failover', 'analytics'],
    poolerName: 'PgBouncer',
    poolerMode: 'transaction',
  },
  stack: {
    stacks: ['rails'],
    stackVersion: 'Rails 7.2',
    runs: ['monolith', 'workers', 'jobs'],
    deploy: 'rolling',
    deployMinutes: '12',
    instances: '24 web and 12 worker pods',
    flags: 'Flipper',
  },
  scale: {
    tables: [{ name: 'orders', rows: '48M', gigabytes: '31', writesPerSecond: '350', key: 'id' }],
    peakFrom: '17:00',
    peakTo: '21:00',
    zone: 'UTC',
    ddl: `CREATE TABLE orders (
  id bigserial PRIMARY KEY,
  status varchar(20) NOT NULL DEFAULT 'pending',
  updated_at timestamptz
);
CREATE INDEX orders_status_idx ON orders (status);`,
  },
  change: {
    changes: [
      {
        kind: 'replace-column',
        fields: {
          table: 'orders',
          column: 'status',
          newColumn: 'status_v2',
          newType: 'text',
          type: 'varchar(20)',
          default: "'pending'",
          notNull: 'yes',
          indexes: 'orders_status_idx',
        },
      },
    ],
    description: 'Replace status by status_v2 text, same values, so that longer states fit.',
  },
  risk: {
    risk: 'high',
    downtime: 'none',
    windowDate: '2026-12-08',
    windowStart: '02:00',
    windowMinutes: '180',
    windowZone: 'UTC',
    latencyPercent: '30',
    latencyMinutes: '10',
    parityPercent: '99.9',
  },
  dependencies: {
    dependencies: [
      { kind: 'application-deploys', name: 'web and worker' },
      { kind: 'feature-flags', name: 'Flipper' },
      { kind: 'etl-jobs', name: 'nightly ETL', reads: 'orders.status', when: '01:00 UTC, usually done by 01:40' },
      { kind: 'read-replicas', name: 'both replicas' },
      { kind: 'analytics', name: 'dashboards', reads: 'orders.status' },
    ],
  },
};

const nullableColumn = {
  database: { engine: 'postgresql', version: '17' },
  scale: { tables: [{ name: 'customers', rows: '20000' }] },
  change: {
    changes: [
      { kind: 'add-column', fields: { table: 'customers', column: 'nickname', type: 'text', kind: 'nullable' } },
    ],
  },
  risk: { risk: 'low' },
};

const example = (title: string, about: string, answers: unknown): Example => ({
  title,
  about,
  answers: readAnswers(answers).answers,
});

export const examples: readonly Example[] = [
  example('Replace a column on a busy table', 'PostgreSQL 16, Rails, 48 million rows, no downtime', columnReplacement),
  example('Add a nullable column', 'PostgreSQL 17, a small table, five answers', nullableColumn),
];
