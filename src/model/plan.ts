import type { Asked, CopyGroup } from './operations.ts';
import type { Release, Running } from './release.ts';
import type { Delta, Schema } from './schema.ts';
import type { Source } from './source.ts';
import type { Snippet } from './stack.ts';
import type { Cannot, GuardKind, Loss, Minutes, OtherWay, Script, Statement, Undo } from './statement.ts';
import type { Text } from './text.ts';
import type { Engine, Guard, SignalFamily } from './engine.ts';

/** The order of all plans. Several changes are merged stage by stage. */
export const stages = [
  'prepare',
  'expand',
  'write-both',
  'backfill',
  'prove',
  'switch',
  'hold',
  'retire',
  'contract',
] as const;
export type Stage = (typeof stages)[number];

export type Nature = 'additive' | 'destructive' | 'rename' | 'transform';
export type RiskLevel = 'low' | 'medium' | 'high';

/** Who acts. People are filled in by the brief; what was not given stays a named blank. */
export const roles = [
  'executor',
  'reviewer',
  'rollback owner',
  'alternate',
  'communications lead',
  'scribe',
  'approver',
  'on-call',
  'dependent owners',
] as const;
export type Role = (typeof roles)[number];

/** What a step does. */
export type Action =
  | {
      readonly kind: 'statements';
      readonly scripts: readonly [Script, ...Script[]];
      /** What was asked for, where the scripts do that and nothing else. */
      readonly asked?: readonly Asked[];
    }
  | { readonly kind: 'deploy'; readonly release: string }
  /** Every process of the application ends; the next deploy starts it again. */
  | { readonly kind: 'stop' }
  | { readonly kind: 'flag'; readonly flag: string; readonly share: number }
  | { readonly kind: 'check'; readonly checks: readonly string[] }
  | { readonly kind: 'hold'; readonly until: Text }
  | { readonly kind: 'people' }
  /** The engine has no such operation: the reason and the way round stand in the runbook. */
  | { readonly kind: 'cannot'; readonly cannot: Cannot };

/** One step of the runbook. It owns its undo. */
export interface Step {
  /** `3.1` */
  readonly id: string;
  readonly does: Text;
  readonly action: Action;
  readonly actor: Role;
  readonly minutes: Minutes;
  readonly worked: Text;
  readonly undo: Undo;
}

/** A decision that is recorded: criteria, who decides, when. */
export interface Gate {
  readonly id: string;
  readonly title: Text;
  readonly criteria: readonly Text[];
  readonly decider: Role;
  readonly beforeStep: string;
  readonly pointOfNoReturn: boolean;
  /** The gate at which success is declared. */
  readonly success?: boolean;
}

/** The way back from one phase, computed and proved by the laws. */
export interface PhaseRollback {
  /** `R3` */
  readonly id: string;
  /** What to stop or cancel first. */
  readonly first: Text;
  /** Steps whose undo is run, last first. Empty: nothing to do but stop. */
  readonly undoes: readonly string[];
  /** What runs afterwards. */
  readonly brings: readonly Running[];
  readonly minutes: Minutes;
  readonly loses: Loss;
  readonly restoredWhen: Text;
  /** Undone only if the cause is the schema itself: steps that may stay as they are. */
  readonly leaves: readonly string[];
  /** The phase whose rollback comes next when this does not help. */
  readonly then?: string;
  /** A phase that only added what nobody names: it is undone when the change is called off, not before. */
  readonly rests?: string;
  /** Nothing of its own to stop or to undo: `then` is the way, taken at once. */
  readonly atOnce?: true;
  /** What must be true before its undo is run. */
  readonly only?: Text;
}

export interface Phase {
  readonly id: string;
  readonly stage: Stage;
  readonly title: Text;
  readonly why: Text;
  readonly when: Text;
  readonly steps: readonly [Step, ...Step[]];
  /** What can be live during the phase. */
  readonly running: readonly Running[];
  /** The schema at its end. */
  readonly schema: Schema;
  /** For each copied thing: who writes and reads which column in this phase. */
  readonly state: readonly ObjectState[];
  readonly gates: readonly Gate[];
  readonly rollback: PhaseRollback;
  readonly safeToPause: boolean;
}

/** One column (or table) in one phase, in words for the phase table. */
export interface ObjectState {
  readonly object: string;
  readonly exists: boolean;
  readonly writtenBy: readonly string[];
  readonly readBy: readonly string[];
  readonly filled: 'no' | 'filling' | 'yes' | 'kept equal' | 'frozen';
}

export interface ChecklistItem {
  readonly title: Text;
  /** What is written down or ticked; blanks say what and who. */
  readonly detail: Text;
  readonly critical: boolean;
}

/** One check of section 3. */
export interface Check {
  readonly id: string;
  readonly title: Text;
  readonly when: 'before' | 'during' | 'after';
  /** Step ids or words: `before 1.1, after 4.1`. */
  readonly at: Text;
  readonly how: Text;
  readonly statement?: Statement;
  readonly expected: Text;
  readonly tolerance: Text;
}

export type Basis = 'given' | 'assumed' | 'measured' | 'computed';

/** One trigger: the only place where its threshold stands. Monitoring quotes it by id. */
export interface Trigger {
  readonly id: string;
  readonly signal: Text;
  readonly where: Text;
  readonly threshold: Text;
  readonly basis: Basis;
  readonly duration: Text;
  readonly decideWithin: Text;
  /** pause, hold, abort, roll back: what is done; `by phase` points to the rollback table. */
  readonly action: Text;
  readonly kind: 'pause' | 'hold' | 'cancel' | 'roll back';
  readonly decider: Role;
  readonly activeIn: readonly string[];
}

