import type { OperationName } from '#model/operations.ts';

/** How a case stood. `documented`: a manual says so, and no server of that version was asked. */
export type Verdict = 'held' | 'mismatch' | 'documented' | 'cannot';

/** One operation with one set of arguments on one version. */
export interface OperationHeld {
  readonly operation: OperationName;
  /** What its arguments are about: `with a reference`. */
  readonly about: string;
  readonly verdict: Verdict;
  /** What the operation says of itself, in few words. */
  readonly claim: string;
  /** Claim against observation, where they differ. */
  readonly problems: readonly string[];
}

/** Anything else that was held to its claim: a query, a type change, a kind of change there and back. */
export interface FurtherHeld {
  readonly name: string;
  readonly passed: boolean;
  readonly detail: string;
}

/** Who answered for a version; or why nobody did, in one clear line. */
export type Answered =
  { readonly kind: 'ran'; readonly release: string } | { readonly kind: 'absent'; readonly because: string };

/** What came of one version of an engine. */
export interface VersionHeld {
  /** `MySQL`. */
  readonly engine: string;
  /** As the person chooses it: `8.4`. */
  readonly version: string;
  readonly server: Answered;
  readonly operations: readonly OperationHeld[];
  readonly further: readonly FurtherHeld[];
  /** Statements that a grammar of the language reads, where no server was asked. */
  readonly parsed?: { readonly read: number; readonly of: number; readonly by: string };
}

/** What is wanted of a run. */
export interface Wish {
  /** Every version that can be had, not only those that stand for the others. */
  readonly all: boolean;
  /** Only these versions, as the person chooses them. */
  readonly only?: readonly string[];
  /** Narrows to operations whose name contains it, and leaves everything else out. */
  readonly operation?: string;
  /** Only this kind of change, there and back. */
  readonly change?: string;
  /** Leaves out everything but the operations. */
  readonly operationsOnly: boolean;
  readonly say: (line: string) => void;
}

/** Holds an engine to its claims, version by version, on what can be had on this machine. Never throws for want of a server. */
export interface EngineRunner {
  readonly engine: string;
  readonly hold: (wish: Wish) => Promise<readonly VersionHeld[]>;
}
