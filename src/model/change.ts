import type { BoundEngine } from './engine.ts';
import type { Field } from './fields.ts';
import type { Given } from './given.ts';
import type { CopyGroup } from './operations.ts';
import type { Action, Alternative, Check, ChecklistItem, Nature, Question, RiskLevel, Role, Stage } from './plan.ts';
import type { Needs, Probe } from './release.ts';
import type { ColumnName, Delta, TableName } from './schema.ts';
import type { Minutes, OtherWay, Outcome, Undo } from './statement.ts';
import type { Text } from './text.ts';

/** How heavy one table is. */
export interface TableScale {
  readonly name: TableName;
  readonly rows: Given<number>;
  /** GiB with indexes. */
  readonly gigabytes: Given<number>;
  readonly writesPerSecond: Given<number>;
  readonly readsPerSecond: Given<number>;
  /** The key that batches walk; assumed `id` when not given, and said so. */
  readonly key: Given<string>;
}

/** What the application's stack means for schema changes. */
export interface StackTraits {
  readonly names: readonly string[];
  /** A process remembers a table's columns from its start on. */
  readonly remembersColumns: boolean;
  /** How to make a release ignore a column, as code of the stack. */
  readonly ignoreColumn: Given<(table: TableName, column: string) => string>;
  /** How to make a release bear a wider type of a column than it remembers, as code of the stack. */
  readonly declareType?: (column: string, type: string) => string | undefined;
  /** Two versions run side by side during a deploy. `not given` plans as if they do. */
  readonly overlap: Given<boolean>;
  readonly hasFlags: Given<boolean>;
}

/** Everything a change may ask when it makes its part of the plan. */
export interface ChangeContext {
  readonly engine: BoundEngine;
  /** The fields as typed, trimmed; blank when not answered. */
  readonly fields: Readonly<Record<string, string>>;
  /** A field that was answered, or a visible placeholder such as `<table>`. */
  readonly name: (field: string) => string;
  /** Several names from one field. */
  readonly names: (field: string) => readonly string[];
  readonly answered: (field: string) => boolean;
  readonly scale: (table: TableName) => TableScale;
  readonly stack: StackTraits;
  /** Writes to the table may stop for the length of a plain statement: small table, or a window that covers it. */
  readonly mayBlock: (table: TableName) => boolean;
  readonly downtime: Given<'none' | 'window' | 'flexible'>;
  readonly risk: Given<RiskLevel>;
}

/** A step before the planner has numbered it. `check` names checks of the same part by their title key. */
export interface StepDraft {
  readonly does: Text;
  readonly action: Action;
  readonly actor: Role;
  readonly minutes: Minutes;
  readonly worked: Text;
  readonly undo: Undo;
  /** The check of this part that shows it; the planner puts its id in. */
  readonly proves?: string;
  /** A look that goes through every row of this table: it takes as long as a scan at least. */
  readonly scans?: TableName;
}

/** A step that brings out the release of this stage. The planner makes one deploy of all changes' parts. */
export interface DeployDraft {
  readonly deploy: true;
  readonly does: Text;
}

/** A step that moves reads by a flag. */
export interface FlagDraft {
  readonly flag: string;
  readonly shares: readonly [number, ...number[]];
  readonly does: Text;
}

export interface PhaseDraft {
  readonly stage: Stage;
  readonly title: Text;
  readonly why: Text;
  readonly steps: readonly (StepDraft | DeployDraft | FlagDraft)[];
  /** Criteria for the gate that stands before this phase's first step. */
  readonly gate?: { readonly title: Text; readonly criteria: readonly Text[] };
  /** Days that must have passed in the phase before. */
  readonly notBeforeDays?: number;
}

export type CheckDraft = Omit<Check, 'id' | 'at'> & {
  /** Named by steps of the same part. */
  readonly key: string;
  /** Stages in which it is run. */
  readonly stages: readonly Stage[];
};

