import type { Capabilities, Capability } from './capability.ts';
import { supports } from './capability.ts';
import type { Given } from './given.ts';
import { isGiven } from './given.ts';
import type {
  Asked,
  OperationArguments,
  OperationName,
  Operations,
  Queries,
  QueryArguments,
  QueryName,
} from './operations.ts';
import type { Source } from './source.ts';
import type { Terms } from './terms.ts';
import { sqlTerms } from './terms.ts';
import type { GuardKind, OtherWay, Outcome, Statement, TakenIn } from './statement.ts';
import type { Text } from './text.ts';

/** What an engine knows of the place it runs in when it answers. */
export interface Situation {
  /** `16` or `16.4`, as given. */
  readonly version: Given<string>;
  readonly hosting: Given<Hosting>;
  readonly replicas: Given<number>;
  /** A pooler that does not keep session settings for the next statement. */
  readonly transactionPooler: boolean;
  /** What stands beside the database was given, and no pooler is among it. */
  readonly withoutPooler?: boolean;
  readonly logicalReplication: boolean;
}

/** Where the database runs, and what that allows. Phrases without a full stop, because they stand inside sentences. */
export interface Hosting {
  readonly id: string;
  readonly name: string;
  /** Backup before the change, as a thing to do. */
  readonly backup: Text;
  /** Restoring to a point in time: what it makes, how it is asked for. */
  readonly pointInTime: Text;
  /** What to rehearse on, with production's size: `a clone of the cluster`. */
  readonly copy: Text;
  /** What is looked at here in place of the engine's own watches of the same family. */
  readonly watches?: readonly Watch[];
  /** Where free space is looked for, if nodes have no disk of their own for tables: `in the volume that all share`. */
  readonly storage?: Text;
  /** What readers are here, where they are not the engine's own replicas: in place of what its manual says of those. */
  readonly replicas?: Text;
  /** What any change must know here. */
  readonly notes: readonly Text[];
  /** What matters only to a plan that can lose something, or that has a pooler before it. */
  readonly notesWhen?: { readonly lossy?: Text; readonly pooled?: Text };
  readonly source: Source;
}

export interface Version {
  /** `16`; what the person chooses. */
  readonly id: string;
  readonly name: string;
  readonly supportEnds?: string;
  readonly ended?: boolean;
}

/** The families of signals that a plan watches. */
export type SignalFamily =
  | 'locks'
  | 'blockers'
  | 'old transactions'
  | 'deadlocks'
  | 'slow queries'
  | 'replication lag'
  | 'slot lag'
  | 'index build'
  | 'vacuum'
  | 'disk'
  | 'leftovers'
  | 'connections';

/** A query or a place that shows a signal, and what to read in it. `reads` is a phrase for a table cell, without a full stop. */
export interface Watch {
  readonly family: SignalFamily;
  readonly title: string;
  readonly statement?: Statement;
  /** Where to look when there is no query, or what to read in its answer. */
  readonly reads: Text;
  /** Shows also how far a proof is that reads every row. */
  readonly scans?: true;
  /** This engine has no such thing: no trigger is made of it, and `reads` says why. */
  readonly absent?: true;
}

/** How scripts are guarded on this engine. */
export interface Guard {
  /** Printed before each script as they are, each with its own end (`;` in SQL); empty when none is needed. */
  readonly lines: readonly string[];
  /** Where many scripts share it: a file with these lines, and the line that takes them in. */
  readonly shared?: TakenIn;
  /** What the error looks like, and how often to try again. */
  readonly onFailure: Text;
}

/** How the scripts are run by hand so that guards hold. */
export interface Running {
  /** `psql -X -v ON_ERROR_STOP=1 -f <file>`. */
  readonly command: string;
  readonly connection: Text;
  /** What stands around a script in one transaction, as statements without their end. Empty: the engine has none, or it is not confirmed. */
  readonly begin: string;
  readonly commit: string;
  /** What stands after each statement in a file, where that is not `;` alone: the line that sends it off. */
  readonly ending?: string;
  /** The client ends a statement at its first semicolon: what stands around one that holds others, so that it is sent whole. */
  readonly around?: { readonly before: string; readonly end: string; readonly after: string };
}

