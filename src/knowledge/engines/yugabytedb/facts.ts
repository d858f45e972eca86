import type { Engine, Situation } from '#model/engine.ts';
import type { Source } from '#model/source.ts';
import { code, type Text, words } from '#model/text.ts';
import { inManual, pages } from './manual.ts';

interface Fact {
  readonly says: Text;
  readonly source: Source;
}

const always: readonly Fact[] = [
  {
    says: words`Each statement that changes the schema is a transaction of its own, also inside ${code('BEGIN')}: ${code('ROLLBACK')} takes nothing of it back. Transactional DDL is early access, off, and not for clusters with CDC.`,
    source: inManual(pages.transactionalDdl),
  },
  {
    says: words`By default no statement locks a table. During a schema change others run with the old or the new schema: they may meet ${code('schema version mismatch')} or ${code('catalog version mismatch')} (${code('40001')}) and must retry.`,
    source: inManual(pages.administration),
  },
  {
    says: words`What writes a table anew (a primary key that comes or goes, a changed type, a default that differs from row to row) copies a snapshot: rows written meanwhile are missing afterwards, without an error. Writers stop first.`,
    source: inManual(pages.rewrites),
  },
  {
    says: words`A constraint that is added ${code('NOT VALID')} and validated afterwards is safe beside writers; one that is added and proved at once, and a plain ${code('SET NOT NULL')}, are not.`,
    source: inManual(pages.administration),
  },
  {
    says: words`Two schema changes of one database must not run at the same time: one connection, one after the other.`,
    source: inManual(pages.administration),
  },
  {
    says: words`An index is built online, but not inside a transaction and not on a partitioned table, where it silently is not: ${code('CONCURRENTLY')} makes that an error. Its first column is sharded by ${code('HASH')} unless ${code('ASC')} is said: a range is not read by it.`,
    source: inManual(pages.createIndex),
  },
];

const replicated: Fact = {
  says: words`xCluster carries schema changes only in automatic mode (since 2025.2.1); in the others each statement runs on both clusters by hand.`,
  source: inManual(pages.xCluster),
};

/** What holds for any change on YugabyteDB. */
export const facts = (situation: Situation): ReturnType<Engine['facts']> => [
  ...always,
  ...(situation.logicalReplication ? [replicated] : []),
];
