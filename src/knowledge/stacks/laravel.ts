import { manual, unconfirmed } from '#model/source.ts';
import { defineStack } from '#model/stack.ts';
import { code, words } from '#model/text.ts';
import { laravelMigration } from './forms/laravel.ts';

const framework = 'https://github.com/laravel/framework/blob/13.x/src/Illuminate/Database';

export const laravel = defineStack({
  id: 'laravel',
  name: 'Laravel',
  role: 'both',
  remembers: {
    what: 'nothing',
    says: words`Eloquent reads with ${code('SELECT *')} and writes the attributes that were set, so a new column does not disturb running processes. A column may go once no running release names it, in ${code('$fillable')}, ${code('$casts')}, scopes or raw SQL.`,
    source: manual('https://laravel.com/docs/eloquent#inserting-and-updating-models'),
  },
  prepares: {
    kept: 'unconfirmed',
    says: words`Whether a worker can meet a prepared statement whose columns have changed is not confirmed; it is planned as if it could.`,
    source: unconfirmed(
      'Do the database connections of this Laravel application keep prepared statements between requests or jobs?',
    ),
  },
  ignoreColumn: {
    because: words`Eloquent reads ${code('SELECT *')} and writes what was set: the release names it nowhere`,
  },
  transaction: {
    says: words`Each migration runs in one transaction on PostgreSQL and SQL Server, in none on MySQL, MariaDB and SQLite. ${code('public $withinTransaction = false;')} in the migration's class turns it off.`,
    off: { language: 'php', text: 'public $withinTransaction = false;' },
    source: manual(`${framework}/Migrations/Migrator.php`),
  },
  setTimeouts: { language: 'php', text: "DB::statement('<each guard line of this runbook>');" },
  startup: {
    says: words`${code('php artisan migrate --force')} in a start command runs once for each new process, while the old release serves. ${code('--isolated')} lets one run and the others pass by it: they exit with success and start before the migration is done.`,
    source: manual('https://laravel.com/docs/migrations#running-migrations'),
  },
  record: {
    says: words`Write the migration behind ${code('Schema::hasColumn')} or its like: its run changes nothing and records it.`,
    source: manual('https://laravel.com/docs/migrations'),
  },
  migration: laravelMigration,
  notes: [
    {
      says: words`A model with ${code('$guarded')} keeps the list of its table's columns from its first mass assignment on: long-running workers (queue, Octane) drop values for a column that came later. Restart them after the expand phase.`,
      source: manual(`${framework}/Eloquent/Concerns/GuardsAttributes.php`),
    },
    {
      says: words`Mass updates and upserts fire no model events: a dual write in an observer does not see them.`,
      source: manual('https://laravel.com/docs/eloquent#mass-updates'),
    },
  ],
});
