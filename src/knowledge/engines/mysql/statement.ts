import type { Delta, TableName } from '#model/schema.ts';
import type {
  Effect,
  Language,
  Loss,
  Minutes,
  Performed,
  Repeat,
  Script,
  Statement,
  TakenIn,
  Undo,
} from '#model/statement.ts';
import type { Source } from '#model/source.ts';
import type { Text } from '#model/text.ts';

/** Modes of a metadata lock, as `performance_schema.metadata_locks` names them; `InnoDB X` is a table lock of the storage engine, which plain reads pass. */
export type LockMode =
  'SHARED_READ' | 'SHARED_WRITE' | 'SHARED_UPGRADABLE' | 'SHARED_NO_WRITE' | 'InnoDB X' | 'EXCLUSIVE';

/** What each mode keeps others from for as long as it is held. */
const blocked: Readonly<Record<LockMode, Effect['blocks']>> = {
  SHARED_READ: 'nothing',
  SHARED_WRITE: 'nothing',
  SHARED_UPGRADABLE: 'schema changes',
  SHARED_NO_WRITE: 'writes',
  'InnoDB X': 'writes',
  EXCLUSIVE: 'reads and writes',
};

const bySeverity: readonly Effect['blocks'][] = ['reads and writes', 'writes', 'schema changes'];

/** What a statement does, told by whoever writes it. What is left out: no lock, catalog only, nothing the laws know of. */
export interface Acts {
  readonly locks?: Readonly<Record<TableName, LockMode>>;
  readonly work?: Effect['work'];
  readonly source: Source;
  readonly language?: Language;
  readonly deltas?: readonly Delta[];
  readonly repeat?: Repeat;
  readonly remark?: string;
  /** Where it is printed once and taken in, if several scripts run it. */
  readonly shared?: TakenIn;
}

/** A statement with its effect. What it blocks follows from the locks. It commits whatever is open before it, so no transaction refuses it. */
export function statement(text: string, acts: Acts): Statement {
  const { locks = {}, work = 'catalog', language = 'sql', deltas = [] } = acts;
  const held = Object.entries(locks).map(([table, mode]) => ({ table, mode }));
  const reach = held.map(({ mode }) => blocked[mode]);
  const blocks =
    work === 'unconfirmed' && held.length === 0
      ? 'unconfirmed'
      : (bySeverity.find((one) => reach.includes(one)) ?? 'nothing');
  return {
    text,
    language,
    effect: { locks: held, blocks, work, transaction: 'any' },
    source: acts.source,
    deltas,
    ...(acts.repeat === undefined ? {} : { repeat: acts.repeat }),
    ...(acts.remark === undefined ? {} : { remark: acts.remark }),
    ...(acts.shared === undefined ? {} : { shared: acts.shared }),
  };
}

type Statements = readonly [Statement, ...Statement[]];

/** Behind a short wait for the metadata lock. Each statement commits by itself: what stands before one that fails stays done. */
export const short = (...statements: Statements): Script => ({ guard: 'short-lock', transaction: 'none', statements });

/** For as long as it takes, beside reads and writes. */
export const unhurried = (...statements: Statements): Script => ({
  guard: 'unhurried',
  transaction: 'none',
  statements,
});

/** Again and again over the rows, one commit each. */
export const batches = (...statements: Statements): Script => ({ guard: 'batch', transaction: 'none', statements });

/** Without limits: what takes no lock, or runs somewhere else. */
export const plainly = (...statements: Statements): Script => ({ guard: 'none', transaction: 'none', statements });

/** A statement that keeps others out waits a short time for its lock; one that lets them go on takes the time it needs. */
export const guarded = (...statements: Statements): Script =>
  statements.some(({ effect }) => effect.blocks === 'reads and writes' || effect.blocks === 'writes')
    ? short(...statements)
    : unhurried(...statements);

const aMinute: Minutes = { kind: 'assumed', minutes: 1 };
export const measure = (what: Text): Minutes => ({ kind: 'measure', what });

/** The way back by statements. What is left out: a minute, and nothing is lost. */
export const back = (
  scripts: readonly [Script, ...Script[]],
  {
    minutes = aMinute,
    loses = 'nothing',
    note,
  }: { readonly minutes?: Minutes; readonly loses?: Loss; readonly note?: Text } = {},
): Undo => ({ kind: 'statements', scripts, minutes, loses, ...(note === undefined ? {} : { note }) });

/** An operation that can be done. */
export const performed = (parts: Omit<Performed, 'kind'>): Performed => ({ kind: 'performed', ...parts });
