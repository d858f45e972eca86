import { catalog, copied, type Rule, rules, typeChangeBy } from '../mysql/type-change.ts';
import { integers } from '../mysql/type-name.ts';
import { tidbSource } from './manual.ts';

const size = (sizes: readonly number[]): number => sizes[0] ?? 0;

/** More room for whole numbers of the same sign, and for a text, is a change of the catalog only. */
const roomier: Rule = (from, to) => {
  const whole = integers.includes(from.name) && integers.includes(to.name) && from.unsigned === to.unsigned;
  if (whole && rules.map((rule) => rule(from, to)).some((verdict) => verdict?.widens === true)) return catalog;
  if (from.name !== to.name || (from.name !== 'varchar' && from.name !== 'varbinary')) return undefined;
  return size(to.sizes) < size(from.sizes) ? copied(false) : catalog;
};

/** What the manual calls unsupported or leaves open: trying it on a copy is the only answer. */
const unsettled = ['bit', 'set', 'enum', 'json', 'datetime', 'timestamp', 'date', 'time', 'year'];
const settled: readonly Rule[] = [roomier, ...rules].map((rule) => (from, to) => {
  const same = from.name === to.name && String([from.sizes, from.values]) === String([to.sizes, to.values]);
  return !same && [from, to].some(({ name }) => unsettled.includes(name)) ? undefined : rule(from, to);
});

/** As on MySQL but for what costs nothing here and what is refused here. */
export const typeChange = typeChangeBy(settled, tidbSource('types'));
