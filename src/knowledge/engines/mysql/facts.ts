import type { Engine, Situation } from '#model/engine.ts';
import { isGiven } from '#model/given.ts';
import { manual, type Source } from '#model/source.ts';
import { code, type Text, words } from '#model/text.ts';
import { inManual } from './manual.ts';
import { atLeast, before } from './versions.ts';

export interface Fact {
  readonly says: Text;
  readonly source: Source;
}

/** What holds for the whole family. `page` finds the manual of the one that asks. */
export const familyFacts = (page: {
  readonly commits: Source;
  readonly locks: Source;
  readonly clauses: Source;
  readonly columns: Source;
}): readonly Fact[] => [
  {
    says: words`DDL commits whatever is open, before it and after it: ${code('ROLLBACK')} takes none of it back. When a file stops at statement k, those before it stay done.`,
    source: page.commits,
  },
  {
    says: words`A metadata lock is held until the reader's transaction ends. An ${code('ALTER TABLE')} that waits for it, also an instant one, makes every later statement on the table wait behind it, plain reads too: the queue is the outage.`,
    source: page.locks,
  },
  {
    says: words`With ${code('ALGORITHM')} and ${code('LOCK')} written out the server refuses (${code('1845')}, ${code('1846')}) what it could only do by more work or a stronger lock. Without them it does that silently.`,
    source: page.clauses,
  },
  {
    says: words`${code('MODIFY')} and ${code('CHANGE')} drop every attribute that is not written again: ${code('NOT NULL')}, ${code('DEFAULT')}, ${code('COMMENT')}, ${code('COLLATE')}, ${code('AUTO_INCREMENT')}, ${code('ON UPDATE')}.`,
    source: page.columns,
  },
  {
    says: words`A dropped column does not come back: added again under the same name and type it is empty in every row.`,
    source: page.columns,
  },
];

const always = familyFacts({
  commits: inManual('implicit-commit'),
  locks: inManual('innodb-online-ddl-limitations'),
  clauses: inManual('innodb-online-ddl-performance'),
  columns: inManual('alter-table'),
});

const timeouts: Fact = {
  says: words`${code('lock_wait_timeout')} is a year unless it was set. ${code('max_execution_time')} ends reads only, and nothing limits how long DDL runs.`,
  source: inManual('server-system-variables#sysvar_lock_wait_timeout'),
};

const rowVersions = (most: number): Fact => ({
  says: words`A table bears ${most} instant changes of its columns; then ${code('ALGORITHM=INSTANT')} is refused (${code('4092')}) until a rebuild (${code('ALTER TABLE … FORCE')}). ${code('information_schema.INNODB_TABLES.TOTAL_ROW_VERSIONS')} counts them.`,
  source: inManual('innodb-online-ddl-operations#online-ddl-column-operations'),
});

const brokenInstant: Fact = {
  says: words`Before 8.0.32 tables with instantly added or dropped columns could be damaged in recovery, and XtraBackup refuses them. Look at ${code('SELECT VERSION()')} and upgrade first.`,
  source: manual('https://raw.githubusercontent.com/percona/pxb-docs/8.0/docs/error-message-instant.md'),
};

const withReplicas: Fact = {
  says: words`A replica begins an ${code('ALTER TABLE')} when the primary has finished it. Until it is done there, the replica falls behind.`,
  source: inManual('innodb-online-ddl-limitations'),
};

export const throughProxy: Fact = {
  says: words`A proxy that shares sessions may send ${code('SET SESSION')} and the statement after it to two of them, or keep one session for the client from then on.`,
  source: manual('https://proxysql.com/documentation/multiplexing/'),
};

export const captured: Fact = {
  says: words`A reader of the binary log (Debezium) rebuilds the shape of each table from the DDL in it: it must have followed every statement, and stops at one that it cannot parse.`,
  source: manual(
    'https://docs.redhat.com/en/documentation/red_hat_integration/2023.q4/html/debezium_user_guide/debezium-connector-for-mysql',
  ),
};

/** Readers that share the storage of the primary run no statement again. */
export const replaysStatements = ({ hosting }: Situation): boolean =>
  !isGiven(hosting) || hosting.replicas === undefined;

const hasReplicas = (situation: Situation): boolean =>
  replaysStatements(situation) && (!isGiven(situation.replicas) || situation.replicas > 0);

/** What holds for any change, and depends on how the server is used. */
export const facts = (situation: Situation): ReturnType<Engine['facts']> => {
  const { transactionPooler, logicalReplication } = situation;
  return [
    ...always,
    timeouts,
    ...(before('8.0', situation) ? [] : [rowVersions(atLeast('9.1', situation) ? 255 : 64)]),
    ...(atLeast('8.0.32', situation) || before('8.0', situation) ? [] : [brokenInstant]),
    ...(hasReplicas(situation) ? [withReplicas] : []),
    ...(transactionPooler ? [throughProxy] : []),
    ...(logicalReplication ? [captured] : []),
  ];
};
