import type { Hosting, Version } from '#model/engine.ts';

/** An engine as the first page offers it: names only, so that its statements are loaded when it is chosen. */
export interface EngineChoice {
  readonly id: string;
  readonly name: string;
  readonly versions: readonly Version[];
  readonly hostings: readonly Pick<Hosting, 'id' | 'name'>[];
}
