import { manual } from '#model/source.ts';
import { defineStack } from '#model/stack.ts';
import { code, words } from '#model/text.ts';
import { railsMigration } from './forms/rails.ts';

const configuring = 'https://guides.rubyonrails.org/configuring.html';
const migration = 'https://api.rubyonrails.org/classes/ActiveRecord/Migration.html';

export const rails = defineStack({
  id: 'rails',
  name: 'Ruby on Rails',
  role: 'both',
  remembers: {
    what: 'columns',
    says: words`A process reads the columns and defaults of a table when it first uses the model and keeps them until it ends. A column it knows must not go, and a default it remembers is sent although the database has another.`,
    source: manual(
      'https://api.rubyonrails.org/classes/ActiveRecord/ModelSchema/ClassMethods.html#method-i-ignored_columns-3D',
    ),
  },
  prepares: {
    kept: 'yes',
    says: words`After a column came, went or changed, a prepared ${code('SELECT *')} fails once per connection, with its transaction (${code('PreparedStatementCacheExpired')}).`,
    source: manual('https://api.rubyonrails.org/classes/ActiveRecord/PreparedStatementCacheExpired.html'),
  },
  ignoreColumn: (_, column) => ({ language: 'ruby', text: `self.ignored_columns += %w[${column}]` }),
  // https://api.rubyonrails.org/classes/ActiveModel/Type/BigInteger.html
  declareType: (column, type) =>
    /^(bigint|int8)$/i.test(type) ? { language: 'ruby', text: `attribute :${column}, :big_integer` } : undefined,
  transaction: {
    says: words`Each migration runs in one transaction on PostgreSQL and SQLite, in none on MySQL and MariaDB. ${code('disable_ddl_transaction!')} in the migration's class turns it off; then nothing of a failed migration is undone, so it holds one statement.`,
    off: { language: 'ruby', text: 'disable_ddl_transaction!' },
    source: manual(migration),
  },
  setTimeouts: {
    language: 'ruby',
    text: 'def up\n  execute "<each guard line of this runbook>"\n  # then the change\nend',
  },
  startup: {
    says: words`${code('db:migrate')} in the start command runs while older processes serve with the columns they remember. Migrators wait for each other by an advisory lock, which a transaction pooler does not keep: run it once, as a step of its own, on a direct connection.`,
    source: manual('https://github.com/rails/rails/blob/main/activerecord/lib/active_record/migration.rb'),
  },
  record: {
    says: words`${code('if_not_exists: true')}, or its version in ${code('schema_migrations')}.`,
    source: manual('https://github.com/rails/rails/pull/38352'),
  },
  migration: railsMigration,
  notes: [
    {
      says: words`A model with ignored columns names its columns instead of ${code('SELECT *')}, and so do all with ${code('enumerate_columns_in_select_statements = true')}: a column that comes disturbs no prepared statement.`,
      source: manual(`${configuring}#config-active-record-enumerate-columns-in-select-statements`),
    },
    {
      says: words`With the defaults of Rails 7.0 and later (${code('partial_inserts = false')}) an insert names every remembered column. With ${code('true')}, values equal to the remembered default are left out and the database fills them.`,
      source: manual(`${configuring}#config-active-record-partial-inserts`),
    },
    {
      says: words`${code('update_all')}, ${code('insert_all')} and ${code('update_columns')} pass by callbacks and setters: a dual write in the model does not see them.`,
      source: manual('https://guides.rubyonrails.org/active_record_callbacks.html#skipping-callbacks'),
    },
  ],
});
