import type { TypeChange } from '#model/engine.ts';
import { readType, type TypeName } from '../../warehouses/type-name.ts';
import { columnChanges } from './manual.ts';

const integer = /^(u?)int(\d+)$/;
const entries = ({ inside }: TypeName): readonly string[] =>
  inside.split(',').map((entry) => entry.replaceAll(/\s+/g, ''));

/** An Enum that keeps every value with its number and gets more. */
const moreValues = (from: TypeName, to: TypeName): boolean =>
  /^enum(?:8|16)?$/.test(from.name) &&
  from.name === to.name &&
  entries(from).every((entry) => entries(to).includes(entry));

const wider = (from: TypeName, to: TypeName): boolean => {
  const [, unsigned, bits = ''] = integer.exec(from.name) ?? [];
  const [, toUnsigned, toBits = ''] = integer.exec(to.name) ?? [];
  if (bits === '' || toBits === '') return from.name === to.name && from.inside === to.inside;
  if (unsigned === toUnsigned) return Number(toBits) >= Number(bits);
  return toUnsigned === '' && Number(toBits) > Number(bits);
};

/** More values for an Enum touch no row; any other type is written anew, part by part. */
export const typeChange = (from: string, to: string): TypeChange => {
  const [was, is] = [readType(from), readType(to)];
  const catalog = moreValues(was, is);
  return {
    work: catalog ? 'catalog' : 'rewrite',
    indexes: 'rebuilt',
    widens: catalog || wider(was, is),
    source: columnChanges,
  };
};
