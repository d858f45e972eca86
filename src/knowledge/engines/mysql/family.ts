import { compareVersions } from '#model/capability.ts';
import type { Engine, Situation } from '#model/engine.ts';
import { isGiven } from '#model/given.ts';
import type { Source } from '#model/source.ts';
import type { TableName } from '#model/schema.ts';
import type { Effect } from '#model/statement.ts';
import type { Text } from '#model/text.ts';
import type { Dialect } from './dialect.ts';
import type { Topic } from './manual.ts';
import type { LockMode } from './statement.ts';

/** Kinds of ALTER TABLE that the server does in ways of their own. */
export type Alteration =
  | 'add column'
  | 'add computed column'
  | 'drop column'
  | 'rename column'
  | 'change default'
  | 'extend type'
  | 'append enum value'
  | 'change nullability'
  | 'change collation'
  | 'add index'
  | 'add slow index'
  | 'drop index'
  | 'rename index'
  | 'add primary key'
  | 'add foreign key'
  | 'drop foreign key'
  | 'drop check'
  | 'copy';

/** What stands at the end of an ALTER TABLE so that the server refuses instead of doing more, and what happens when it does not refuse. */
export interface Clause {
  readonly text: string;
  readonly mode: LockMode;
  readonly work: Effect['work'];
}

/** In what MySQL and the engines that come from it differ when they answer an operation. */
export interface Family {
  readonly name: string;
  readonly source: (topic: Topic) => Source;
  readonly clause: (alteration: Alteration, situation: Situation) => Clause;
  readonly typeChange: Engine['typeChange'];
  /** SQL over `information_schema.COLUMNS` that gives a column's default as it stands in a definition, with a blank before it. */
  readonly defaultText: string;
  /** The same for what else MODIFY forgets. */
  readonly furtherText: string;
  /** An expression can stand in an index; otherwise a computed column carries it. */
  readonly indexesExpressions: boolean;
  /** A default may be computed. */
  readonly computesDefaults: (situation: Situation) => boolean;
  /** A text without a length takes a default in an instant. */
  readonly textDefaultsInstantly: boolean;
  /** A trigger, function or procedure is replaced in one statement. */
  readonly replacesRoutines: boolean;
  /** CREATE TRIGGER can pass over one that is there. */
  readonly passesOverTriggers: (situation: Situation) => boolean;
  /** What a foreign key that comes or goes takes on the table it points to. One that takes nothing when it comes does not wait for who writes there. */
  readonly parentLocks: { readonly coming?: LockMode; readonly going?: LockMode };
  readonly checks: (situation: Situation) => boolean;
  /** A partition and a table change places without a look at the rows. */
  readonly exchangesUnread: boolean;
  /** What hides an index from queries, behind ALTER TABLE and its name; goes back in an instant. */
  readonly hideIndex: (index: string) => string;
  /** How long the list of old row versions is. */
  readonly purgeQuery: string;
  /** The way where only a copy would do and the table is too large for that, in full sentences without the last stop. */
  readonly copyTools: (table: TableName) => Text;
  /** Where a server of the same protocol lacks what MySQL and MariaDB share. */
  readonly dialect?: Dialect;
  readonly client: string;
  readonly dump: string;
  /** Commands that look before an upgrade, and those that start after it. */
  readonly upgradeCheck: string;
  readonly upgradeStart: string;
}

/**
 * Whether the server may be of a version or newer. `8.0` may be 8.0.29, and one that was not given may be the newest: the clause asks for the lightest
 * way, and an older server refuses it and changes nothing.
 */
export function mayBe(wanted: string, { version }: Pick<Situation, 'version'>): boolean {
  if (!isGiven(version)) return true;
  const given = version.split('.').length;
  return compareVersions(version, wanted.split('.').slice(0, given).join('.')) >= 0;
}
