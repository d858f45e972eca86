import type { Situation, Version } from '#model/engine.ts';

/** Every account runs the newest release; what differs is the edition: https://docs.snowflake.com/en/user-guide/intro-editions */
export const versions: readonly Version[] = [
  { id: 'Enterprise', name: 'Enterprise edition or higher' },
  { id: 'Standard', name: 'Standard edition' },
];

/** How far back the account can look at most. An edition that was not given is taken for Standard. */
export const mostDays = ({ version }: Pick<Situation, 'version'>): 1 | 90 => (version === 'Enterprise' ? 90 : 1);
