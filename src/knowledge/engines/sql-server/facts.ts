import type { Engine, Situation } from '#model/engine.ts';
import { isGiven } from '#model/given.ts';
import type { Source } from '#model/source.ts';
import { code, type Text, words } from '#model/text.ts';
import { inManual, pages } from './manual.ts';
import { atLeast, hasOnline } from './versions.ts';

interface Fact {
  readonly says: Text;
  readonly source: Source;
}

const always: readonly Fact[] = [
  {
    says: words`${code('ALTER TABLE')} takes ${code('Sch-M')}: nobody can use the table, nor compile a statement on it, ${code('NOLOCK')} readers included; everybody queues behind a waiting one. ${code('LOCK_TIMEOUT')} is -1 unless it was set, which waits forever, and there is no limit for the statement itself.`,
    source: inManual(`${pages.alterTable}#locks-and-alter-table`),
  },
  {
    says: words`Schema changes take part in transactions: ${code('ROLLBACK')} takes them back, and with ${code('XACT_ABORT ON')} any error does. ${code('GO')} ends a batch, not the transaction; a module must be alone in its batch, and a column is not known in the batch that adds it.`,
    source: inManual('t-sql/statements/set-xact-abort-transact-sql'),
  },
  {
    says: words`A constraint added ${code('WITH NOCHECK')} counts for every write at once but is not trusted; ${code('WITH CHECK CHECK CONSTRAINT')} reads every row under ${code('Sch-M')} to make it so.`,
    source: inManual(`${pages.alterTable}#with-check--with-nocheck`),
  },
  {
    says: words`${code('ALTER COLUMN')} states a column anew: without ${code('NOT NULL')} it becomes nullable, and without ${code('COLLATE')} a changed type gets the collation of the database. It is refused while an index, a key, a check, a default or a schema-bound module depends on the column.`,
    source: inManual(`${pages.alterTable}#alter-column`),
  },
  {
    says: words`A default is a constraint with a name of its own, often one the server made up: it goes before its column.`,
    source: inManual(`${pages.alterTable}#drop`),
  },
  {
    says: words`${code('sp_rename')} changes the name and no mention of it: modules that say the old name fail when they run.`,
    source: inManual(pages.rename),
  },
  {
    says: words`A trigger fires once for a statement, after its rows were written and checked: it cannot fill a ${code('NOT NULL')} column that the writer left out. On a table with an enabled trigger ${code('OUTPUT')} without ${code('INTO')} fails (error 334).`,
    source: inManual(`${pages.output}#triggers`),
  },
  {
    says: words`About 5,000 locks of one statement on one table become a lock on the table: batches stay below.`,
    source: inManual(`${pages.locking}#lock-escalation`),
  },
  {
    says: words`To a unique index NULL is a value: a second row with NULL is a duplicate.`,
    source: inManual(pages.createIndex),
  },
];

const edition = (situation: Situation): Fact =>
  hasOnline(situation)
    ? {
        says: words`Indexes are built online here${atLeast(2019, situation) ? ', resumable' : ''}${atLeast(2022, situation) ? words`, and wait at low priority (${code('WAIT_AT_LOW_PRIORITY')})` : ''}; a ${code('NOT NULL')} column with a constant default is added without touching a row; ${code('ALTER COLUMN … WITH (ONLINE = ON)')}.`,
        source: inManual(pages.onlineIndex),
      }
    : {
        says: words`Standard, Web and Express have no online index operation, no resumable one and no online schema change: an index build blocks writers, a change of type or of ${code('NOT NULL')} blocks everybody, and a ${code('NOT NULL')} column with a default is written into every row.`,
        source: inManual(pages.editions),
      };

const withReplicas: Fact = {
  says: words`A schema change is redone on each secondary of the availability group: a query that reads the table there holds up the redo of everything.`,
  source: inManual(
    'database-engine/availability-groups/windows/active-secondaries-readable-secondary-replicas-always-on-availability-groups',
  ),
};

const captured: Fact = {
  says: words`A capture instance keeps the columns of the day it was made: a new column is ignored, a dropped one is NULL, a changed type is taken over; a table can have two instances.`,
  source: inManual('relational-databases/track-changes/about-change-data-capture-sql-server'),
};

/** What holds for any change on SQL Server. */
export const facts = (situation: Situation): ReturnType<Engine['facts']> => [
  ...always,
  edition(situation),
  ...(!isGiven(situation.replicas) || situation.replicas > 0 ? [withReplicas] : []),
  ...(situation.logicalReplication ? [captured] : []),
];
