import type { Engine, Situation } from '#model/engine.ts';
import type { Source } from '#model/source.ts';
import { code, type Text, words } from '#model/text.ts';
import { inManual, pages } from './manual.ts';
import { atLeast } from './versions.ts';

interface Fact {
  readonly says: Text;
  readonly source: Source;
}

const always: readonly Fact[] = [
  {
    says: words`A schema change is a background job that locks no table: the new schema is rolled out in steps while the old one is still in use, and reads and writes go on. ${code('SHOW JOBS')} shows it; ${code('PAUSE')}, ${code('RESUME')} and ${code('CANCEL JOB')} steer it.`,
    source: inManual(pages.online),
  },
  {
    says: words`Backfills cost CPU and disk: an index, a changed key, a column that comes or goes needs up to three times its size for a while, and latency rises when the cluster is near its limits. The job pauses when a node runs out of disk.`,
    source: inManual(`${pages.online}#estimate-your-storage-capacity-before-performing-online-schema-changes`),
  },
  {
    says: words`Schema changes in an explicit transaction are not atomic: ${code('COMMIT')} can answer ${code('XXA00')} (transaction committed but schema change aborted). One change, one statement, no ${code('BEGIN')}.`,
    source: inManual(pages.limits),
  },
  {
    says: words`While a primary key changes, no other schema change of that table can start.`,
    source: inManual(`${pages.online}#no-online-schema-changes-if-primary-key-change-in-progress`),
  },
  {
    says: words`A prepared ${code('SELECT *')} fails with ${code('0A000')} (cached plan must not change result type) after a column was added or dropped, until it is prepared again.`,
    source: inManual(`${pages.online}#no-online-schema-changes-between-executions-of-prepared-statements`),
  },
  {
    says: words`A column drop together with other changes may not be taken back whole when one of them fails: it goes alone, after its constraints, unique indexes and default.`,
    source: inManual(`${pages.online}#column-dropping-schema-changes-may-not-roll-back-properly`),
  },
  {
    says: words`Transactions are ${code('SERIALIZABLE')} unless the session says otherwise: whoever writes must retry on ${code('40001')}.`,
    source: inManual('transaction-retry-error-reference'),
  },
  {
    says: words`A view names its columns, and what it names can be neither renamed nor dropped.`,
    source: inManual('views#view-dependencies'),
  },
];

const committing: Fact = {
  says: words`${code('autocommit_before_ddl')}, on unless it was set, commits an open transaction before a schema change: what a tool wrote before it in the same transaction stays.`,
  source: inManual(`${pages.online}#enable-automatic-commit-before-running-schema-changes-inside-transactions`),
};

const schemaLocked: Fact = {
  says: words`Tables made on 26.1 or later carry ${code('schema_locked')}, which most schema changes lift for themselves; ${code('SET LOCALITY')} and a key that is dropped and added need ${code('SET (schema_locked = false)')} first.`,
  source: inManual(`${pages.online}#improve-changefeed-performance-with-schema_locked`),
};

const captured: Fact = {
  says: words`A changefeed emits a whole table anew when a column with a default comes or a column goes, unless its ${code('schema_change_policy')} says otherwise.`,
  source: inManual('changefeed-messages#schema-changes-with-column-backfill'),
};

/** What holds for any change on CockroachDB. */
export const facts = (situation: Situation): ReturnType<Engine['facts']> => [
  ...always,
  ...(atLeast('25.1', situation) ? [committing] : []),
  ...(atLeast('26.1', situation) ? [schemaLocked] : []),
  ...(situation.logicalReplication ? [captured] : []),
];
