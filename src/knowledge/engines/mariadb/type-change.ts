import { bytesOf, catalog, copied, type Rule, rules, typeChangeBy } from '../mysql/type-change.ts';
import { mariadbSource } from './manual.ts';

/** Up to 127 bytes the length has room to grow to any size; from 128 to 255 bytes only within 255. */
const longer: Rule = (from, to) => {
  if (from.name !== to.name || (from.name !== 'varchar' && from.name !== 'varbinary')) return undefined;
  if (bytesOf(to) < bytesOf(from)) return copied(false);
  const moves = bytesOf(from) > 127 && bytesOf(from) <= 255 && bytesOf(to) > 255;
  return moves ? copied(true) : catalog;
};

/** As on MySQL but for the length of a text. */
export const typeChange = typeChangeBy([longer, ...rules], mariadbSource('types'));