/** One line of the monitoring plan. */
export interface Signal {
  readonly id: string;
  readonly title: Text;
  readonly family: 'errors' | 'latency' | 'locks' | 'replication lag' | 'data drift' | 'saturation' | 'dependents';
  readonly source: Text;
  readonly statement?: Statement;
  readonly baseline: Text;
  readonly warn: Text;
  /** The triggers whose thresholds are its limits; none: it informs a gate. */
  readonly triggers: readonly string[];
  readonly watches?: SignalFamily;
}

export type MessageKind = 'scheduled' | 'starting' | 'progress' | 'delayed' | 'rolled back' | 'completed';

/** One message, ready to send, for one audience. */
export interface Message {
  readonly id: string;
  readonly kind: MessageKind;
  readonly audience: 'engineers' | 'stakeholders' | 'both';
  readonly when: Text;
  readonly text: Text;
}

/** Something that was not given, or not confirmed. `changes`: what the answer would change in the runbook. */
export interface Question {
  readonly about: Text;
  readonly settle: Text;
  readonly who: Role;
}

/** Our own judgement of the risk, with its reasons. */
export interface Assessment {
  readonly level: RiskLevel;
  readonly reasons: readonly Text[];
  /** Where it differs from what was given. */
  readonly disagrees: boolean;
}

export interface Timing {
  readonly windowMinutes: Minutes;
  readonly totalMinutes: Minutes;
  readonly rollbackMinutes: Minutes;
  readonly verifyMinutes: Minutes;
  /** `04:20 UTC` or what must be known to compute it. */
  readonly latestRollbackStart: Text;
  readonly formula: Text;
  readonly fits: 'yes' | 'no' | 'unknown';
}

/** Places within a step of several statements at which it can stop for good, with what then stands and the way back from there. */
export interface Halfway {
  readonly step: string;
  /** How many statements had run: `1`, `2`, where the way back is the same. */
  readonly done: readonly number[];
  readonly of: number;
  /** After the last of them. */
  readonly there: Text;
  readonly back: Text;
}

export interface Alternative {
  readonly what: Text;
  readonly because: Text;
}

/** How a loop over rows is paced, with the formula printed. */
export interface Pace {
  readonly step: string;
  readonly title: Text;
  readonly batchSize: number;
  readonly minutes: Minutes;
  readonly pausesWhen: readonly Text[];
}

export interface Reversibility {
  readonly verdict: 'reversible' | 'reversible with loss' | 'irreversible';
  readonly because: Text;
  /** The first step that cannot be taken back. */
  readonly pointOfNoReturn?: string;
}

/** Name and value of the identity block. */
export interface HeaderRow {
  readonly label: string;
  readonly value: Text;
}

/** A step as a migration tool writes it, so that other databases get what production got. */
export interface RecordedMigration {
  /** `4.3`, or `4.3a` where the step is several files. */
  readonly step: string;
  readonly stack: string;
  readonly snippet: Snippet;
  /** Lines of the stack's declared schema that go with it. */
  readonly declares: readonly string[];
  readonly source: Source;
}

/** The product: a migration with its way back. */
export interface Plan {
  readonly title: Text;
  readonly summary: Text;
  readonly nature: readonly Nature[];
  readonly reversibility: Reversibility;
  readonly assessment: Assessment;
  readonly header: readonly HeaderRow[];
  readonly people: Readonly<Record<Role, Text>>;
  readonly strategy: {
    readonly name: Text;
    readonly why: Text;
    readonly rejected: readonly Alternative[];
    readonly otherWays: readonly OtherWay[];
  };
  readonly assumptions: readonly Text[];
  readonly questions: readonly Question[];
  readonly checklist: readonly ChecklistItem[];
  readonly environment: {
    readonly before: Schema;
    readonly setup: readonly Delta[];
    readonly copies: readonly CopyGroup[];
  };
  readonly releases: readonly Release[];
  readonly guards: Readonly<Record<GuardKind, Guard>>;
  /** What the application's stack needs said about running these steps. */
  readonly stackNotes: readonly Text[];
  /** What the migration tools hold afterwards, step by step. */
  readonly migrations: readonly RecordedMigration[];
  readonly running: ReturnType<Engine['running']>;
  readonly phases: readonly [Phase, ...Phase[]];
  readonly checks: readonly Check[];
  readonly paces: readonly Pace[];
  readonly triggers: readonly Trigger[];
  readonly signals: readonly Signal[];
  readonly watching: Text;
  readonly messages: readonly Message[];
  readonly cadence: Text;
  readonly timing: Timing;
  /** Empty where the engine undoes the schema changes of a file together. */
  readonly halfway: readonly Halfway[];
  readonly rollbackFails: readonly Text[];
  readonly afterNoReturn: Text;
  readonly rollbackWindow: Text;
  /** For how long the plan may stand still after a phase that is safe to stop after. */
  readonly restsFor: Text;
  readonly reviews: readonly Text[];
  readonly actions: readonly Text[];
  /** What the engine's facts say about this change, for the prompt. */
  readonly facts: readonly { readonly says: Text; readonly source: Source }[];
  /** Empty unless the plan breaks a law; then it is printed at the top. */
  readonly violations: readonly string[];
}
