import type { TypeChange } from '#model/engine.ts';
import { unconfirmed } from '#model/source.ts';
import { inManual, pages } from './manual.ts';
import { readType, type TypeName } from './type-name.ts';

type Verdict = Pick<TypeChange, 'work' | 'indexes' | 'widens'>;
type Rule = (from: TypeName, to: TypeName) => Verdict | undefined;

const inCatalog: Verdict = { work: 'catalog', indexes: 'kept', widens: true };
/** MODIFY takes it only while the column is empty, or reads or writes every row: a new column, or DBMS_REDEFINITION. */
const anew = (widens: boolean): Verdict => ({ work: 'rewrite', indexes: 'rebuilt', widens });

const lengthened = new Set(['varchar2', 'nvarchar2', 'raw']);
const sameUnit = (from: TypeName, to: TypeName): boolean => from.unit === to.unit;

const lengths: Rule = (from, to) => {
  const [old, fresh] = [from.sizes[0] ?? 1, to.sizes[0] ?? 1];
  if (from.name === to.name && lengthened.has(from.name) && sameUnit(from, to))
    return fresh >= old ? inCatalog : anew(false);
  if (from.name === to.name && (from.name === 'char' || from.name === 'nchar')) return anew(fresh >= old);
  return undefined;
};

/** `NUMBER` alone takes any number; a scale alone counts digits behind the point. */
const digits = ({ sizes }: TypeName): readonly [number, number] =>
  sizes.length === 0 ? [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY] : [sizes[0] ?? 38, sizes[1] ?? 0];

const numbers: Rule = (from, to) => {
  if (from.name !== 'number' || to.name !== 'number') return undefined;
  if (to.sizes.length === 0) return inCatalog;
  const [[precision, scale], [newPrecision, newScale]] = [digits(from), digits(to)];
  const widens = newScale >= scale && newPrecision - newScale >= precision - scale;
  return widens ? inCatalog : anew(false);
};

const moments: Rule = (from, to) => {
  if (from.name === 'timestamp' && to.name === 'timestamp') {
    const grows = (to.sizes[0] ?? 6) >= (from.sizes[0] ?? 6);
    return grows ? { work: 'unconfirmed', indexes: 'kept', widens: true } : anew(false);
  }
  // MODIFY takes this pair while the column holds rows; whether it writes them the manual does not say.
  return from.name === 'date' && to.name === 'timestamp'
    ? { work: 'unconfirmed', indexes: 'rebuilt', widens: true }
    : undefined;
};

const identical: Rule = (from, to) =>
  from.name === to.name && String(from.sizes) === String(to.sizes) && sameUnit(from, to) ? inCatalog : undefined;

const rules: readonly Rule[] = [identical, lengths, numbers, moments];

/** The greatest number of `NUMBER(9)`; `undefined` where nobody fills it. */
export function greatestOf(type: string): number | undefined {
  const read = readType(type);
  const [precision] = read?.sizes ?? [];
  const [, scale = 0] = read?.sizes ?? [];
  return read?.name === 'number' && precision !== undefined && scale === 0 && precision <= 15
    ? 10 ** precision - 1
    : undefined;
}

/** What `MODIFY` costs in place. A pair of which the manual says nothing is unconfirmed. */
export function typeChange(from: string, to: string): TypeChange {
  const [old, fresh] = [readType(from), readType(to)];
  const verdict =
    old && fresh ? rules.map((rule) => rule(old, fresh)).find((answer) => answer !== undefined) : undefined;
  const greatest = greatestOf(from);
  const end = greatest === undefined ? {} : { greatest };
  const question = unconfirmed(
    `Does MODIFY take ${from} to ${to} while the column holds rows, and does it touch them? Try it on the copy: ORA-01439 and ORA-01440 mean that the column must be empty.`,
  );
  if (verdict !== undefined && verdict.work !== 'unconfirmed')
    return { ...verdict, ...end, source: inManual(pages.alterTable) };
  return { work: 'unconfirmed', indexes: 'rebuilt', widens: false, ...verdict, ...end, source: question };
}
