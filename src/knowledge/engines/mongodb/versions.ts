import type { Version } from '#model/engine.ts';

const version = (id: string, ended = false): Version => ({
  id,
  name: `MongoDB ${id}`,
  ...(ended ? { ended } : {}),
});

/** Newest first. Support has ended where it says so: https://www.mongodb.com/legal/support-policy/lifecycles */
export const versions: readonly Version[] = [
  version('8.0'),
  version('7.0'),
  version('6.0', true),
  version('5.0', true),
];
