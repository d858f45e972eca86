import type { Effect, Script } from '#model/statement.ts';
import type { Source } from '#model/source.ts';
import type { Expression } from '#model/operations.ts';
import type { Text } from '#model/text.ts';
import type { Quoting } from './quoting.ts';

/** What a kind of statement does to others, and the mode in which it locks, where there is one. */
interface Holds {
  readonly blocks: Effect['blocks'];
  readonly mode?: string;
  /** What is said above it, where nothing more exact is. */
  readonly remark?: string;
}

/** Columns of one table that get their values from another, row by row. */
export interface Carried {
  readonly target: string;
  readonly source: string;
  readonly targetKey: string;
  readonly sourceKey: string;
  readonly columns: readonly { readonly from: string; readonly to: string }[];
}

/** What the manual is cited for. */
export type Claim = 'columns' | 'renames' | 'tables' | 'rows' | 'copies' | 'restores' | 'reads' | 'views' | 'rights';

/** How an engine without enforced keys, indexes and triggers says what all of them can do. */
export interface Dialect {
  readonly name: string;
  readonly quoting: Quoting;
  readonly sources: Readonly<Record<Claim, Source>>;
  readonly schemaChange: Holds;
  readonly rowChange: Holds;
  /** How schema changes are run: in one transaction, or each on its own. */
  readonly transaction: Script['transaction'];
  /** Of a schema change: refused inside a transaction, or not. */
  readonly inTransaction: Effect['transaction'];
  /** What is said above a change of many rows: how the engine takes it. */
  readonly rowRemark: string;
  /** A table as the new name of another: with its schema, or without where that is refused. */
  readonly newName: (table: string) => string;
  readonly asText: (expression: Expression) => string;
  /** Changes rows, without its end. */
  readonly update: (table: string, sets: string, where: Expression) => string;
  readonly remove: (table: string, where: Expression) => string;
  /** Copies a whole table, cheaply where the engine can. `work` is what the copy costs. */
  readonly copy: (table: string, to: string) => string;
  readonly copyWork: Effect['work'];
  /** What a column that comes with a default writes. */
  readonly defaultWork: Effect['work'];
  /** Makes a table of rows that a query gives. */
  readonly tableOf: (table: string, like: string, query: string) => readonly string[];
  /** `CREATE OR REPLACE VIEW …`, up to AS, so that rights stay. */
  readonly view: (name: string) => string;
  readonly revoke: (table: string, role: string) => string;
  readonly grant: (table: string, role: string) => string;
  /** How a dropped table comes back: a phrase, and until when. */
  readonly tableBack: (table: string) => Text;
  /** How rows of an earlier moment come back. */
  readonly rowsBack: (table: string) => Text;
}

/** An engine that can change the rows of one table by those of another. */
export interface JoiningDialect extends Dialect {
  readonly carry: (carried: Carried) => string;
}
