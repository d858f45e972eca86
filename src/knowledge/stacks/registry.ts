import type { Stack } from '#model/stack.ts';
import * as entries from './index.ts';

const { other, ...named } = entries;

/** As they are offered: by name, and what stands for all others last. */
export const stacks: readonly Stack[] = [
  ...Object.values(named).toSorted((left, right) => left.name.localeCompare(right.name, 'en')),
  other,
];
