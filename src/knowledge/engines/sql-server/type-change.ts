import type { TypeChange } from '#model/engine.ts';
import { unconfirmed } from '#model/source.ts';
import { inManual, pages } from './manual.ts';
import { readType, type TypeName } from './type-name.ts';

type Verdict = Pick<TypeChange, 'work' | 'indexes' | 'widens'>;
type Rule = (from: TypeName, to: TypeName) => Verdict | undefined;

const rewrite = (widens: boolean): Verdict => ({ work: 'rewrite', indexes: 'rebuilt', widens });
/** The manual lets indexes stand where a variable length only grows; it does not say that no row is touched. */
const grows: Verdict = { work: 'unconfirmed', indexes: 'kept', widens: true };
const same: Verdict = { work: 'catalog', indexes: 'kept', widens: true };

const [size, scale] = [({ sizes }: TypeName) => sizes[0] ?? 0, ({ sizes }: TypeName) => sizes[1] ?? 0];

const variable = new Set(['varchar', 'nvarchar', 'varbinary']);

const lengths: Rule = (from, to) => {
  const families = [
    ['char', 'varchar'],
    ['nchar', 'nvarchar'],
    ['binary', 'varbinary'],
  ];
  const family = families.find((names) => names.includes(from.name) && names.includes(to.name));
  if (family === undefined) {
    const toWide = ['char', 'varchar'].includes(from.name) && ['nchar', 'nvarchar'].includes(to.name);
    return toWide ? rewrite(size(to) >= size(from)) : undefined;
  }
  const fits = size(to) >= size(from);
  const inPlace = from.name === to.name && variable.has(from.name) && Number.isFinite(size(to));
  return fits && inPlace ? grows : rewrite(fits);
};

const whole: Readonly<Record<string, number>> = {
  tinyint: 255,
  smallint: 32_767,
  int: 2_147_483_647,
  bigint: Number.POSITIVE_INFINITY,
};
const digits: Readonly<Record<string, number>> = { tinyint: 3, smallint: 5, int: 10, bigint: 19 };

/** The greatest number of a type of whole numbers; `undefined` for `bigint`, which nobody fills, and for other types. */
export function greatestOf(type: string): number | undefined {
  const name = readType(type)?.name ?? '';
  return name === 'bigint' ? undefined : whole[name];
}

const numbers: Rule = (from, to) => {
  const [low, high] = [whole[from.name], whole[to.name]];
  if (low !== undefined && high !== undefined) return from.name === to.name ? same : rewrite(high >= low);
  if (low !== undefined && to.name === 'decimal') return rewrite(size(to) - scale(to) >= (digits[from.name] ?? 19));
  if (from.name === 'decimal' && to.name === 'decimal')
    return rewrite(size(to) - scale(to) >= size(from) - scale(from) && scale(to) >= scale(from));
  if (from.name === 'decimal' && high !== undefined) return rewrite(false);
  return undefined;
};

const moments: Rule = (from, to) => {
  const names = ['datetime2', 'datetimeoffset', 'time'];
  return from.name === to.name && names.includes(from.name) ? rewrite(size(to) >= size(from)) : undefined;
};

const identical: Rule = (from, to) =>
  from.name === to.name && String(from.sizes) === String(to.sizes) ? same : undefined;

const rules: readonly Rule[] = [identical, lengths, numbers, moments];

/** What `ALTER COLUMN` costs in place. A pair of which the manual says nothing is unconfirmed. */
export function typeChange(from: string, to: string): TypeChange {
  const [old, fresh] = [readType(from), readType(to)];
  const verdict =
    old && fresh ? rules.map((rule) => rule(old, fresh)).find((answer) => answer !== undefined) : undefined;
  const greatest = greatestOf(from);
  const end = greatest === undefined ? {} : { greatest };
  const question = unconfirmed(
    `Does changing ${from} to ${to} touch every row on this version? Time it on the copy and compare log_bytes in sys.dm_tran_database_transactions.`,
  );
  if (verdict === undefined)
    return { work: 'unconfirmed', indexes: 'rebuilt', widens: false, ...end, source: question };
  return {
    ...verdict,
    ...end,
    source: verdict.work === 'unconfirmed' ? question : inManual(`${pages.alterTable}#alter-column`),
  };
}
