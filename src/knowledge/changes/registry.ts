import type { Change } from '#model/change.ts';
import * as entries from './index.ts';

/** The groups of the list, in its order. */
export const groups = [
  'Columns',
  'Indexes',
  'Constraints',
  'Tables',
  'Rows',
  'Types and code',
  'Server',
  'Other',
] as const;

const rank = ({ group }: Change): number => groups.findIndex((known) => known === group);

/** Every kind of change, in the order of the groups and then of their titles. */
export const changes: readonly Change[] = Object.values(entries).toSorted(
  (a, b) => rank(a) - rank(b) || (a.title < b.title ? -1 : 1),
);
