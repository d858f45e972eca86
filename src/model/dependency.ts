import type { Source } from './source.ts';
import type { Text } from './text.ts';

/** One thing that depends on the data, as the person named it. */
export interface NamedDependency {
  readonly kind: Dependency;
  /** As named, or the kind's title. */
  readonly name: string;
  readonly reads: string;
  readonly when: string;
  readonly owner: string;
}

/** A kind of dependency: when it must move, what to pause, what breaks on the way back. */
export interface Dependency {
  readonly id: string;
  readonly title: string;
  readonly hint: string;
  /** It must be ready before readers move, or may follow. */
  readonly moves: 'before the switch' | 'after the switch' | 'before the contract' | 'does not move';
  readonly before: Text;
  readonly during: Text;
  readonly after: Text;
  /** What a rollback does to it. */
  readonly onRollback: Text;
  /** How its lag or failure is seen. */
  readonly signal: Text;
  readonly source: Source;
}

export const defineDependency = (dependency: Dependency): Dependency => dependency;
