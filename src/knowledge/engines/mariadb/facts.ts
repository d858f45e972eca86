import { compareVersions } from '#model/capability.ts';
import type { Engine, Situation } from '#model/engine.ts';
import { isGiven } from '#model/given.ts';
import { code, words } from '#model/text.ts';
import { captured, type Fact, familyFacts, throughProxy } from '../mysql/facts.ts';
import { inDocs } from './pages.ts';

const alterTable = 'reference/sql-statements/data-definition/alter/alter-table';

const always = familyFacts({
  commits: inDocs('reference/sql-statements/transactions/sql-statements-that-cause-an-implicit-commit'),
  locks: inDocs('reference/sql-statements/transactions/metadata-locking'),
  clauses: inDocs('server-usage/storage-engines/innodb/innodb-online-ddl/innodb-online-ddl-overview'),
  columns: inDocs(alterTable),
});

const timeouts: Fact = {
  says: words`${code('lock_wait_timeout')} is a day unless it was set; ${code('ALTER TABLE … WAIT n')} and ${code('NOWAIT')} set it for one statement. ${code('max_statement_time')} ends statements of every kind, DDL too.`,
  source: inDocs('reference/sql-statements/transactions/wait-and-nowait'),
};

const onlineCopy: Fact = {
  says: words`From 11.2 on a copy lets writes go on (${code('ALGORITHM=COPY, LOCK=NONE')}) unless a foreign key of the table cascades. What is written meanwhile is kept in a file without a limit in ${code('tmpdir')}.`,
  source: inDocs(`${alterTable}/online-schema-change`),
};

const withReplicas: Fact = {
  says: words`A replica begins an ${code('ALTER TABLE')} when the primary has finished it, unless ${code('binlog_alter_two_phase')} is on (10.8 and newer). Until it is done there, the replica falls behind.`,
  source: inDocs(alterTable),
};

/** What holds for any change, and depends on how the server is used. */
export const facts = ({
  version,
  replicas,
  transactionPooler,
  logicalReplication,
}: Situation): ReturnType<Engine['facts']> => [
  ...always,
  timeouts,
  ...(isGiven(version) && compareVersions(version, '11.2') < 0 ? [] : [onlineCopy]),
  ...(!isGiven(replicas) || replicas > 0 ? [withReplicas] : []),
  ...(transactionPooler ? [throughProxy] : []),
  ...(logicalReplication ? [captured] : []),
];
