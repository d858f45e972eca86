import type { Delta, ObjectName, TableName } from '#model/schema.ts';
import { bareName, partsOf, quoteName } from './quote.ts';

/** A name that stands in the schema of a table: `dbo.orders` and `orders_sync` give `dbo.orders_sync`. */
export function beside(table: TableName, name: string): string {
  const schema = partsOf(table).slice(0, -1);
  return partsOf(name).length > 1 ? name : [...schema, name].join('.');
}

/** The last part of a name, as a statement wants it where the schema is not its to choose. */
export const quoteLast = (name: string): string => quoteName(partsOf(name).at(-1) ?? name);

/** The default constraint that a plan makes has a name, so that it can be dropped by it. */
export const defaultName = (table: TableName, column: string): string =>
  quoteName(`DF_${bareName(table)}_${bareName(column)}`);

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

const valueAsItIs = /^(?:-?\d+(?:\.\d+)?|null)$|['(]/i;

/** A value as SQL: a date or a word that was typed bare is quoted, anything else stays. */
export const literal = (typed: string): string => {
  const value = typed.trim();
  return valueAsItIs.test(value) || /^<[^<>]*>$/.test(value) ? value : `'${value.replaceAll("'", "''")}'`;
};

/** Without the semicolon at its end. */
export const withoutEnd = (text: string): string => text.trim().replace(/;\s*$/, '').trimEnd();
