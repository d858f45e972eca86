import { compareVersions } from '#model/capability.ts';
import type { Situation, Version } from '#model/engine.ts';
import { isGiven } from '#model/given.ts';

/** 3.52 is left out: it was withdrawn. */
const released = [54, 53, 51, 50, 49, 48, 47, 46, 45, 44, 43, 42, 41, 40, 39, 38, 37, 36, 35];

/** Newest first: https://www.sqlite.org/changes.html. It is the library that the application is linked with, not the `sqlite3` of the machine. */
export const versions: readonly Version[] = released.map((minor) => ({ id: `3.${minor}`, name: `SQLite 3.${minor}` }));

/** Whether the library is known to be of a version or newer. One that was not given is taken for the oldest. */
export const atLeast = (wanted: string, situation: Pick<Situation, 'version'>): boolean =>
  isGiven(situation.version) && compareVersions(situation.version, wanted) >= 0;
