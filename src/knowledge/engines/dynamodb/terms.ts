import type { Terms } from '#model/terms.ts';
import { aboveBaseline } from '#model/terms.ts';
import { code, words } from '#model/text.ts';

export const terms: Partial<Terms> = {
  row: 'item',
  empty: 'missing or NULL',
  wholeRow: words`reads without a projection`,
  onColumn: words`keys and projections of indexes, time to live, conditions of policies (${code('dynamodb:Attributes')})`,
  conflict: { name: 'conflict', ...aboveBaseline },
};
