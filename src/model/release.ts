import type { ColumnName, TableName } from './schema.ts';

/** One column that a release reads. */
export interface Read {
  readonly column: ColumnName;
  /** Read instead while `column` is NULL. */
  readonly fallback?: ColumnName;
  /** Only with the flag in this position; left out: always. */
  readonly when?: 'flag-on' | 'flag-off';
}

/** How a release writes one table. Columns are bare names. */
export interface Write {
  readonly table: TableName;
  /** It inserts rows, not only updates them. */
  readonly inserts: boolean;
  /** Always named with a value. */
  readonly columns: readonly string[];
  /** Sometimes left out, so that the database's default must stand. */
  readonly optional: readonly string[];
  /** Filled by the application itself when nobody gives a value. */
  readonly defaults: readonly string[];
  /** Columns whose values may be longer or larger than a narrow counterpart can hold. */
  readonly wide?: readonly string[];
}

/** What an application version needs of the schema. */
export interface Needs {
  readonly reads: readonly Read[];
  readonly writes: readonly Write[];
  /** Columns that its stack must not remember. */
  readonly ignores: readonly ColumnName[];
}

/** A representative statement of a release, run between all steps of a rehearsal. */
export type Probe =
  | {
      readonly kind: 'insert';
      readonly table: TableName;
      /** Columns that get a sample value of their type. */
      readonly columns: readonly string[];
      /** Columns sent as an explicit NULL. */
      readonly nulls: readonly string[];
    }
  | { readonly kind: 'update'; readonly table: TableName; readonly columns: readonly string[] }
  | { readonly kind: 'delete'; readonly table: TableName }
  | { readonly kind: 'read'; readonly table: TableName; readonly columns: readonly string[] };

/** An application version: what it needs, what its stack remembers, what it does. */
export interface Release extends Needs {
  readonly id: string;
  readonly title: string;
  /** The stack reads the columns of a table when a process starts and uses them until it ends. */
  readonly remembersColumns: boolean;
  readonly probes: readonly Probe[];
}

/** A release with its flag in one position. */
export interface Running {
  readonly release: string;
  readonly flag: 'on' | 'off';
}
