import { manual, unconfirmed } from '#model/source.ts';
import { defineStack } from '#model/stack.ts';
import { code, words } from '#model/text.ts';
import { typeormMigration } from './forms/query-builders.ts';

const docs = 'https://typeorm.io/docs';

export const typeorm = defineStack({
  id: 'typeorm',
  name: 'TypeORM',
  role: 'both',
  remembers: {
    what: 'nothing',
    says: words`Columns come from the entities of the release: a new column does not disturb running processes, but ${code('find')} and ${code('save')} name every column of the entity, so a property must be out of the entities of every running release before its column goes.`,
    source: manual(`${docs}/entity/entities`),
  },
  prepares: {
    kept: 'no',
    says: words`Statements are sent without a name, so none stays prepared.`,
    source: manual('https://github.com/typeorm/typeorm/blob/master/src/driver/postgres/PostgresQueryRunner.ts'),
  },
  ignoreColumn: (_, column) => ({
    language: 'ts',
    text: `@Column({ name: '${column}', select: false, insert: false, update: false })`,
  }),
  transaction: {
    says: words`All pending migrations run in one transaction unless ${code('migrationsTransactionMode')} says otherwise; MySQL, MariaDB and Oracle commit at each change of the schema all the same. ${code('transaction = false')} in a migration's class is refused in the mode ${code('all')}: set ${code('each')} first.`,
    off: { language: 'ts', text: "transaction = false; // with migrationsTransactionMode: 'each'" },
    source: manual(`${docs}/migrations/setup`),
  },
  setTimeouts: { language: 'ts', text: "await queryRunner.query('<each guard line of this runbook>')" },
  startup: {
    says: words`${code('migrationsRun: true')} runs migrations whenever a process starts, while the old release serves. Set it to ${code('false')} and run ${code('typeorm migration:run')} once, as a step of its own. ${code('synchronize: true')} changes the schema without a migration and must be off.`,
    source: manual(`${docs}/migrations/executing`),
  },
  record: {
    says: words`Mark the migration as run while nothing else is pending: ${code('typeorm migration:run --fake')}.`,
    source: manual(`${docs}/migrations/faking`),
  },
  migration: typeormMigration,
  notes: [
    {
      says: words`Whether two processes that migrate at once wait for each other is not confirmed; it is planned as if they did not.`,
      source: unconfirmed('Does your TypeORM version hold a lock while migrations run?'),
    },
  ],
});
