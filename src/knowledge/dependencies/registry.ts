import type { Dependency } from '#model/dependency.ts';
import * as entries from './index.ts';

const { other, ...named } = entries;

/** As they are offered: by title, and what stands for all others last. */
export const dependencies: readonly Dependency[] = [
  ...Object.values(named).toSorted((left, right) => left.title.localeCompare(right.title, 'en')),
  other,
];
