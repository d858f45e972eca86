import type { TableName } from '#model/schema.ts';

/** A foreign key of another table, as a person lists it: `order_items_order_id_fkey (order_items.order_id)`. */
export interface ListedChild {
  readonly constraint: string;
  readonly table: TableName;
  readonly column: string;
}

const entry = /([^\s,;()]+)\s*\(\s*([^()\s]+)\.([^().\s]+)\s*\)/gu;

/** Reads a list of foreign keys. What does not name its table and column is left out. */
export const listedChildren = (typed: string): readonly ListedChild[] =>
  [...typed.matchAll(entry)].flatMap(([, constraint, table, column]) =>
    constraint === undefined || table === undefined || column === undefined ? [] : [{ constraint, table, column }],
  );
