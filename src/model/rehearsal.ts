import type { CatalogColumn } from './engine.ts';
import type { TableName } from './schema.ts';
import type { Session } from './session.ts';

/** A statement with its values. */
export interface Bound {
  readonly text: string;
  readonly parameters: readonly unknown[];
}

/** A table as a rehearsal needs it: its columns, its key, and which columns point to rows elsewhere. */
export interface RehearsalTable {
  readonly table: TableName;
  readonly columns: readonly CatalogColumn[];
  readonly key: readonly string[];
  readonly references: readonly { readonly column: string; readonly table: TableName; readonly referenced: string }[];
}

/** What an engine must know so that plans can be run on it with representative reads and writes. */
export interface Rehearsal {
  readonly describe: (session: Session, table: TableName) => Promise<RehearsalTable | undefined>;
  /** A value of the column's type, different for each number. */
  readonly sample: (session: Session, table: RehearsalTable, column: CatalogColumn, number: number) => Promise<unknown>;
  /** Inserts a row and returns its key, and `<column> now` as text for each column asked. Columns that are not named are left to the database. */
  readonly insert: (
    table: RehearsalTable,
    values: Readonly<Record<string, unknown>>,
    asked: readonly string[],
  ) => Bound;
  /** Changes the row with this key; returns as an insert does. */
  readonly update: (
    table: RehearsalTable,
    key: Readonly<Record<string, unknown>>,
    values: Readonly<Record<string, unknown>>,
    asked: readonly string[],
  ) => Bound;
  readonly remove: (table: RehearsalTable, key: Readonly<Record<string, unknown>>) => Bound;
  readonly read: (table: TableName, columns: readonly string[]) => Bound;
  /** Columns of one row as text. */
  readonly rowOf: (table: RehearsalTable, key: Readonly<Record<string, unknown>>, columns: readonly string[]) => Bound;
  /** A key of some row that is there. */
  readonly anyKey: (table: RehearsalTable, number: number) => Bound;
}
