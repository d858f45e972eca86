import type { Asked } from './operations.ts';
import type { Delta, TableName } from './schema.ts';
import type { Source } from './source.ts';
import type { Text } from './text.ts';

/** What a statement does to production while it runs. Modes and names are the engine's own terms. */
export interface Effect {
  /** Strongest lock for each table that it locks. */
  readonly locks: readonly { readonly table: TableName; readonly mode: string }[];
  readonly blocks: 'nothing' | 'schema changes' | 'writes' | 'reads and writes' | 'unconfirmed';
  /** catalog: no row is touched. scan: reads every row. rewrite: writes the table anew. rows: changes the rows it names. */
  readonly work: 'none' | 'catalog' | 'scan' | 'index build' | 'rewrite' | 'rows' | 'unconfirmed';
  /** outside: refused inside a transaction block. */
  readonly transaction: 'any' | 'outside';
}

/** A statement that is run again and again, with `:from` and `:to` bound to a range of the key, or until it changes no row. */
export type Repeat =
  | {
      readonly kind: 'key-range';
      readonly table: TableName;
      readonly key: string;
      readonly size: number;
      readonly pauseSeconds: number;
      /** How the bounds are found: `first` answers one `bound` below every key, `next` the upper end of the range after `:from`, or no row. */
      readonly walk?: { readonly first: string; readonly next: string };
      /** The text is the whole loop, with its pause and its way to go on. */
      readonly written?: boolean;
      /** How the tool that runs the file writes the two bounds; left out: `:from` and `:to`. */
      readonly bounds?: { readonly from: string; readonly to: string };
    }
  | { readonly kind: 'until-no-rows'; readonly size: number; readonly pauseSeconds: number };

export type Language = 'sql' | 'shell' | 'psql' | 'javascript' | 'text';

/** A file of its own, and the line by which others take it in. */
export interface TakenIn {
  readonly file: string;
  readonly include: string;
}

/** One statement, without its closing semicolon, with what it does and how that is known. */
export interface Statement {
  readonly text: string;
  readonly language: Language;
  readonly effect: Effect;
  readonly source: Source;
  readonly deltas: readonly Delta[];
  readonly repeat?: Repeat;
  /** One short line printed above it as a comment. */
  readonly remark?: string;
  /** Where it is printed once and taken in, if several scripts run it. */
  readonly shared?: TakenIn;
}

/** Which guard the engine sets before a script: a short lock wait, no limits at all, a limit for each batch, or none needed. */
export type GuardKind = 'short-lock' | 'unhurried' | 'batch' | 'none';

/** What is run as one file: statements under one guard, in one transaction or each on its own. */
export interface Script {
  readonly guard: GuardKind;
  readonly transaction: 'one' | 'none';
  readonly statements: readonly [Statement, ...Statement[]];
}

/** What a way back costs in rows or values. */
export type Loss = 'nothing' | { readonly what: Text };

/** A duration in minutes, and where the number comes from. `measure` has no number: the dry run gives it. */
export type Minutes =
  | { readonly kind: 'given' | 'assumed' | 'computed'; readonly minutes: number; readonly formula?: Text }
  | { readonly kind: 'measure'; readonly what: Text };

/** The way back from one step. `unneeded`: the step changed nothing that anyone reads. `none`: there is no way back. */
export type Undo =
  | {
      readonly kind: 'statements';
      readonly scripts: readonly [Script, ...Script[]];
      readonly minutes: Minutes;
      readonly loses: Loss;
      /** Run only while every running release ignores these columns. */
      readonly onlyIgnoring?: readonly string[];
      readonly note?: Text;
    }
  | { readonly kind: 'deploy'; readonly minutes: Minutes; readonly loses: Loss; readonly note?: Text }
  | {
      readonly kind: 'flag';
      readonly flag: string;
      readonly share: number;
      readonly minutes: Minutes;
      readonly loses: Loss;
    }
  | { readonly kind: 'restore'; readonly from: Text; readonly minutes: Minutes; readonly loses: Loss }
  | { readonly kind: 'unneeded'; readonly because: Text }
  | { readonly kind: 'none'; readonly because: Text; readonly loses: Loss };

/** Another way to the same end, which only some settings allow. It is printed beside the plan and never part of it. */
export interface OtherWay {
  readonly name: Text;
  /** What must stand for it to be the way, and what it then saves. */
  readonly when: Text;
  /** In order, the way back last. */
  readonly parts: readonly { readonly title: Text; readonly statements: readonly [Statement, ...Statement[]] }[];
}

/** What an operation answers: what to run, how to see that it worked, and the way back. */
export interface Performed {
  readonly kind: 'performed';
  readonly does: Text;
  readonly scripts: readonly [Script, ...Script[]];
  readonly worked: Text;
  readonly undo: Undo;
  /** What was asked for, in running order; a stack may have a form of its own for it. */
  readonly asked?: readonly Asked[];
}

/** What an engine answers when it has no such operation: why, and the way round it. */
export interface Cannot {
  readonly kind: 'cannot';
  readonly because: Text;
  readonly instead: Text;
}

export type Outcome = Performed | Cannot;

/** Every statement of some scripts, in running order. */
export const statementsOf = (scripts: readonly Script[]): readonly Statement[] =>
  scripts.flatMap(({ statements }) => statements);
