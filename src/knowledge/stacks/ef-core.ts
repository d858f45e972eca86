import { manual, unconfirmed } from '#model/source.ts';
import { defineStack } from '#model/stack.ts';
import { code, words } from '#model/text.ts';
import { efCoreMigration } from './forms/ef-core.ts';

const docs = 'https://learn.microsoft.com/en-us/ef/core';

export const efCore = defineStack({
  id: 'ef-core',
  name: 'Entity Framework Core',
  role: 'both',
  remembers: {
    what: 'nothing',
    says: words`Columns come from the model of the release: a new column does not disturb running processes, but queries name every mapped property, so a property must be out of the model of every running release before its column goes.`,
    source: manual(`${docs}/modeling/entity-properties#included-and-excluded-properties`),
  },
  prepares: {
    kept: 'unconfirmed',
    says: words`Whether statements stay prepared depends on the provider; it is planned as if they did.`,
    source: unconfirmed(
      'Does the connection string or code turn on prepared statements (for example Max Auto Prepare of Npgsql)?',
    ),
  },
  ignoreColumn: (table, column) => ({
    language: 'csharp',
    text: `modelBuilder.Entity<…>().Ignore("<property of ${table}.${column}>");`,
  }),
  transaction: {
    says: words`In most cases each migration runs in a transaction of its own. ${code('suppressTransaction: true')} in ${code('migrationBuilder.Sql')} takes one statement out.`,
    off: { language: 'csharp', text: 'migrationBuilder.Sql("…", suppressTransaction: true);' },
    source: manual(`${docs}/managing-schemas/migrations/managing#arbitrary-changes-via-raw-sql`),
  },
  setTimeouts: { language: 'csharp', text: 'migrationBuilder.Sql("<each guard line of this runbook>");' },
  startup: {
    says: words`${code('Database.Migrate()')} at the start of the application is called inappropriate for production by its makers: others use the database meanwhile, and before EF Core 9 several processes migrate at once. Run a migration bundle or a script once, as a step of its own.`,
    source: manual(`${docs}/managing-schemas/migrations/applying#apply-migrations-at-runtime`),
  },
  record: {
    says: words`Add the migration's id and the version of EF Core to ${code('__EFMigrationsHistory')}.`,
    source: manual(`${docs}/managing-schemas/migrations/history-table`),
  },
  migration: efCoreMigration,
  notes: [
    {
      says: words`From EF Core 9 on ${code('Migrate()')}, ${code('dotnet ef database update')} and bundles take a lock for the whole database; SQL scripts do not.`,
      source: manual(`${docs}/managing-schemas/migrations/applying#migration-locking`),
    },
    {
      says: words`The next generated migration drops the column of an ignored property: take that operation out of it until the contract phase.`,
      source: manual(`${docs}/managing-schemas/migrations/managing#customize-migration-code`),
    },
  ],
});
