/** `NUMERIC(12, 2)` read: its name in small letters, its numbers, and what else stands in the brackets. */
export interface TypeName {
  readonly name: string;
  readonly sizes: readonly number[];
  readonly inside: string;
}

export function readType(type: string): TypeName {
  const [, name = '', inside = ''] = /^\s*([^(<]*?)\s*(?:\((.*)\))?\s*$/s.exec(type) ?? [];
  return {
    name: name.replaceAll(/\s+/g, ' ').toLowerCase(),
    sizes: inside
      .split(',')
      .map((part) => Number.parseInt(part, 10))
      .filter(Number.isFinite),
    inside,
  };
}
