import { columnName, type Delta, type ObjectName, type TableName } from '#model/schema.ts';

type ObjectKind = 'index' | 'constraint' | 'view' | 'trigger';

/** Objects as the laws know them: `index orders_status_idx`. */
const objectName = (kind: ObjectKind, name: string): ObjectName => `${kind} ${name}`;

export const comes = (kind: ObjectKind, name: string, { unique = false } = {}): Delta => ({
  kind: 'add-object',
  object: objectName(kind, name),
  ...(unique ? { unique } : {}),
});

export const goes = (kind: ObjectKind, name: string): Delta => ({
  kind: 'drop-object',
  object: objectName(kind, name),
});

/** A table whose columns are not told one by one. */
export const allOf = (table: TableName): readonly Delta[] => [
  { kind: 'add-table', table },
  { kind: 'add-column', column: columnName(table, '*'), is: { nullable: true, hasDefault: false, filled: true } },
];

/** Without the semicolon at its end. */
export const withoutEnd = (text: string): string => text.trim().replace(/;\s*$/, '').trimEnd();
