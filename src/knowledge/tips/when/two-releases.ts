import type { Answers } from '#model/answers.ts';

/** Two releases run side by side, or nobody said that they do not. */
export const twoReleases = ({ stack }: Answers): boolean =>
  stack.deploy !== 'stopped' || stack.runs.includes('clients');
