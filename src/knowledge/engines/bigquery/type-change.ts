import type { TypeChange } from '#model/engine.ts';
import { readType, type TypeName } from '../../warehouses/type-name.ts';
import { definition } from './manual.ts';

const wholes = ['int64', 'int', 'smallint', 'integer', 'bigint', 'tinyint', 'byteint'];
const decimals = ['numeric', 'decimal', 'bignumeric', 'bigdecimal', 'float64'];

/** Where a number may go in place: https://cloud.google.com/bigquery/docs/reference/standard-sql/data-definition-language#alter_column_set_data_type_statement */
const rank = ({ name, sizes }: TypeName): number =>
  wholes.includes(name)
    ? 0
    : name === 'float64'
      ? 3
      : sizes.length > 0
        ? -1
        : name.startsWith('big')
          ? 2
          : decimals.includes(name)
            ? 1
            : -1;

const longer = (from: TypeName, to: TypeName): boolean =>
  from.name === to.name &&
  ['string', 'bytes'].includes(from.name) &&
  (to.sizes[0] ?? Number.POSITIVE_INFINITY) >= (from.sizes[0] ?? Number.POSITIVE_INFINITY);

const morePrecise = (from: TypeName, to: TypeName): boolean => {
  const room = ({ sizes }: TypeName) => (sizes[0] ?? Number.POSITIVE_INFINITY) - (sizes[1] ?? 0);
  const [scale, wider] = [from.sizes[1] ?? 0, to.sizes[1] ?? 0];
  return (
    from.name === to.name &&
    from.sizes.length > 0 &&
    decimals.includes(from.name) &&
    (to.sizes.length === 0 || (wider >= scale && room(to) >= room(from)))
  );
};

const widens = (from: TypeName, to: TypeName): boolean =>
  longer(from, to) ||
  morePrecise(from, to) ||
  (rank(from) >= 0 && rank(to) > rank(from)) ||
  (wholes.includes(from.name) && wholes.includes(to.name));

/** In place a type only widens by a coercion that loses no value; FLOAT64 takes whole numbers and decimals with less precision, which the manual allows. */
export const typeChange = (from: string, to: string): TypeChange => {
  const [was, is] = [readType(from), readType(to)];
  const inPlace = widens(was, is) && is.name !== 'float64';
  return { work: inPlace ? 'catalog' : 'rewrite', indexes: 'kept', widens: inPlace, source: definition };
};
