export type Row = Readonly<Record<string, unknown>>;

/**
 * A connection to a real engine.
 *
 * `query` answers the rows of the last statement in `text`; with parameters, `text` is one statement. Whatever the engine refuses is thrown as `EngineError`.
 */
export interface Session {
  query(text: string, parameters?: readonly unknown[]): Promise<readonly Row[]>;
  /** Hears what the engine says beside its answers. Returns how to stop listening. */
  onNotice?(listen: (message: string) => void): () => void;
  /** Begins anew, as after another login: nothing that was set is left. Without it, what a script sets is taken back by name. */
  renew?(): Promise<void>;
  close(): Promise<void>;
}

/** What an engine refused, in its own words, with its own code: `25001` for PostgreSQL, `1205` for MySQL. */
export class EngineError extends Error {
  readonly code: string;

  constructor(code: string, message: string) {
    super(message);
    this.name = 'EngineError';
    this.code = code;
  }
}
