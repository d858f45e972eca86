import { z } from 'zod/mini';
import { answer, answers, choice, choices, numberQuestion, textQuestion } from '../question.ts';

/** Which database, where it runs, and what stands around it. Engine, version and hosting lists come from knowledge. */
export const databasePage = {
  id: 'database',
  title: 'Which database are you changing?',
  short: 'Database',
  questions: {
    engine: choice('Database engine', 'locks, statements and ways back that are true for this engine', [], {
      essential: true,
    }),
    version: choice('Version', 'what this version can do without blocking', [], { essential: true }),
    hosting: choice('Where does it run?', 'how to back up, restore and rehearse there', []),
    topology: choices(
      'What stands beside the primary?',
      'lag limits, the order of deploys, what breaks on the way back',
      [
        { id: 'primary-only', label: 'Primary only' },
        { id: 'replicas', label: 'Read replicas or standbys' },
        { id: 'multi-region', label: 'Several regions' },
        { id: 'pooler', label: 'A connection pooler' },
        { id: 'cdc', label: 'Logical replication or change data capture' },
      ],
    ),
    replicaCount: numberQuestion('How many replicas?', 'which nodes each check is run on', { who: 'on-call' }),
    replicaUse: choices('What are the replicas for?', 'how much lag is too much', [
      { id: 'failover', label: 'Failover' },
      { id: 'reads', label: 'Reads of the application' },
      { id: 'analytics', label: 'Analytics or reporting' },
    ]),
    poolerName: textQuestion('Which pooler?', 'the name in the instructions', {
      hint: 'PgBouncer, RDS Proxy, Supavisor, …',
    }),
    poolerMode: choice('Pooling mode', 'whether a lock timeout set by hand really holds', [
      { id: 'session', label: 'Session' },
      { id: 'transaction', label: 'Transaction' },
      { id: 'statement', label: 'Statement' },
    ]),
    cdcName: textQuestion('What reads the changes?', 'who must know before a column appears or goes', {
      hint: 'Debezium, a logical slot, DMS, …',
    }),
    databaseSize: numberQuestion('Size of the whole database', 'backup and restore times to expect', { unit: 'GB' }),
  },
  schema: z.object({
    engine: answer,
    version: answer,
    hosting: answer,
    topology: answers,
    replicaCount: answer,
    replicaUse: answers,
    poolerName: answer,
    poolerMode: answer,
    cdcName: answer,
    databaseSize: answer,
  }),
} as const;
