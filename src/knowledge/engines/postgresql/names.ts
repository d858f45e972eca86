import type { Delta, ObjectName, TableName } from '#model/schema.ts';
import { partsOf, quoteName, sqlString } from './quote.ts';

/** A name that stands in the schema of a table: `public.orders` and `orders_idx` give `public.orders_idx`. */
export function beside(table: TableName, name: string): string {
  const schema = partsOf(table).slice(0, -1);
  return partsOf(name).length > 1 ? name : [...schema, name].join('.');
}

/** The last part of a name, quoted as SQL needs it: what a statement wants where the schema is not its to choose. */
export const quoteLast = (name: string): string => quoteName(partsOf(name).at(-1) ?? name);

/** The schemas that names as typed speak of, for the search path of a function. */
export const schemasOf = (...names: readonly string[]): readonly string[] => [
  ...new Set(names.flatMap((name) => partsOf(name).slice(0, -1)).map(quoteName)),
];

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

const valueAsItIs = /^(?:-?\d+(?:\.\d+)?|minvalue|maxvalue|null|true|false)$|['(]|::/i;

/** A value as SQL: a date or a word that was typed bare is quoted, anything else stays. `2026-01-01` bare would be 2024. */
export const literal = (typed: string): string => {
  const value = typed.trim();
  return valueAsItIs.test(value) || /^<[^<>]*>$/.test(value) ? value : sqlString(value);
};

/** Without the semicolon at its end. */
export const withoutEnd = (text: string): string => text.trim().replace(/;\s*$/, '').trimEnd();
