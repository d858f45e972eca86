import { manual } from '#model/source.ts';
import { defineStack } from '#model/stack.ts';
import { code, words } from '#model/text.ts';
import { ectoMigration } from './forms/ecto.ts';

const docs = 'https://hexdocs.pm/ecto_sql';

export const ecto = defineStack({
  id: 'ecto',
  name: 'Ecto',
  role: 'both',
  remembers: {
    what: 'nothing',
    says: words`Fields come from the schemas of the release: a new column does not disturb running processes, but queries name every field, so a field must be out of the schemas of every running release before its column goes.`,
    source: manual(`${docs}/safe_migrations.html#removing-a-column`),
  },
  prepares: {
    kept: 'yes',
    says: words`On PostgreSQL queries are prepared by name unless the repository says ${code('prepare: :unnamed')}.`,
    source: manual(`${docs}/Ecto.Adapters.Postgres.html`),
  },
  ignoreColumn: { because: words`queries name the fields of a schema: the release has no field for it` },
  transaction: {
    says: words`Each migration runs in one transaction on PostgreSQL, in none on MySQL. ${code('@disable_ddl_transaction true')} turns it off; the migration lock is a transaction too, so it also needs ${code('migration_lock: :pg_advisory_lock')} in the repository's configuration, or ${code('@disable_migration_lock true')} and a single node that migrates.`,
    off: { language: 'elixir', text: '@disable_ddl_transaction true; @disable_migration_lock true' },
    source: manual(`${docs}/Ecto.Migration.html#index/3-adding-dropping-indexes-concurrently`),
  },
  setTimeouts: {
    language: 'elixir',
    text: 'def after_begin(), do: repo().query!("<each guard line of this runbook>")',
  },
  startup: {
    says: words`${code('Ecto.Migrator')} among the application's children runs migrations whenever a node starts, while the old release serves; nodes wait for each other by the migration lock. Set its ${code('skip')} and run ${code('bin/my_app eval "MyApp.Release.migrate"')} once, as a step of its own.`,
    source: manual(`${docs}/Ecto.Migrator.html`),
  },
  record: {
    says: words`Write the migration with ${code('add_if_not_exists')} and ${code('create_if_not_exists')}: its run changes nothing and records it. The first needs a ${code('down')} of its own.`,
    source: manual(`${docs}/Ecto.Migration-function-add_if_not_exists.html`),
  },
  migration: ectoMigration,
  notes: [
    {
      says: words`${code('after_begin')} is called only where a transaction is opened: without one, send the guard lines with ${code('execute')} in the migration.`,
      source: manual(`${docs}/Ecto.Migration.html#module-transaction-callbacks`),
    },
    {
      says: words`Advisory locks do not hold behind PgBouncer outside session mode.`,
      source: manual(`${docs}/Ecto.Adapters.Postgres.html#module-migration-options`),
    },
  ],
});
