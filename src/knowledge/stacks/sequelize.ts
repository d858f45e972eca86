import { manual, unconfirmed } from '#model/source.ts';
import { defineStack } from '#model/stack.ts';
import { code, words } from '#model/text.ts';
import { sequelizeMigration } from './forms/query-builders.ts';

const docs = 'https://sequelize.org/docs/v6';

export const sequelize = defineStack({
  id: 'sequelize',
  name: 'Sequelize',
  role: 'both',
  remembers: {
    what: 'nothing',
    says: words`Columns come from the models of the release: a new column does not disturb running processes, but queries name every attribute of the model, so an attribute must be out of the models of every running release before its column goes.`,
    source: manual(`${docs}/core-concepts/model-querying-basics/`),
  },
  prepares: {
    kept: 'unconfirmed',
    says: words`Whether statements stay prepared depends on the dialect's driver; it is planned as if they did.`,
    source: unconfirmed(
      'Does the driver under Sequelize keep prepared statements (for example mysql2 with bind parameters)?',
    ),
  },
  ignoreColumn: {
    because: words`queries name the attributes of a model: the release has none for it, nor in scopes and includes`,
  },
  transaction: {
    says: words`A migration opens its own transaction, or has none: each call of ${code('queryInterface')} must be given ${code('{ transaction }')}, or it runs outside. Nothing has to be turned off; leave the transaction out for a statement that is refused inside one.`,
    off: { because: words`no directive: leave ${code('{ transaction }')} out of that call` },
    source: manual(`${docs}/other-topics/migrations/`),
  },
  setTimeouts: {
    language: 'js',
    text: "await queryInterface.sequelize.query('<each guard line of this runbook>', { transaction })",
  },
  startup: {
    says: words`${code('sequelize db:migrate')} in a start command runs once for each new process, while the old release serves. Run it once, as a step of its own. ${code('sync({ alter: true })')} at startup changes the schema without a migration and must be off.`,
    source: manual(`${docs}/other-topics/migrations/`),
  },
  record: {
    says: words`Add the file's name to ${code('SequelizeMeta')}, from which it reads what has run.`,
    source: manual('https://github.com/sequelize/umzug'),
  },
  migration: sequelizeMigration,
  notes: [
    {
      says: words`Guard lines hold only on the connection on which they were sent: without a transaction the pool may give the next call another one.`,
      source: manual(`${docs}/other-topics/connection-pool/`),
    },
    {
      says: words`Whether two processes that migrate at once wait for each other is not confirmed; it is planned as if they did not.`,
      source: unconfirmed(
        'Does your version of sequelize-cli or Umzug hold a lock in the database while migrations run?',
      ),
    },
  ],
});
