import { manual } from '#model/source.ts';
import { defineStack } from '#model/stack.ts';
import { code, words } from '#model/text.ts';
import { djangoMigration } from './forms/django.ts';

const howTo = 'https://docs.djangoproject.com/en/stable/howto/writing-migrations/';
const operations = 'https://docs.djangoproject.com/en/stable/ref/migration-operations/';

export const django = defineStack({
  id: 'django',
  name: 'Django',
  role: 'both',
  remembers: {
    what: 'nothing',
    says: words`The columns come from the models of the release, not from the database: a new column does not disturb running processes, but every query names all fields of its model, so a field must be out of the models of every running release before its column goes. Delete the field and keep the column with ${code('SeparateDatabaseAndState')}.`,
    source: manual(`${operations}#separatedatabaseandstate`),
  },
  prepares: {
    kept: 'no',
    says: words`Prepared statements are off on PostgreSQL, unless ${code('prepare_threshold')} in the database's ${code('OPTIONS')} turns them on.`,
    source: manual('https://github.com/django/django/blob/main/django/db/backends/postgresql/base.py'),
  },
  ignoreColumn: (table, column) => ({
    language: 'python',
    text: `migrations.SeparateDatabaseAndState(state_operations=[migrations.RemoveField("<model of ${table}>", "${column}")])`,
  }),
  transaction: {
    says: words`Each migration runs in one transaction on PostgreSQL and SQLite, in none on MySQL and Oracle. ${code('atomic = False')} in the migration's class turns it off.`,
    off: { language: 'python', text: 'atomic = False' },
    source: manual(`${howTo}#non-atomic-migrations`),
  },
  setTimeouts: { language: 'python', text: 'operations = [migrations.RunSQL("<each guard line of this runbook>"), …]' },
  startup: {
    says: words`${code('manage.py migrate')} in a container's start command runs once for each new process, while the old release serves. Run it once, as a step of its own, before or after the deploy as the phase says.`,
    source: manual('https://docs.djangoproject.com/en/stable/ref/django-admin/#migrate'),
  },
  record: {
    says: words`${code('migrate --fake <app> <migration>')}.`,
    source: manual('https://docs.djangoproject.com/en/stable/ref/django-admin/#cmdoption-migrate-fake'),
  },
  migration: djangoMigration,
  notes: [
    {
      says: words`A model's ${code('default')} lives in Python; another release and raw SQL do not have it. ${code('db_default')} (Django 5.0 and later) puts it into the database.`,
      source: manual('https://docs.djangoproject.com/en/stable/ref/models/fields/#db-default'),
    },
    {
      says: words`On PostgreSQL ${code('AddIndexConcurrently')} and ${code('RemoveIndexConcurrently')} need ${code('atomic = False')}.`,
      source: manual(
        'https://docs.djangoproject.com/en/stable/ref/contrib/postgres/operations/#concurrent-index-operations',
      ),
    },
    {
      says: words`${code('QuerySet.update()')} and ${code('bulk_create()')} do not call ${code('save()')} and send no ${code('pre_save')} or ${code('post_save')}: a dual write there does not see them.`,
      source: manual('https://docs.djangoproject.com/en/stable/ref/models/querysets/#update'),
    },
  ],
});
