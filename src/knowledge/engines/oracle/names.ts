import type { Delta, ObjectName, TableName } from '#model/schema.ts';
import { bareName, partsOf, quoteName } from './quote.ts';

/** A name that stands in the schema of a table: `shop.orders` and `orders_sync` give `shop.orders_sync`. */
export function beside(table: TableName, name: string): string {
  const schema = partsOf(table).slice(0, -1);
  return partsOf(name).length > 1 ? name : [...schema, name].join('.');
}

/** The last part of a name, where the schema is not the statement's to choose. */
export const quoteLast = (name: string): string => quoteName(partsOf(name).at(-1) ?? name);

/** A column said with its table, for a message: `orders.status`. */
export const columnOf = (table: TableName, column: string): string => `${bareName(table)}.${bareName(column)}`;

type ObjectKind = 'index' | 'constraint' | 'view' | 'type' | 'extension' | 'publication' | 'subscription';

/** Objects as the laws know them: `index orders_status_idx`. */
const objectName = (kind: ObjectKind, name: string): ObjectName => `${kind} ${name}`;

export const comes = (kind: ObjectKind, name: string): Delta => ({
  kind: 'add-object',
  object: objectName(kind, name),
});
export const goes = (kind: ObjectKind, name: string): Delta => ({
  kind: 'drop-object',
  object: objectName(kind, name),
});

const valueAsItIs = /^(?:-?\d+(?:\.\d+)?|null|date\s*'.*|timestamp\s*'.*)$|['(]/i;

/** A bound as SQL. A bare day or moment becomes a literal that no setting of the session can read otherwise. */
export const literal = (typed: string): string => {
  const value = typed.trim();
  if (valueAsItIs.test(value) || /^<[^<>]*>$/.test(value)) return value;
  if (/^\d{4}-\d\d-\d\d$/.test(value)) return `DATE '${value}'`;
  if (/^\d{4}-\d\d-\d\d[ T]\d\d:\d\d(?::\d\d)?$/.test(value)) return `TIMESTAMP '${value.replace('T', ' ')}'`;
  return `'${value.replaceAll("'", "''")}'`;
};

/** Without the slash and the semicolon at its end. */
export const withoutEnd = (text: string): string =>
  text
    .trim()
    .replace(/\n\s*\/\s*$/, '')
    .trim();
