import type { Source } from './source.ts';

/** The four answers to "can it?". `unconfirmed` plans as `never` and prints its question. */
export type Capability =
  | { readonly kind: 'always'; readonly source: Source }
  | { readonly kind: 'since'; readonly version: string; readonly source: Source }
  | { readonly kind: 'never'; readonly source: Source }
  | { readonly kind: 'unconfirmed'; readonly question: string };

/** What plans depend on. Each engine answers each one. */
export interface Capabilities {
  /** DDL inside a transaction is undone by a rollback. */
  readonly transactionalDdl: Capability;
  /** Builds an index while writes go on. */
  readonly onlineIndexBuild: Capability;
  /** Adds a constraint that counts for new rows only, and proves it later; what the proof holds up its statement says. */
  readonly unprovedConstraint: Capability;
  /** Sets NOT NULL without a scan when a proved check says the same. */
  readonly notNullFromProof: Capability;
  /** Adds a column with a constant default without a rewrite. */
  readonly instantConstantDefault: Capability;
  /** Runs a trigger on every write of a row, for every writer: it can keep a second table equal. */
  readonly triggers: Capability;
  /** A trigger can keep two columns of one table equal. Where it sets them only after NOT NULL was looked at, the sync says `late`. */
  readonly columnSync: Capability;
  /** Drops a column without a rewrite. */
  readonly instantColumnDrop: Capability;
  /** Has enumerated types with values that can be added in place. */
  readonly enumTypes: Capability;
  /** Has updatable views that can stand in for a renamed table. */
  readonly compatibilityViews: Capability;
  /** Attaches an existing table as a partition without a copy. */
  readonly attachPartition: Capability;
  /** Adds a generated column that is computed when read, without a rewrite. */
  readonly virtualGeneratedColumn: Capability;
  /** Reads rows as they were at an earlier time. */
  readonly timeTravel: Capability;
}

const parts = (version: string): readonly number[] => version.split('.').map((part) => Number.parseInt(part, 10) || 0);

/** Compares dotted versions by number: 9.6 < 10 < 10.11. */
export function compareVersions(left: string, right: string): number {
  const [a, b] = [parts(left), parts(right)];
  const difference = Array.from(
    { length: Math.max(a.length, b.length) },
    (_, index) => (a[index] ?? 0) - (b[index] ?? 0),
  );
  return difference.find((step) => step !== 0) ?? 0;
}

/** Whether it can be relied on. An unknown version has only what every version has. */
export function supports(capability: Capability, version: string | undefined): boolean {
  switch (capability.kind) {
    case 'always':
      return true;
    case 'since':
      return version !== undefined && compareVersions(version, capability.version) >= 0;
    case 'never':
    case 'unconfirmed':
      return false;
  }
}

export const always = (source: Source): Capability => ({ kind: 'always', source });
export const since = (version: string, source: Source): Capability => ({ kind: 'since', version, source });
export const never = (source: Source): Capability => ({ kind: 'never', source });
export const unsure = (question: string): Capability => ({ kind: 'unconfirmed', question });