export interface Safety {
  /** Sets the point to restore to, or shows the moment to be noted; printed in the gate before something is lost. */
  readonly restorePoint?: Statement;
  /** How a statement of ours is ended, and what it leaves: after `cancel the statement:`. */
  readonly cancel: Text;
  readonly replicas: Text;
  readonly changeCapture: Text;
  /** What a trigger on a table does to those who write to it, where that must be looked at before. */
  readonly triggers?: Text;
  /** What a plan must know that moves or loses rows. */
  readonly notes: readonly Text[];
}

/** What a type change costs in place. */
export interface TypeChange {
  readonly work: 'catalog' | 'rewrite' | 'unconfirmed';
  readonly indexes: 'kept' | 'rebuilt';
  /** The new type holds every value of the old one. */
  readonly widens: boolean;
  /** The greatest number that the old type holds, where it is one of whole numbers that can fill up. */
  readonly greatest?: number;
  readonly source: Source;
}

/** What a default does when a column is added with it. */
export type DefaultKind = 'constant' | 'stable' | 'volatile' | 'unconfirmed';

/** What writes cost on the disk of each node, as shares of the table. Stands in until the dry run has measured it. */
export interface DiskGrowth {
  /** Of a table with its indexes, what is rows. */
  readonly heapShare: number;
  /** Log written for one update of every row, in heaps. */
  readonly updateLog: number;
  /** Log written when the table is written anew, in heaps. */
  readonly rewriteLog: number;
  readonly indexBytesPerRow: number;
  readonly source: Source;
}

/** A table that has a key at every moment gets another one. */
export interface KeyChange {
  readonly table: string;
  readonly columns: readonly string[];
  /** The columns of the key that it has today, for the way back. */
  readonly was?: readonly string[];
}

/** Why a name cannot be used, and what to do. */
export interface NameProblem {
  readonly message: string;
}

/** A column as the engine's catalog has it, enough to write a representative row. */
export interface CatalogColumn {
  readonly name: string;
  readonly type: string;
  readonly nullable: boolean;
  readonly hasDefault: boolean;
  readonly generated: boolean;
}

/** Everything that is known of one database engine. Total: every question has an answer. */
export interface Engine {
  readonly id: string;
  readonly name: string;
  readonly versions: readonly Version[];
  readonly hostings: readonly Hosting[];
  readonly can: Capabilities;
  /** Its own words, where they are not those of SQL. */
  readonly terms?: Partial<Terms>;
  /** What this edition or hosting can besides, or cannot. */
  readonly canHere?: (situation: Situation) => Partial<Capabilities>;
  /** The key by which batches walk, where every table has the same one. */
  readonly rowKey?: string;
  /** A prepared statement fails when the columns of its result have changed; left out where the server prepares it anew. */
  readonly refusesStalePrepared?: boolean;
  /** Where the key of a table changes in one step beside reads and writes. Left out: a key is made of an index that was built before. */
  readonly changeKey?: (args: KeyChange, situation: Situation) => Outcome;
  /** Many rows are changed in one statement, which is undone whole if it fails: batches would write the same blocks again and again. */
  readonly rowsAtOnce?: true;
  /** Left out: the dry run gives it. */
  readonly diskGrowth?: DiskGrowth;
  readonly operations: Operations<Situation>;
  readonly queries: Queries<Situation>;
  /** How two releases can say a column by two names without a second column, where the engine has such a thing. */
  readonly twoNames?: (args: OperationArguments['renameColumn'], situation: Situation) => OtherWay;
  readonly guard: (kind: GuardKind, situation: Situation) => Guard;
  readonly running: (situation: Situation) => Running;
  readonly watches: (situation: Situation, table: string) => readonly Watch[];
  readonly safety: (situation: Situation) => Safety;
  readonly typeChange: (from: string, to: string) => TypeChange;
  readonly defaultKind: (expression: string) => DefaultKind;
  readonly checkName: (name: string) => NameProblem | undefined;
  /** Facts of this engine that hold for any change, with sources. */
  readonly facts: (situation: Situation) => readonly { readonly says: Text; readonly source: Source }[];
}

