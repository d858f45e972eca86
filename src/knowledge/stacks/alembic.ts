import { manual, unconfirmed } from '#model/source.ts';
import { defineStack } from '#model/stack.ts';
import { code, words } from '#model/text.ts';
import { alembicMigration } from './forms/alembic.ts';

const api = 'https://alembic.sqlalchemy.org/en/latest/api/runtime.html';

export const alembic = defineStack({
  id: 'alembic',
  name: 'SQLAlchemy with Alembic',
  role: 'both',
  remembers: {
    what: 'nothing',
    says: words`Declared models come from the code of the release: a new column does not disturb running processes, but queries name every mapped column, so an attribute must be out of the models of every running release before its column goes.`,
    source: manual('https://docs.sqlalchemy.org/en/20/orm/queryguide/columns.html'),
  },
  prepares: {
    kept: 'unconfirmed',
    says: words`Whether statements stay prepared depends on the driver: asyncpg keeps them and raises ${code('InvalidCachedStatementError')} inside a transaction after a change of the schema. Planned as if they did.`,
    source: unconfirmed(
      'Which driver does SQLAlchemy use (psycopg2, psycopg, asyncpg, …), and does it keep prepared statements?',
    ),
  },
  ignoreColumn: (_, column) => ({
    language: 'python',
    text: `__mapper_args__ = {"exclude_properties": ["${column}"]}`,
  }),
  transaction: {
    says: words`All pending revisions run in one transaction on PostgreSQL and SQL Server, in none on MySQL, MariaDB, Oracle and SQLite. ${code('transaction_per_migration=True')} in ${code('env.py')} gives each its own. ${code('with op.get_context().autocommit_block():')} takes statements out, and commits what ran before it.`,
    off: { language: 'python', text: 'with op.get_context().autocommit_block():' },
    source: manual(`${api}#alembic.runtime.migration.MigrationContext.autocommit_block`),
  },
  setTimeouts: { language: 'python', text: 'op.execute("<each guard line of this runbook>")' },
  startup: {
    says: words`${code('alembic upgrade head')} in a start command runs once for each new process, while the old release serves. Run it once, as a step of its own, one revision at a time.`,
    source: manual('https://alembic.sqlalchemy.org/en/latest/api/commands.html#alembic.command.upgrade'),
  },
  record: {
    says: words`Mark the revision as run: ${code('alembic stamp <revision>')}; those before it must have run.`,
    source: manual('https://alembic.sqlalchemy.org/en/latest/api/commands.html'),
  },
  migration: alembicMigration,
  notes: [
    {
      says: words`Tables read from the database (${code('autoload_with')}, automap) are remembered from the start of the process on: there a column must not go until ${code('exclude_properties')} leaves it out.`,
      source: manual('https://docs.sqlalchemy.org/en/20/core/reflection.html'),
    },
    {
      says: words`Whether two processes that migrate at once wait for each other is not confirmed; it is planned as if they did not.`,
      source: unconfirmed('Does env.py take a lock in the database before it runs revisions?'),
    },
  ],
});
