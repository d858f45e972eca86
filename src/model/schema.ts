/** `orders` or `public.orders`, as typed and unquoted. */
export type TableName = string;

/** `orders.status`: the table as typed, a dot, the column. */
export type ColumnName = string;

export const columnName = (table: TableName, column: string): ColumnName => `${table}.${column}`;

/** The table part of a column name. */
export const tableOf = (column: ColumnName): TableName => column.slice(0, column.lastIndexOf('.'));

/** What the laws know of a column. */
export interface Column {
  readonly nullable: boolean;
  readonly hasDefault: boolean;
  /** Every row holds its right value now. */
  readonly filled: boolean;
  /** Computed by the database: no release may write it. */
  readonly generated?: boolean;
  /** It cannot hold everything that its counterpart can: a shorter text, a smaller integer. */
  readonly narrow?: boolean;
}

/** Keeps columns equal inside the database, for every writer. */
export interface Sync {
  readonly pairs: readonly { readonly from: ColumnName; readonly to: ColumnName }[];
  /** It fills a `to` that the writer left out or sent as NULL. */
  readonly fills: boolean;
  /** It fills only after the row was checked: a NOT NULL `to` that the writer left out refuses the row before. */
  readonly late?: true;
}

/** Other things that exist and can be named: `index orders_status_idx`, `view old_orders`, `type order_state`. */
export type ObjectName = string;

/** The schema as the laws see it at one moment. */
export interface Schema {
  readonly tables: readonly TableName[];
  readonly columns: Readonly<Record<ColumnName, Column>>;
  readonly syncs: Readonly<Record<string, Sync>>;
  readonly objects: readonly ObjectName[];
}

/** What one statement does to the schema. `copies` and `keeps` say what it does to rows. */
export type Delta =
  | { readonly kind: 'add-table'; readonly table: TableName }
  | { readonly kind: 'drop-table'; readonly table: TableName }
  | { readonly kind: 'rename-table'; readonly from: TableName; readonly to: TableName }
  | { readonly kind: 'add-column'; readonly column: ColumnName; readonly is: Column }
  | { readonly kind: 'drop-column'; readonly column: ColumnName }
  | { readonly kind: 'rename-column'; readonly from: ColumnName; readonly to: ColumnName }
  | { readonly kind: 'alter-column'; readonly column: ColumnName; readonly set: Partial<Column> }
  | { readonly kind: 'fill'; readonly column: ColumnName }
  /** Its values are written to a file: they must be right at that moment. */
  | { readonly kind: 'export'; readonly column: ColumnName }
  | { readonly kind: 'start-sync'; readonly name: string; readonly sync: Sync }
  | { readonly kind: 'stop-sync'; readonly name: string }
  /** `unique`: an index that refuses a second row of the same value. */
  | { readonly kind: 'add-object'; readonly object: ObjectName; readonly unique?: true }
  | { readonly kind: 'drop-object'; readonly object: ObjectName };

export const emptySchema: Schema = { tables: [], columns: {}, syncs: {}, objects: [] };
