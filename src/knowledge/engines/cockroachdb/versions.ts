import { compareVersions } from '#model/capability.ts';
import type { Situation, Version } from '#model/engine.ts';
import { isGiven } from '#model/given.ts';

const release = (id: string, supportEnds: string, ended = false): Version => ({
  id,
  name: `CockroachDB ${id}`,
  supportEnds,
  ...(ended ? { ended } : {}),
});

/** Newest first, with the end of the last support a release has, LTS included: https://www.cockroachlabs.com/docs/releases/release-support-policy */
export const versions: readonly Version[] = [
  release('26.2', '2027-10-27'),
  release('26.1', '2026-08-02', true),
  release('25.4', '2028-05-03'),
  release('25.3', '2026-02-04', true),
  release('25.2', '2027-12-17'),
  release('25.1', '2025-08-18', true),
  release('24.3', '2027-05-05'),
  release('24.1', '2026-10-21', true),
  release('23.2', '2026-07-08', true),
  release('23.1', '2025-11-13', true),
];

/** Whether the cluster is known to be of a version or newer. One that was not given is taken for the oldest. */
export const atLeast = (wanted: string, situation: Pick<Situation, 'version'>): boolean =>
  isGiven(situation.version) && compareVersions(situation.version, wanted) >= 0;
