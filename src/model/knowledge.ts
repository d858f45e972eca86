import type { Change } from './change.ts';
import type { Dependency } from './dependency.ts';
import type { Engine } from './engine.ts';
import type { Stack } from './stack.ts';

/** What is known of the world when answers are resolved. After `toBrief` nobody looks anything up. */
export interface Knowledge {
  readonly engine: Engine;
  /** False when no engine was chosen and the neutral one stands in. */
  readonly engineGiven: boolean;
  readonly changes: readonly Change[];
  /** Stands in where no kind of change was chosen. */
  readonly neutralChange: Change;
  readonly stacks: readonly Stack[];
  readonly dependencies: readonly Dependency[];
}
