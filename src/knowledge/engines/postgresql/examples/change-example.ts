/** A change to a table that could be somebody's, with rows in it: what a plan of its kind is run on, there and back. */
export interface ChangeExample {
  /** The id of the kind of change. */
  readonly change: string;
  readonly title: string;
  /** Statements that make the schema and its rows, in order. */
  readonly schema: readonly string[];
  /** The fields of the change, as a person would type them. */
  readonly fields: Readonly<Record<string, string>>;
  readonly scale?: { readonly table: string; readonly rows: string; readonly key?: string };
  /** The stack reads the columns of a table when a process starts. */
  readonly remembersColumns?: boolean;
  /** What must be there after the way back: the key first, then the columns whose values count. */
  readonly keepsRows: readonly { readonly table: string; readonly columns: readonly string[] }[];
  /** New values are computed from old ones, so that the two cannot be compared as text. */
  readonly converts?: boolean;
  /** Oldest major version on which it can be run. */
  readonly since?: number;
  /** What the way back leaves as it is, because nothing can take it away and nobody meets it: a piece of the catalog's line. */
  readonly leaves?: readonly string[];
}
