import type { TableName } from '#model/schema.ts';

/** A foreign key of another table, as a person lists it or as the database prints it. */
export interface ListedChild {
  readonly constraint: string;
  readonly table: TableName;
  readonly column: string;
  /** What it does besides refer: `ON DELETE CASCADE DEFERRABLE`, or nothing. Left out where it was not said. */
  readonly rules?: string;
  /** It counts for new rows alone today, and must not be proved. */
  readonly unproved?: true;
}

const rule =
  'MATCH\\s+\\w+|ON\\s+(?:DELETE|UPDATE)\\s+(?:CASCADE|RESTRICT|NO\\s+ACTION|SET\\s+(?:NULL|DEFAULT))(?:\\s*\\([^()]*\\))?|(?:NOT\\s+)?DEFERRABLE|INITIALLY\\s+(?:DEFERRED|IMMEDIATE)|NOT\\s+VALID';
const rules = `((?:\\s+(?:${rule}))*)`;

/** `order_items_order_id_fkey (order_items.order_id) ON DELETE CASCADE`. */
const short = new RegExp(`([^\\s,;()]+)\\s*\\(\\s*([^()\\s]+)\\.([^().\\s]+)\\s*\\)${rules}`, 'giu');
/** `TABLE "order_items" CONSTRAINT "order_items_order_id_fkey" FOREIGN KEY (order_id) REFERENCES orders(id) ON DELETE CASCADE`. */
const printed = new RegExp(
  `TABLE\\s+(\\S+)\\s+(?:ADD\\s+)?CONSTRAINT\\s+(\\S+)\\s+FOREIGN\\s+KEY\\s*\\(\\s*([^(),\\s]+)\\s*\\)\\s*REFERENCES\\s+[^\\s(]+\\s*\\([^()]*\\)${rules}`,
  'giu',
);

const unquoted = (name: string): string =>
  name
    .split('.')
    .map((part) => (/^"[\p{L}_][\p{L}\d_$]*"$/u.test(part) ? part.slice(1, -1) : part))
    .join('.');

/** What was said of the rules; the database prints nothing where there is none. */
function ruled(said: string, whole: boolean): Pick<ListedChild, 'rules' | 'unproved'> {
  const bare = said
    .replace(/\s+not\s+valid\b/i, '')
    .replaceAll(/\s+/g, ' ')
    .trim();
  return {
    ...(whole || said.trim() !== '' ? { rules: bare } : {}),
    ...(/\bnot\s+valid\b/i.test(said) ? { unproved: true as const } : {}),
  };
}

/** Reads a list of foreign keys. What does not name its table and one column is left out. */
export function listedChildren(typed: string): readonly ListedChild[] {
  const whole = [...typed.matchAll(printed)].map(([, table = '', constraint = '', column = '', said = '']) => ({
    constraint: unquoted(constraint),
    table: unquoted(table),
    column: unquoted(column),
    ...ruled(said, true),
  }));
  const rest = typed.replaceAll(printed, '');
  return [
    ...whole,
    ...[...rest.matchAll(short)].map(([, constraint = '', table = '', column = '', said = '']) => ({
      constraint,
      table,
      column,
      ...ruled(said, false),
    })),
  ];
}
