import { readType } from './type-name.ts';

/** Built-in types for which `=` does not exist, or does not compare what is stored: the boxes and circles compare their areas. */
const without = new Set('json xml point polygon path line lseg box circle'.split(' '));

/** Whether two values of a type can be compared as they are. A type that was not said is taken to be. */
export const hasEquality = (type = ''): boolean =>
  !without.has(
    readType(type)?.name ??
      type
        .trim()
        .toLowerCase()
        .replace(/^pg_catalog\./, ''),
  );

/** `a IS DISTINCT FROM b` for two values of one type, as text where the type has no equality. */
export const distinct = (left: string, right: string, type?: string): string => {
  const cast = hasEquality(type) ? '' : '::text';
  return `${left}${cast} IS DISTINCT FROM ${right}${cast}`;
};

/** The same for values of two types: what cannot be compared is read as the other type, or both as text. */
export function distinctTypes(left: string, right: string, leftType?: string, rightType?: string): string {
  if (hasEquality(leftType) && hasEquality(rightType)) return distinct(left, right);
  const common = [leftType, rightType].find((type) => type !== undefined && hasEquality(type)) ?? 'text';
  const as = (side: string, type?: string) => (hasEquality(type) && common !== 'text' ? side : `${side}::${common}`);
  return distinct(as(left, leftType), as(right, rightType));
}
