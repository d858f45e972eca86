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

/**
 * Moments to which dependents are tied; a plan may lack any. arrival: a column, a table or a name that was not there. lock: each schema step. deploy: each
 * release. rows: they are filled, copied or deleted. switch: the application reads elsewhere. retirement: a release no longer names what dependents may read;
 * clients see that. departure: it goes, is renamed, or stops being right; who reads the database sees that.
 */
export const moments = ['arrival', 'lock', 'deploy', 'rows', 'switch', 'retirement', 'departure'] as const;
export type Moment = (typeof moments)[number];

/** What is done about a dependent, and its place in the order. A phrase, without a full stop. */
export interface Duty {
  readonly when: 'before' | 'in' | 'after';
  readonly moment: Moment;
  readonly does: Text;
  /** It stands still meanwhile: off before, on again after. */
  readonly pauses?: true;
}

/** A kind of dependency: what it must be ready for, when it moves, what to pause, what breaks on the way back. */
export interface Dependency {
  readonly id: string;
  readonly title: string;
  readonly hint: string;
  /** It must be changed as the data is. */
  readonly moves: boolean;
  readonly duties: readonly [Duty, ...Duty[]];
  /** What a rollback does to it. A phrase, without a full stop. */
  readonly onRollback: Text;
  /** How its lag or failure is seen. */
  readonly signal: Text;
  readonly source: Source;
}

export const defineDependency = (dependency: Dependency): Dependency => dependency;

export const before = (moment: Moment, does: Text): Duty => ({ when: 'before', moment, does });
export const during = (moment: Moment, does: Text): Duty => ({ when: 'in', moment, does });
export const after = (moment: Moment, does: Text): Duty => ({ when: 'after', moment, does });

/** It is switched off before the moment and on again after it. */
export const paused = (moment: Moment, does: Text): Duty => ({ when: 'in', moment, does, pauses: true });
