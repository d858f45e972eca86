import type { Change, StackTraits, TableScale } from './change.ts';
import type { NamedDependency } from './dependency.ts';
import type { Engine, Situation } from './engine.ts';
import type { Given } from './given.ts';
import type { Nature, RiskLevel, Role } from './plan.ts';
import type { Stack } from './stack.ts';
import type { Answers } from './answers.ts';

/** A moment in UTC, minute precise: `2026-12-08T02:00`. */
export type Moment = string;

export interface Window {
  readonly start: Moment;
  readonly end: Moment;
  readonly minutes: number;
}

/** Hours of every day in UTC, minutes from midnight; `to` below `from` crosses midnight. */
export interface Hours {
  readonly from: number;
  readonly to: number;
}

/** One change with its kind resolved. `kind` is not given when none was chosen. */
export interface PlannedChange {
  readonly change: Change;
  readonly fields: Readonly<Record<string, string>>;
  readonly nature: Nature;
}

/** A question that was not answered, with what the answer would change and who can say. */
export interface Unanswered {
  readonly page: string;
  readonly label: string;
  readonly gives: string;
  readonly who: string;
}

/** Input that cannot be as it was typed. The answer is kept; the plan says what to do. */
export interface Contradiction {
  readonly page: string;
  readonly field: string;
  readonly says: string;
}

/** Thresholds that the person gave. */
export interface GivenThresholds {
  readonly writeLatency: Given<{ readonly percent: number; readonly minutes: Given<number> }>;
  readonly parityPercent: Given<number>;
  readonly errorFactor: Given<number>;
  readonly lagSeconds: Given<number>;
  readonly other: string;
}

/** The answers resolved: objects instead of ids, numbers instead of digits. After it nobody looks anything up. */
export interface Brief {
  readonly answers: Answers;
  /** The day the document is made, `2026-11-23`; it comes from outside. */
  readonly date: string;
  readonly engine: Engine;
  /** False when no engine was chosen and the neutral one stands in. */
  readonly engineGiven: boolean;
  readonly situation: Situation;
  readonly topology: {
    readonly given: boolean;
    readonly replicas: Given<number>;
    readonly hasReplicas: boolean;
    readonly replicaUse: readonly string[];
    readonly multiRegion: boolean;
    readonly pooler: Given<{ readonly name: string; readonly mode: Given<string> }>;
    readonly changeCapture: Given<string>;
  };
  readonly stacks: readonly Stack[];
  readonly stackVersion: string;
  readonly traits: StackTraits;
  readonly runs: readonly string[];
  readonly deploy: Given<'rolling' | 'blue-green' | 'canary' | 'stopped'>;
  readonly migrationsAtStartup: Given<boolean>;
  readonly deployMinutes: Given<number>;
  readonly instances: Given<string>;
  readonly flags: Given<string>;
  readonly tables: readonly TableScale[];
  readonly databaseGigabytes: Given<number>;
  readonly peak: Given<Hours>;
  readonly freeDiskGigabytes: Given<number>;
  readonly longTransactions: Given<string>;
  readonly changes: readonly PlannedChange[];
  readonly risk: Given<RiskLevel>;
  readonly downtime: Given<'none' | 'window' | 'flexible'>;
  readonly window: Given<Window>;
  readonly bears: { readonly reads: Given<string>; readonly writes: Given<string> };
  readonly thresholds: GivenThresholds;
  readonly dependencies: readonly NamedDependency[];
  readonly people: Readonly<Record<Role, Given<string>>>;
  readonly channels: { readonly engineers: Given<string>; readonly stakeholders: Given<string> };
  readonly ticket: Given<string>;
  readonly baselines: Given<string>;
  readonly dashboards: Given<string>;
  readonly backup: Given<string>;
  readonly description: Given<string>;
  readonly notDoing: Given<string>;
  readonly unanswered: readonly Unanswered[];
  readonly contradictions: readonly Contradiction[];
}
