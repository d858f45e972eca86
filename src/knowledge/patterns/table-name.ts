import type { TableName } from '#model/schema.ts';

const cut = (table: TableName) => table.lastIndexOf('.') + 1;

/** The table's name without its schema. */
export const bareTable = (table: TableName): string => table.slice(cut(table));

/** A name made from a placeholder is a placeholder as a whole: `zz_drop_<table>` becomes `<zz_drop_table>`. */
const whole = (name: string): string => (name.includes('<') ? `<${name.replaceAll(/[<>]/g, '')}>` : name);

/** Another name in the same schema: `public.orders` and `zz_drop_orders` make `public.zz_drop_orders`. */
export const besideTable = (table: TableName, name: string): TableName => `${table.slice(0, cut(table))}${whole(name)}`;
