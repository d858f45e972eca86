import type { OperationArguments, OperationName } from './operations.ts';
import type { Source } from './source.ts';
import type { Text } from './text.ts';

/** Code of a stack, printed as it is. */
export interface Snippet {
  readonly language: string;
  readonly text: string;
}

/** Something that is true of a stack, and how that is known. */
export interface Fact {
  readonly says: Text;
  readonly source: Source;
}

/** The stack has no such thing: why, and what is done. */
export interface Without {
  readonly because: Text;
}

/** What a process keeps of the schema from its start on. */
export interface Memory extends Fact {
  readonly what: 'nothing' | 'columns' | 'unconfirmed';
}

/** Prepared statements with `SELECT *` or cached plans that fail after a type or column change. */
export interface PreparedStatements extends Fact {
  readonly kept: 'yes' | 'no' | 'unconfirmed';
}

/** Whether a migration runs in a transaction, and the directive that turns it off. */
export interface MigrationTransaction extends Fact {
  readonly off: Snippet | Without;
}

/**
 * Operations in a form of the stack's own, one line each. `sql` is the statement that production gets: a form that would build another schema answers
 * `undefined`, and the statement itself is written.
 */
export type Forms = {
  readonly [Name in OperationName]?: (args: OperationArguments[Name], sql: string) => string | undefined;
};

/** What one migration holds: lines of the stack, there and back. */
export interface MigrationLines {
  readonly up: readonly string[];
  /** Empty where nothing has to be taken back. */
  readonly down: readonly string[];
  /** The lines there are in the stack's own form, not statements. */
  readonly own: boolean;
  /** What it does cannot be taken back. */
  readonly irreversible: boolean;
  /** Refused inside a transaction: the directive that turns it off belongs in, for the way there or back. */
  readonly outside: boolean;
}

/** How a migration is written, so that other databases get what production got. */
export interface MigrationForm {
  readonly language: string;
  /** Left out by a tool whose migrations are files of SQL. */
  readonly own?: Forms;
  /** What the stack's declared schema says besides, where its migrations are SQL all the same. */
  readonly declares?: Forms;
  /** A statement, without its end, as a line of a migration. */
  readonly sql: (statement: string, outside: boolean) => string;
  /** The file, or files, with the lines in their places. */
  readonly file: (lines: MigrationLines) => string;
  readonly source: Source;
}

/** A framework or migration tool: how its migrations run and what its processes remember. */
export interface Stack {
  readonly id: string;
  readonly name: string;
  readonly role: 'framework' | 'migration tool' | 'both';
  readonly remembers: Memory;
  readonly prepares: PreparedStatements;
  /** Makes a release neither select nor insert a column. */
  readonly ignoreColumn: ((table: string, column: string) => Snippet) | Without;
  /** Makes a release bear a wider type of a column than it remembers; `undefined` for a type that needs nothing. */
  readonly declareType?: (column: string, type: string) => Snippet | undefined;
  readonly transaction: MigrationTransaction;
  readonly setTimeouts: Snippet;
  /** What migrations at application start do to a rolling deploy. */
  readonly startup: Fact;
  /** How a change made outside of it is recorded, so that the next deploy does not make it again. */
  readonly record: Fact;
  readonly migration: MigrationForm;
  /** Further facts that matter for a plan. */
  readonly notes: readonly Fact[];
}

export const defineStack = (stack: Stack): Stack => stack;

/** The answer where there is one. */
export const has = <Answer>(answer: Answer | Without): answer is Answer =>
  !(typeof answer === 'object' && answer !== null && 'because' in answer);
