import { compareVersions } from '#model/capability.ts';
import type { Situation, Version } from '#model/engine.ts';
import { isGiven } from '#model/given.ts';

const release = (id: string, supportEnds: string): Version => ({ id, name: `YugabyteDB ${id}`, supportEnds });

/** Newest first, with the end of life: https://docs.yugabyte.com/stable/releases/ybdb-releases/ */
export const versions: readonly Version[] = [
  release('2026.1', '2027-12-29'),
  release('2025.2', '2028-06-11'),
  release('2025.1', '2027-01-23'),
  release('2024.2', '2027-06-09'),
];

/** The same situation with the version of PostgreSQL that YSQL is made of: 11 before 2025.1, 15 from then on. One that was not given is the oldest. */
export const asPostgresql = (situation: Situation): Situation => ({
  ...situation,
  version: isGiven(situation.version) && compareVersions(situation.version, '2025.1') >= 0 ? '15' : '11',
});
