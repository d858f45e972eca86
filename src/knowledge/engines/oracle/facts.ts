import type { Engine, Situation } from '#model/engine.ts';
import { isGiven } from '#model/given.ts';
import type { Source } from '#model/source.ts';
import { unconfirmed } from '#model/source.ts';
import { code, type Text, words } from '#model/text.ts';
import { inManual, pages } from './manual.ts';
import { atLeast, isEnterprise } from './versions.ts';

interface Fact {
  readonly says: Text;
  readonly source: Source;
}

const always: readonly Fact[] = [
  {
    says: words`Every schema change commits before and after itself, so none can be rolled back, and a file that stops half way leaves what stands above.`,
    source: inManual('sqlrf/Types-of-SQL-Statements.html'),
  },
  {
    says: words`${code('DDL_LOCK_TIMEOUT')} is 0 unless it was set: a schema change fails at once with ${code('ORA-00054')} while somebody has an open transaction on the table.`,
    source: inManual('refrn/DDL_LOCK_TIMEOUT.html'),
  },
  {
    says: words`Most schema changes take an exclusive DDL lock: nobody else gets a lock on the table to write or to alter it, while queries go on. A new column without a default or with one and ${code('NOT NULL')}, ${code('ENABLE NOVALIDATE')} and ${code('ENABLE VALIDATE')} let writers go on.`,
    source: inManual(pages.ddlLocks),
  },
  {
    says: words`Writers queue behind a schema change that waits for its lock. It is planned so.`,
    source: unconfirmed(
      'Does a new writer wait behind a schema change that waits for its table lock, as long as DDL_LOCK_TIMEOUT says? Try it on the copy with three sessions; it is planned so.',
    ),
  },
  {
    says: words`A schema change makes statements that use the table parse anew; on a busy table that is a burst of ${code('library cache')} waits.`,
    source: inManual('adfns/schema-object-dependency.html'),
  },
  {
    says: words`Names without quotes are upper case and at most 128 bytes; a length without ${code('CHAR')} counts bytes.`,
    source: inManual('sqlrf/Database-Object-Names-and-Qualifiers.html'),
  },
  {
    says: words`The empty string is NULL.`,
    source: inManual('sqlrf/Nulls.html'),
  },
  {
    says: words`A ${code('BEFORE … FOR EACH ROW')} trigger may set ${code(':NEW')}, and the row is checked after it: it can fill a ${code('NOT NULL')} column that the writer left out. In which order several of them fire is not said without ${code('FOLLOWS')}.`,
    source: inManual('tdddg/using-triggers.html'),
  },
  {
    says: words`On an insert such a trigger sees the default of a column that the writer left out. It is planned so.`,
    source: unconfirmed(
      'Does :NEW in a BEFORE INSERT trigger already hold the default of a column that the insert left out? Insert such a row on the copy; the way of a renamed column relies on it.',
    ),
  },
  {
    says: words`A foreign key without an index on its columns locks the whole child table when a row of the parent is deleted or its key changes.`,
    source: inManual('cncpt/data-concurrency-and-consistency.html'),
  },
];

/** The licensing table was not to be had; the server itself answers. */
const editionHas = unconfirmed(
  `Which of ONLINE index builds, online redefinition, partitioning, Data Guard and flashback does this edition have? SELECT parameter, value FROM v$option answers; what it says TRUE of may still be an option to license.`,
);

const edition = (situation: Situation): Fact => ({
  says: isEnterprise(situation)
    ? words`Enterprise Edition builds and drops indexes ${code('ONLINE')}, moves and partitions a table ${code('ONLINE')} (partitioning is an option to license), redefines it by ${code('DBMS_REDEFINITION')} and goes back by ${code('FLASHBACK DATABASE')}.`
    : words`Standard Edition 2 is planned without ${code('ONLINE')} index builds, ${code('DBMS_REDEFINITION')}, partitioning, Data Guard, ${code('FLASHBACK TABLE')} to a time and ${code('FLASHBACK DATABASE')}: an index build blocks writers.`,
  source: editionHas,
});

const since23: Fact = {
  says: words`Since 23.3 adding a column, ${code('SET UNUSED')}, ${code('ENABLE NOVALIDATE')} and ${code('DROP CONSTRAINT')} do not block writers.`,
  source: inManual(
    'https://docs.oracle.com/cd/F82042_01/sqlrf/Automatic-and-Manual-Locking-Mechanisms-During-SQL-Operations.html',
  ),
};

const captured: Fact = {
  says: words`Supplemental logging turns schema changes that would let writers go on (a new column, ${code('ENABLE NOVALIDATE')}, ${code('ENABLE VALIDATE')}, and with ${code('ONLINE')} ${code('SET UNUSED')} and ${code('DROP CONSTRAINT')}) into ones that block them.`,
  source: inManual(pages.nonblocking),
};

/** What holds for any change on Oracle. */
export const facts = (situation: Situation): ReturnType<Engine['facts']> => [
  ...always,
  edition(situation),
  ...(atLeast(23, situation) ? [since23] : []),
  ...(situation.logicalReplication ? [captured] : []),
  ...(!isGiven(situation.replicas) || situation.replicas > 0
    ? [
        {
          says: words`A physical standby applies schema changes with the redo; what was written with ${code('NOLOGGING')} is missing there.`,
          source: inManual('sbydb/managing-oracle-data-guard-physical-standby-databases.html'),
        },
      ]
    : []),
];