/** What one change brings to the plan. */
export interface Part {
  readonly summary: Text;
  readonly strategy: {
    readonly name: Text;
    readonly why: Text;
    readonly rejected: readonly [Alternative, ...Alternative[]];
    readonly otherWay?: OtherWay;
  };
  /** What stands before the change, as the laws see it. */
  readonly before: readonly Delta[];
  readonly copies: readonly CopyGroup[];
  /** Needs of the release that runs today, and of the one deployed at a stage. */
  readonly application: { readonly today: Needs } & { readonly [S in Stage]?: Needs };
  /** Representative reads and writes, where the needs do not already say them. */
  readonly probes?: { readonly today?: readonly Probe[] } & { readonly [S in Stage]?: readonly Probe[] };
  readonly phases: readonly [PhaseDraft, ...PhaseDraft[]];
  readonly checks: readonly CheckDraft[];
  readonly checklist: readonly ChecklistItem[];
  readonly questions: readonly Question[];
  /** Columns and tables that dependents read and that change or go. */
  readonly touches: readonly (TableName | ColumnName)[];
  /** Nobody outside sees the change until then; told in the messages. */
  readonly readersMove?: { readonly from: ColumnName; readonly to: ColumnName };
  /** What every reader, also outside the application, must bear from the phase of this stage on; told in the messages. */
  readonly readersBear?: { readonly what: Text; readonly from: Stage };
  /** Why the plan cannot rest for as long as one likes. */
  readonly restsWhile?: Text;
  /** Stack code that each release needs, said in the runbook. */
  readonly releaseNotes?: { readonly today?: readonly Text[] } & { readonly [S in Stage]?: readonly Text[] };
}

/** A kind of change: its questions and its part of a plan, written in operations. */
export interface Change {
  readonly id: string;
  readonly title: string;
  /** For the list: `Columns`, `Indexes`, `Constraints`, `Tables`, `Rows`, `Types and code`, `Server`, `Other`. */
  readonly group: string;
  readonly hint: string;
  readonly nature: Nature;
  /** Where the nature depends on the fields. */
  readonly natureOf?: (fields: Readonly<Record<string, string>>) => Nature;
  readonly fields: Readonly<Record<string, Field>>;
  readonly part: (context: ChangeContext) => Part;
}

/** A kind of change. The id is the file's name. */
export const defineChange = (change: Change): Change => change;

const assumedMinute: Minutes = { kind: 'assumed', minutes: 1 };

/** Makes a step of what an engine answered. An engine that cannot gives a step that says so, and the way round. */
export function step(
  outcome: Outcome,
  rest: Partial<Pick<StepDraft, 'does' | 'actor' | 'minutes' | 'worked' | 'proves' | 'undo'>> = {},
): StepDraft {
  if (outcome.kind === 'cannot') {
    return {
      does: rest.does ?? outcome.instead,
      action: { kind: 'cannot', cannot: outcome },
      actor: rest.actor ?? 'executor',
      minutes: rest.minutes ?? { kind: 'measure', what: outcome.instead },
      worked: rest.worked ?? outcome.instead,
      undo: rest.undo ?? { kind: 'unneeded', because: outcome.because },
      ...(rest.proves === undefined ? {} : { proves: rest.proves }),
    };
  }
  return {
    does: outcome.does,
    action: {
      kind: 'statements',
      scripts: outcome.scripts,
      ...(outcome.asked === undefined ? {} : { asked: outcome.asked }),
    },
    actor: 'executor',
    minutes: assumedMinute,
    worked: outcome.worked,
    undo: outcome.undo,
    ...rest,
  };
}

/** A step in which people look and record; nothing changes. */
export const checkStep = (
  does: Text,
  worked: Text,
  rest: Partial<Pick<StepDraft, 'actor' | 'minutes' | 'proves' | 'scans'>> = {},
): StepDraft => ({
  does,
  action: { kind: 'check', checks: [] },
  actor: 'reviewer',
  minutes: { kind: 'assumed', minutes: 10 },
  worked,
  undo: { kind: 'unneeded', because: ['it only reads'] },
  ...rest,
});

/** Brings out the release of the stage. */
export const deploy = (does: Text): DeployDraft => ({ deploy: true, does });

/** A wait with a reason, in which nothing changes. */
export const hold = (does: Text, until: Text, minutes: Minutes): StepDraft => ({
  does,
  action: { kind: 'hold', until },
  actor: 'on-call',
  minutes,
  worked: until,
  undo: { kind: 'unneeded', because: ['nothing changes'] },
});

/** Ends every process of the application, where downtime is accepted. The next `deploy` starts it; the way back starts what ran before. */
export const stopAll = (does: Text): StepDraft => ({
  does,
  action: { kind: 'stop' },
  actor: 'executor',
  minutes: { kind: 'assumed', minutes: 5 },
  worked: ['no process of the application is connected'],
  undo: { kind: 'deploy', minutes: { kind: 'assumed', minutes: 5 }, loses: 'nothing' },
});
