import type { ChangeContext } from '#model/change.ts';

/** An optional argument from a field: left out when the field is blank. */
export const answeredAs = <Key extends string>(
  context: ChangeContext,
  field: string,
  key: Key,
): Partial<Readonly<Record<Key, string>>> =>
  context.answered(field) ? ({ [key]: context.name(field) } as Partial<Readonly<Record<Key, string>>>) : {};
