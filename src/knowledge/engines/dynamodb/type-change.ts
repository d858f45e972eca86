import type { TypeChange } from '#model/engine.ts';
import { inGuide } from './manual.ts';

/** Every item holds its own type, so a change of type writes every item anew. A number is one type, whatever its size. */
export const typeChange = (from: string, to: string): TypeChange => ({
  work: 'rewrite',
  indexes: 'rebuilt',
  widens: from.trim().toLowerCase() === to.trim().toLowerCase(),
  source: inGuide('HowItWorks.NamingRulesDataTypes'),
});
