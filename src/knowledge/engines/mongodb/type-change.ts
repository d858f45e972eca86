import type { TypeChange } from '#model/engine.ts';
import { inManual } from './manual.ts';

/** The BSON types that numbers widen through. */
const rank: readonly string[] = ['int', 'long', 'decimal'];

const wider = (from: string, to: string): boolean => rank.includes(from) && rank.indexOf(to) > rank.indexOf(from);

/** Every document holds its own type, so a change of type writes every document anew. */
export const typeChange = (from: string, to: string): TypeChange => ({
  work: 'rewrite',
  indexes: 'kept',
  widens: wider(from.trim().toLowerCase(), to.trim().toLowerCase()),
  ...(from.trim().toLowerCase() === 'int' ? { greatest: 2_147_483_647 } : {}),
  source: inManual('reference/operator/aggregation/convert'),
});
