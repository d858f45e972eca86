import { manual } from '#model/source.ts';
import { defineStack } from '#model/stack.ts';
import { code, words } from '#model/text.ts';
import { knexMigration } from './forms/query-builders.ts';

const docs = 'https://knexjs.org/guide/migrations.html';

export const knex = defineStack({
  id: 'knex',
  name: 'Knex',
  role: 'both',
  remembers: {
    what: 'nothing',
    says: words`Knex keeps no columns: a query names what its code names, and ${code('select *')} where it names nothing. A column may go once no running release names it.`,
    source: manual('https://knexjs.org/guide/query-builder.html#select'),
  },
  prepares: {
    kept: 'no',
    says: words`Statements are sent without a name, so none stays prepared.`,
    source: manual('https://github.com/knex/knex/blob/master/lib/dialects/postgres/index.js'),
  },
  ignoreColumn: { because: words`a query names what its code names: the release names it nowhere` },
  transaction: {
    says: words`Each migration runs inside a transaction; where none of the pending ones opts out, all of them share one. MySQL, MariaDB and Oracle commit at each change of the schema all the same. ${code('exports.config = { transaction: false }')} in a migration turns it off.`,
    off: { language: 'js', text: 'exports.config = { transaction: false };' },
    source: manual(`${docs}#transactions-in-migrations`),
  },
  setTimeouts: { language: 'js', text: "await knex.raw('<each guard line of this runbook>');" },
  startup: {
    says: words`${code('knex.migrate.latest()')} at the start of the application runs while the old release serves. One process takes the row in the lock table; a crash leaves it taken until ${code('knex migrate:unlock')}. Run it once, as a step of its own.`,
    source: manual(`${docs}#notes-about-locks`),
  },
  record: {
    says: words`Add the file's name to ${code('knex_migrations')}, from which it reads what has run.`,
    source: manual('https://app.unpkg.com/knex@3.2.9/files/lib/migrations/migrate/migration-list-resolver.js'),
  },
  migration: knexMigration,
  notes: [
    {
      says: words`With a transaction for all, the first lock is held until the last pending migration is done: run one migration at a time with ${code('knex migrate:up')}.`,
      source: manual('https://github.com/knex/knex/blob/master/lib/migrations/migrate/Migrator.js'),
    },
  ],
});
