import type { TypeChange } from '#model/engine.ts';
import { readType, type TypeName } from '../../warehouses/type-name.ts';
import { alterTable } from './manual.ts';

const texts = ['varchar', 'character varying', 'nvarchar', 'text'];

/** MAX is 65,535 bytes; a length that is not given is 256. */
const lengthOf = ({ inside, sizes }: TypeName): number => (/^\s*max\s*$/i.test(inside) ? 65_535 : (sizes[0] ?? 256));

/** In place only the size of a VARCHAR changes. */
export const typeChange = (from: string, to: string): TypeChange => {
  const [was, is] = [readType(from), readType(to)];
  const inPlace = texts.includes(was.name) && texts.includes(is.name) && lengthOf(is) >= lengthOf(was);
  return { work: inPlace ? 'catalog' : 'rewrite', indexes: 'kept', widens: inPlace, source: alterTable };
};
