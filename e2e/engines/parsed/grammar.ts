/** Reads statements of one language as its server would, without a server. */
export interface Grammar {
  /** `the T-SQL grammar`. */
  readonly name: string;
  /** Why a text cannot be read, in one line; nothing where it can. */
  readonly problemOf: (text: string) => string | undefined;
}

/** How the statements of an engine are read. */
export interface Reading {
  readonly grammar: () => Promise<Grammar>;
  /** Texts that no server would take. A grammar that lets one of them pass proves nothing. */
  readonly planted: readonly [string, ...string[]];
  /** The language that is read; left out: `sql`. */
  readonly language?: 'javascript';
  /** Puts values where the tool that runs the file puts them. */
  readonly filled?: (text: string) => string;
  /** What a person types for an operation or a query in the language of the engine, in place of the sample. */
  readonly typed?: (name: string) => Readonly<Record<string, unknown>>;
}

/** `<columns of old>` stands for something the engineer types. */
export const withNames = (text: string): string => text.replaceAll(/<[A-Za-z][^<>\n=']*>/g, 'x');
