import type { Hosting, Version } from '#model/engine.ts';

/** An engine as the first page offers it: names only, so that its statements are loaded when it is chosen. */
export interface EngineChoice {
  readonly id: string;
  readonly name: string;
  /** None: a service that has one version for everyone. */
  readonly versions: readonly Version[];
  readonly hostings: readonly Pick<Hosting, 'id' | 'name'>[];
  /** The heading it stands under. Left out: it is among those most often met, which come first. */
  readonly family?: EngineFamily;
  /** What can stand beside it, in its own words, by the ids of the page. What is not named is not asked. Left out: anything. */
  readonly beside?: Beside;
  /** It stands for all others: version and place are typed, and this says how. */
  readonly typed?: { readonly version: string };
}

export type EngineFamily = 'Distributed SQL' | 'Key-value and wide-column' | 'Warehouses and analytics';

export type Beside = Readonly<Partial<Record<'primary-only' | 'replicas' | 'multi-region' | 'pooler' | 'cdc', string>>>;
