import { manual, unconfirmed } from '#model/source.ts';
import { defineStack } from '#model/stack.ts';
import { code, words } from '#model/text.ts';
import { prismaMigration } from './forms/prisma.ts';

const docs = 'https://www.prisma.io/docs/orm';

export const prisma = defineStack({
  id: 'prisma',
  name: 'Prisma',
  role: 'both',
  remembers: {
    what: 'nothing',
    says: words`Prisma Client is generated from the schema file: a new column does not disturb running processes, but queries name every field of the model, so a field must be gone or ${code('@ignore')}d in every running release before its column goes.`,
    source: manual(`${docs}/reference/prisma-schema-reference#ignore`),
  },
  prepares: {
    kept: 'yes',
    says: words`Prisma uses named prepared statements; behind PgBouncer before 1.21 in transaction mode the URL needs ${code('pgbouncer=true')}.`,
    source: manual(`${docs}/prisma-client/setup-and-configuration/databases-connections/pgbouncer`),
  },
  ignoreColumn: (_, column) => ({ language: 'prisma', text: `${column}  <type>?  @ignore` }),
  transaction: {
    says: words`No setting turns a transaction on or off. Several statements in one ${code('migration.sql')} are sent together; a statement that is refused inside a transaction stands alone in its migration.`,
    off: { because: words`no directive: that statement stands alone in its migration, or is run by hand` },
    source: manual(`${docs}/prisma-migrate/workflows/development-and-production`),
  },
  setTimeouts: { language: 'sql', text: '-- first lines of migration.sql:\n<each guard line of this runbook>' },
  startup: {
    says: words`${code('prisma migrate deploy')} in a start command runs while the old release serves. Processes wait for each other by an advisory lock, which a transaction pooler does not keep: run it once, as a step of its own, over the direct connection.`,
    source: manual(`${docs}/prisma-migrate/workflows/development-and-production#advisory-locking`),
  },
  record: {
    says: words`Generate the migration, then ${code('prisma migrate resolve --applied <migration>')} before the next ${code('migrate deploy')}.`,
    source: manual('https://www.prisma.io/docs/orm/v6/prisma-migrate/workflows/patching-and-hotfixing'),
  },
  migration: prismaMigration,
  notes: [
    {
      says: words`${code('@ignore')} on a required field without a default takes ${code('create')} and ${code('update')} away from the model: make it optional first.`,
      source: manual('https://github.com/prisma/prisma/issues/13467'),
    },
    {
      says: words`A migration whose only statement is ${code('CREATE INDEX CONCURRENTLY')} has been seen to run outside a transaction; it is not documented. Planned as if it did not: run that statement by hand and record it with ${code('prisma migrate resolve --applied <migration>')}.`,
      source: unconfirmed(
        'Does your Prisma version run a migration with one CREATE INDEX CONCURRENTLY, and nothing else, outside a transaction? Try it on a copy.',
      ),
    },
  ],
});
