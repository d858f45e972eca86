import type { Delta, ObjectName } from '#model/schema.ts';
import { partsOf, quoteName } from './quote.ts';

/** The last part of a name, quoted as SQL needs it. */
export const quoteLast = (name: string): string => quoteName(partsOf(name).at(-1) ?? name);

/** A name that stands in the database of a table: `shop.orders` and `orders_sync` give `shop.orders_sync`. */
export function beside(table: string, name: string): string {
  const database = partsOf(table).slice(0, -1);
  return partsOf(name).length > 1 ? name : [...database, name].join('.');
}

type ObjectKind = 'index' | 'constraint' | 'view' | 'type';

const objectName = (kind: ObjectKind, name: string): ObjectName => `${kind} ${name}`;

export const comes = (kind: ObjectKind, name: string) =>
  ({ kind: 'add-object', object: objectName(kind, name) }) as const satisfies Delta;
export const goes = (kind: ObjectKind, name: string): Delta => ({
  kind: 'drop-object',
  object: objectName(kind, name),
});

/** Without the semicolon at its end. */
export const withoutEnd = (text: string): string => text.trim().replace(/;\s*$/, '').trimEnd();
