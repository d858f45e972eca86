import type { Source } from './source.ts';
import type { Text } from './text.ts';

/** Code of a stack, printed as it is. */
export interface Snippet {
  readonly language: string;
  readonly text: string;
}

/** A framework or migration tool: how its migrations run and what its processes remember. */
export interface Stack {
  readonly id: string;
  readonly name: string;
  readonly role: 'framework' | 'migration tool' | 'both';
  /** What a process keeps of the schema from its start on. */
  readonly remembers: 'nothing' | 'columns' | 'unconfirmed';
  /** Prepared statements with `SELECT *` or cached plans that fail after a type or column change. */
  readonly preparesStatements: 'yes' | 'no' | 'unconfirmed';
  /** Makes a release neither select nor insert a column. */
  readonly ignoreColumn?: (table: string, column: string) => Snippet;
  /** Makes a release bear a wider type of a column than it remembers; `undefined` for a type that needs nothing. */
  readonly declareType?: (column: string, type: string) => Snippet | undefined;
  /** Whether a migration runs in a transaction, and the directive that turns it off. */
  readonly transaction: Text;
  readonly turnTransactionOff?: Snippet;
  readonly setTimeouts?: Snippet;
  /** What migrations at application start do to a rolling deploy. */
  readonly startup: Text;
  /** How a change made outside of it is recorded, so that the next deploy does not make it again. */
  readonly record: { readonly says: Text; readonly source: Source };
  /** Further facts that matter for a plan. */
  readonly notes: readonly { readonly says: Text; readonly source: Source }[];
  readonly source: Source;
}

export const defineStack = (stack: Stack): Stack => stack;