/** An engine bound to one situation: changes ask it and get answers for this version and place. */
export type BoundEngine = {
  readonly [Name in OperationName]: (args: OperationArguments[Name]) => Outcome;
} & {
  readonly query: { readonly [Name in QueryName]: (args: QueryArguments[Name]) => Statement | undefined };
  readonly can: (capability: keyof Capabilities) => boolean;
  /** Questions that must be settled because a capability is unconfirmed. */
  readonly capability: (capability: keyof Capabilities) => Capability;
  readonly typeChange: Engine['typeChange'];
  readonly defaultKind: Engine['defaultKind'];
  readonly twoNames: (args: OperationArguments['renameColumn']) => OtherWay | undefined;
  readonly name: string;
  readonly terms: Terms;
  readonly rowKey?: string;
  readonly changeKey?: (args: KeyChange) => Outcome;
  readonly rowsAtOnce?: true;
};

/** Its words, with those of SQL where it has none of its own. */
export const termsOf = ({ terms }: Engine): Terms => ({ ...sqlTerms, ...terms });

/** Binds an engine to a situation, so that a change can write `engine.createIndex({ … })`. */
export function bindEngine(engine: Engine, situation: Situation): BoundEngine {
  const version = isGiven(situation.version) ? situation.version : undefined;
  const here = engine.canHere?.(situation) ?? {};
  const { changeKey } = engine;
  const capabilityOf = (capability: keyof Capabilities) => here[capability] ?? engine.can[capability];
  const bindAll = <Table extends Record<string, (args: never, situation: Situation) => unknown>>(table: Table) =>
    Object.fromEntries(Object.entries(table).map(([name, answer]) => [name, (args: never) => answer(args, situation)]));

  const answered = (operation: OperationName, args: never): Outcome => {
    const outcome = (engine.operations[operation] as (args: never, situation: Situation) => Outcome)(args, situation);
    return outcome.kind === 'performed' ? { ...outcome, asked: [{ operation, args } as Asked] } : outcome;
  };
  const operations = Object.fromEntries(
    (Object.keys(engine.operations) as OperationName[]).map((name) => [name, (args: never) => answered(name, args)]),
  );

  return {
    ...operations,
    query: bindAll(engine.queries),
    can: (capability) => supports(capabilityOf(capability), version),
    capability: capabilityOf,
    typeChange: engine.typeChange,
    defaultKind: engine.defaultKind,
    twoNames: (args) => engine.twoNames?.(args, situation),
    name: engine.name,
    terms: termsOf(engine),
    ...(engine.rowKey === undefined ? {} : { rowKey: engine.rowKey }),
    ...(changeKey === undefined ? {} : { changeKey: (args: KeyChange) => changeKey(args, situation) }),
    ...(engine.rowsAtOnce === undefined ? {} : { rowsAtOnce: engine.rowsAtOnce }),
  } as BoundEngine;
}

/** A child engine states only what differs from its parent. Merges one level deep. */
export function engineLike(
  parent: Engine,
  child: Partial<Omit<Engine, 'can' | 'operations' | 'queries'>> & {
    readonly id: string;
    readonly name: string;
    readonly can?: Partial<Capabilities>;
    readonly operations?: Partial<Operations<Situation>>;
    readonly queries?: Partial<Queries<Situation>>;
  },
): Engine {
  return {
    ...parent,
    ...child,
    can: { ...parent.can, ...child.can },
    operations: { ...parent.operations, ...child.operations },
    queries: { ...parent.queries, ...child.queries },
  };
}
