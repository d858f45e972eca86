import type { TypeChange } from '#model/engine.ts';
import { ddl } from './manual.ts';

const ranks = [
  ['tinyint', 'smallint', 'int', 'bigint', 'varint'],
  ['float', 'double', 'decimal'],
];
const greatest: Readonly<Record<string, number>> = { tinyint: 127, smallint: 32_767, int: 2_147_483_647 };

/** A type is never changed where it stands; what is said here is whether the new one holds every value. */
export const typeChange = (from: string, to: string): TypeChange => {
  const [left, right] = [from.trim().toLowerCase(), to.trim().toLowerCase()];
  const end = greatest[left];
  return {
    work: 'rewrite',
    indexes: 'rebuilt',
    widens: ranks.some((rank) => rank.includes(left) && rank.indexOf(right) > rank.indexOf(left)),
    ...(end === undefined ? {} : { greatest: end }),
    source: ddl,
  };
};
