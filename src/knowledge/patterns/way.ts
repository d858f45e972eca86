import type { Part } from '#model/change.ts';

/** One of several ways in which a change can be made: what a part says that depends on it. */
export type Way = Pick<Part, 'strategy' | 'application' | 'phases' | 'checks' | 'checklist'> &
  Pick<Partial<Part>, 'probes' | 'releaseNotes'>;
