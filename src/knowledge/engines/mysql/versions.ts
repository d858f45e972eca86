import { compareVersions } from '#model/capability.ts';
import type { Situation, Version } from '#model/engine.ts';
import { isGiven } from '#model/given.ts';

const version = (id: string, supportEnds: string, ended = false): Version => ({
  id,
  name: `MySQL ${id}`,
  supportEnds,
  ...(ended ? { ended } : {}),
});

/** The lines with long-term support, newest first, with the end of extended support: https://www.oracle.com/us/support/library/lifetime-support-technology-069183.pdf */
export const versions: readonly Version[] = [
  version('9.7', '2034-04-30'),
  version('8.4', '2032-04-30'),
  version('8.0', '2026-04-30', true),
  version('5.7', '2023-10-31', true),
];

/** Those that `npm run verify:mysql` holds on a server. */
export const measuredReleases: readonly string[] = ['9.7'];

/** Whether the server is known to be of a version or newer. One that was not given is taken for the oldest. */
export const atLeast = (wanted: string, situation: Pick<Situation, 'version'>): boolean =>
  isGiven(situation.version) && compareVersions(situation.version, wanted) >= 0;

/** Whether the server is known to be older than a version. */
export const before = (wanted: string, situation: Pick<Situation, 'version'>): boolean =>
  isGiven(situation.version) && compareVersions(situation.version, wanted) < 0;
