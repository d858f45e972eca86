import type { Terms } from '#model/terms.ts';
import { aboveBaseline } from '#model/terms.ts';
import { words } from '#model/text.ts';

export const terms: Partial<Terms> = {
  row: 'document',
  empty: 'missing or null',
  wholeRow: words`reads without a projection`,
  onColumn: words`rules of the validator, indexes with their partial filters and expiry, views, search indexes, saved aggregations`,
  conflict: { name: 'write conflict', ...aboveBaseline },
};
