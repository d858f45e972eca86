import type { TypeChange } from '#model/engine.ts';
import { readType, type TypeName } from '../../warehouses/type-name.ts';
import { columnChanges } from './manual.ts';

const texts = ['varchar', 'string', 'text', 'char varying', 'nvarchar', 'nvarchar2', 'nchar varying'];
const whole = ['int', 'integer', 'bigint', 'smallint', 'tinyint', 'byteint'];
const decimals = ['number', 'decimal', 'numeric', 'dec'];

/** A length that is not given is the greatest; INT and its kin are NUMBER(38, 0). */
const lengthOf = ({ sizes }: TypeName): number => sizes[0] ?? Number.POSITIVE_INFINITY;
const isWhole = ({ name }: TypeName): boolean => whole.includes(name);
const isNumber = (type: TypeName): boolean => isWhole(type) || decimals.includes(type.name);
const precisionOf = (type: TypeName): number => (isWhole(type) ? 38 : (type.sizes[0] ?? 38));
const scaleOf = (type: TypeName): number => (isWhole(type) ? 0 : (type.sizes[1] ?? 0));

const widens = (from: TypeName, to: TypeName): boolean =>
  (texts.includes(from.name) && texts.includes(to.name) && lengthOf(to) >= lengthOf(from)) ||
  (isNumber(from) && isNumber(to) && scaleOf(from) === scaleOf(to) && precisionOf(to) >= precisionOf(from));

/** In place a text only grows longer and a number only more precise, with the same scale; every other type is another column. */
export const typeChange = (from: string, to: string): TypeChange => {
  const inPlace = widens(readType(from), readType(to));
  return { work: inPlace ? 'catalog' : 'rewrite', indexes: 'kept', widens: inPlace, source: columnChanges };
};
