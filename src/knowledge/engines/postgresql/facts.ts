import type { Engine, Situation } from '#model/engine.ts';
import { isGiven } from '#model/given.ts';
import type { Source } from '#model/source.ts';
import { code, type Text, words } from '#model/text.ts';
import { inManual, verified } from './manual.ts';

interface Fact {
  readonly says: Text;
  readonly source: Source;
}

const always: readonly Fact[] = [
  {
    says: words`A statement that waits for ${code('ACCESS EXCLUSIVE')} makes every later statement on the table wait behind it, plain reads too: the queue is the outage, not the lock. ${code('lock_timeout')} is 0 unless it was set, which waits forever.`,
    source: verified('explicit-locking'),
  },
  {
    says: words`DDL takes part in transactions: ${code('ROLLBACK')} takes it back. The strongest lock of all its statements is held until ${code('COMMIT')}, so a proof (${code('VALIDATE CONSTRAINT')}) never stands in the same transaction as the statement that adds the constraint.`,
    source: verified('sql-begin'),
  },
  {
    says: words`${code('CREATE INDEX CONCURRENTLY')}, ${code('DROP INDEX CONCURRENTLY')}, ${code('REINDEX CONCURRENTLY')} and ${code('VACUUM')} are refused inside a transaction (${code('25001')}).`,
    source: verified('sql-createindex#SQL-CREATEINDEX-CONCURRENTLY'),
  },
  {
    says: words`A concurrent index build that ends early, by ${code('lock_timeout')} too, leaves an invalid index, and ${code('CREATE INDEX CONCURRENTLY IF NOT EXISTS')} then reports success over it.`,
    source: verified('sql-createindex#SQL-CREATEINDEX-CONCURRENTLY'),
  },
  {
    says: words`A dropped column does not come back: added again under the same name and type it holds ${code('NULL')} in every row.`,
    source: verified('sql-altertable#SQL-ALTERTABLE-NOTES'),
  },
  {
    says: words`A prepared ${code('SELECT *')} fails with ${code('0A000')} (cached plan must not change result type) after a column was added or dropped, until it is prepared again, and so does one that names a column whose type changed. One that names its columns bears a new column.`,
    source: verified('sql-prepare'),
  },
  {
    says: words`${code('SET LOCAL')} outside a transaction only warns and sets nothing.`,
    source: verified('sql-set'),
  },
];

const withReplicas: Fact = {
  says: words`DDL is replayed on each standby with the same lock. A query there that reads the table holds up replay of everything, until ${code('max_standby_streaming_delay')} (30 s unless it was changed) ends the query.`,
  source: inManual('hot-standby#HOT-STANDBY-CONFLICT'),
};

const throughPooler: Fact = {
  says: words`What ${code('SET')} sets belongs to the server's session. Behind a pooler in transaction mode the next statement may run in another one, so a guard set that way does not hold.`,
  source: { kind: 'manual', url: 'https://www.pgbouncer.org/features.html' },
};

const decoded: Fact = {
  says: words`Logical replication does not carry DDL: the subscriber gets a new column first, and loses an old one last.`,
  source: inManual('logical-replication-restrictions'),
};

/** What holds for any change on PostgreSQL. */
export const facts = ({ replicas, transactionPooler, logicalReplication }: Situation): ReturnType<Engine['facts']> => [
  ...always,
  ...(!isGiven(replicas) || replicas > 0 ? [withReplicas] : []),
  ...(transactionPooler ? [throughPooler] : []),
  ...(logicalReplication ? [decoded] : []),
];
