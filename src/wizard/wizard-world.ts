import { createContext, useContext } from 'react';
import type { Contradiction } from '#model/brief.ts';
import type { Change } from '#model/change.ts';
import type { Dependency } from '#model/dependency.ts';
import type { Hosting, Version } from '#model/engine.ts';
import type { Assessment } from '#model/plan.ts';
import type { Stack } from '#model/stack.ts';
import type { Tip } from '#model/tip.ts';
import type { NotLoadedYet } from '#ui/not-loaded.tsx';

/** An engine as it is offered, without what is known of it. */
export interface EngineOffer {
  readonly id: string;
  readonly name: string;
  readonly versions: readonly Version[];
  readonly hostings: readonly Pick<Hosting, 'id' | 'name'>[];
  /** The heading it stands under; left out: the first one. */
  readonly family?: string;
  /** What can stand beside it, in its own words, by the ids of the question; left out: anything. */
  readonly beside?: Readonly<Partial<Record<string, string>>>;
  /** It stands for all others: its version is typed, and this says how. */
  readonly typed?: { readonly version: string };
}

/** The lists that pages offer and the tips they show. */
export interface Offers {
  readonly changes: readonly Change[];
  readonly stacks: readonly Stack[];
  readonly dependencies: readonly Dependency[];
  readonly tips: readonly Tip[];
}

/** What pages get from outside, besides the answers. */
export interface WizardWorld {
  readonly engines: readonly EngineOffer[];
  /** Loaded a moment after the page. */
  readonly offers: Offers | undefined;
  /** Says how loading went wrong, and tries again. */
  readonly failed: NotLoadedYet | undefined;
  readonly assessment: Assessment | undefined;
  readonly contradictions: readonly Contradiction[];
}

const Context = createContext<WizardWorld | undefined>(undefined);

export const WizardWorldProvider = Context.Provider;

export function useWizardWorld(): WizardWorld {
  const world = useContext(Context);
  if (world === undefined)
    throw new Error('Cannot draw a page with `no world`, expected a WizardWorldProvider around it.');
  return world;
}
