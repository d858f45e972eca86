import type { Engine, Situation } from '#model/engine.ts';
import { isGiven } from '#model/given.ts';
import type { Source } from '#model/source.ts';
import { code, type Text, words } from '#model/text.ts';
import { inManual, verified } from './manual.ts';

interface Fact {
  readonly says: Text;
  readonly source: Source;
}

const always: readonly Fact[] = [
  {
    says: words`One writer at a time for the whole file: while a script runs, every other write waits for as long as its own ${code('busy_timeout')} says, then fails with ${code('SQLITE_BUSY')}. It is 0 unless the program set it. In WAL mode readers go on; without it they are locked out at the commit.`,
    source: verified('lockingv3'),
  },
  {
    says: words`DDL takes part in transactions: ${code('ROLLBACK')}, or the end of the program, takes it back.`,
    source: verified('lang_transaction'),
  },
  {
    says: words`${code('PRAGMA foreign_keys')} does nothing inside a transaction, so it stands before it. With it on, ${code('DROP TABLE')} of a table that others point to fails, or deletes their rows where they say ${code('ON DELETE CASCADE')}.`,
    source: verified('pragma#pragma_foreign_keys'),
  },
  {
    says: words`A new column with a default that is computed, or NOT NULL without one, is refused only when the table has rows: a migration that passes on an empty database proves nothing.`,
    source: verified('lang_altertable#altertabaddcol'),
  },
  {
    says: words`A view that is broken anywhere in the file makes ${code('RENAME')} and ${code('DROP COLUMN')} of any table fail; a column that only a trigger names can be dropped, and the trigger fails when it fires.`,
    source: verified('lang_altertable#altertabdropcol'),
  },
  {
    says: words`Two rebuilds of one table in one script may be written as one, with both differences in its definition.`,
    source: inManual('lang_altertable#otheralter'),
  },
  {
    says: words`The version that counts is the library in the application, not the ${code('sqlite3')} of the machine: ${code('SELECT sqlite_version()')} through the application.`,
    source: inManual('lang_corefunc#sqlite_version'),
  },
];

const onHosting: Readonly<Record<string, Fact>> = {
  'cloudflare-d1': {
    says: words`D1 holds foreign keys in every query and lets nobody turn them off; ${code('PRAGMA defer_foreign_keys')} only puts the check off to the end. So a rebuild of a table that others point to with ${code('ON DELETE CASCADE')} would delete their rows: rebuild those without the foreign key first.`,
    source: { kind: 'manual', url: 'https://developers.cloudflare.com/d1/sql-api/foreign-keys' },
  },
  'on-devices': {
    says: words`Nobody can run a script on a device: each file migrates when its application is next opened, some a year from now and from any version since. So every step must follow from every earlier ${code('user_version')}, and going back means a new release that goes forward: an older one finds a schema that it does not know.`,
    source: inManual('pragma#pragma_user_version'),
  },
};

/** What holds for any change on SQLite. */
export const facts = ({ hosting }: Situation): ReturnType<Engine['facts']> => {
  const here = isGiven(hosting) ? onHosting[hosting.id] : undefined;
  return here === undefined ? always : [here, ...always];
};
