import { compareVersions } from '#model/capability.ts';
import type { Situation, Version } from '#model/engine.ts';
import { isGiven } from '#model/given.ts';

const version = (id: string, supportEnds: string, ended = false): Version => ({
  id,
  name: `PostgreSQL ${id}`,
  supportEnds,
  ...(ended ? { ended } : {}),
});

/** Newest first, with the day of the last minor release: https://www.postgresql.org/support/versioning/ */
export const versions: readonly Version[] = [
  version('18', '2030-11-14'),
  version('17', '2029-11-08'),
  version('16', '2028-11-09'),
  version('15', '2027-11-11'),
  version('14', '2026-11-12', true),
  version('13', '2025-11-13', true),
  version('12', '2024-11-21', true),
];

/** Whether the server is known to be of a version or newer. One that was not given is taken for the oldest. */
export const atLeast = (wanted: string, situation: Pick<Situation, 'version'>): boolean =>
  isGiven(situation.version) && compareVersions(situation.version, wanted) >= 0;
