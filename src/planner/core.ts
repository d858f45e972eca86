import type { Brief } from '#model/brief.ts';
import type { Part } from '#model/change.ts';
import type { Check, Plan } from '#model/plan.ts';
import type { Release } from '#model/release.ts';
import type { Text } from '#model/text.ts';

/** The plan once its phases stand: what the rest of it is computed from. */
export interface Core {
  readonly brief: Brief;
  readonly parts: readonly Part[];
  readonly phases: Plan['phases'];
  readonly releases: readonly Release[];
  /** What the code of each release must do, in their order. */
  readonly releaseNotes: readonly (readonly Text[])[];
  readonly checks: readonly Check[];
  /** The first step that cannot be taken back. */
  readonly pointOfNoReturn?: string;
}
