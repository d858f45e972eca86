/** How an engine writes names and values. A placeholder stays to be seen. */
export interface Quoting {
  readonly name: (name: string) => string;
  readonly table: (table: string) => string;
  /** A text value. */
  readonly text: (value: string) => string;
  /** The last part of a name, as the catalog holds it. */
  readonly bare: (name: string) => string;
  /** What stands before the last part, as typed: `shop` of `shop.orders`. */
  readonly schema: (table: string) => string | undefined;
}

const holdsPlaceholder = /<[^<>"`]+>/;
const placeholder = /^<[^<>]*>$/;

/** Quotes a name only where the engine would read something else: some hold a quoted name to its capitals, so a plain one stays plain. */
export function quotingWith(
  mark: '"' | '`',
  reserved: ReadonlySet<string>,
  text: (value: string) => string = (value) => `'${value.replaceAll("'", "''")}'`,
): Quoting {
  const plain = /^[A-Za-z_][A-Za-z0-9_]*$/;
  const whole = new RegExp(`^${mark}[^${mark}]+${mark}$`);
  const outside = new RegExp(`\\.(?=(?:[^${mark}]*${mark}[^${mark}]*${mark})*[^${mark}]*$)`);
  const parts = (name: string): readonly string[] =>
    placeholder.test(name.trim()) ? [name.trim()] : name.trim().split(outside);
  const name = (given: string): string => {
    const typed = given.trim();
    const asItIs =
      holdsPlaceholder.test(typed) || whole.test(typed) || (plain.test(typed) && !reserved.has(typed.toLowerCase()));
    const inside = mark === '"' ? typed.replaceAll('"', '""') : typed.replaceAll(/[\\`]/g, String.raw`\$&`);
    return asItIs ? typed : `${mark}${inside}${mark}`;
  };
  return {
    name,
    table: (table) => parts(table).map(name).join('.'),
    text,
    bare: (table) => {
      const last = parts(table).at(-1) ?? '';
      return whole.test(last) ? last.slice(1, -1) : last;
    },
    schema: (table) => {
      const before = parts(table).slice(0, -1);
      return before.length === 0 ? undefined : before.join('.');
    },
  };
}
