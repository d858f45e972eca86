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
import { inManual, verified } from './manual.ts';
import type { LockMode } from './observe/index.ts';

/** What each mode keeps others from. https://www.postgresql.org/docs/current/explicit-locking.html#TABLE-LOCK-COMPATIBILITY */
const blocked: Readonly<Record<LockMode, Effect['blocks']>> = {
  'ACCESS SHARE': 'nothing',
  'ROW SHARE': 'nothing',
  'ROW EXCLUSIVE': 'nothing',
  'SHARE UPDATE EXCLUSIVE': 'schema changes',
  SHARE: 'writes',
  'SHARE ROW EXCLUSIVE': 'writes',
  EXCLUSIVE: 'writes',
  'ACCESS EXCLUSIVE': 'reads and writes',
};

const bySeverity: readonly Effect['blocks'][] = ['reads and writes', 'writes', 'schema changes'];

/** What a statement does, told by whoever writes it. What is left out: no lock, catalog only, may run in a transaction, nothing the laws know of. */
interface Acts {
  readonly locks?: Readonly<Record<TableName, LockMode>>;
  /** Where the mode says more than happens: the lock is taken when nobody is left who could wait for it. */
  readonly blocks?: Effect['blocks'];
  readonly work?: Effect['work'];
  readonly transaction?: Effect['transaction'];
  /** The place in the manual that says the same; what is run here is also measured: `sql-altertable#SQL-ALTERTABLE-NOTES`. */
  readonly page: string;
  /** Left out: 12 to 18. */
  readonly versions?: string;
  readonly source?: Source;
  readonly language?: Language;
  readonly deltas?: readonly Delta[];
  readonly repeat?: Repeat;
  readonly remark?: string;
  readonly shared?: TakenIn;
}

/** A statement with its effect. What it blocks follows from the locks. */
export function statement(text: string, acts: Acts): Statement {
  const { locks = {}, work = 'catalog', transaction = 'any', page, language = 'sql', deltas = [] } = acts;
  const held = Object.entries(locks).map(([table, mode]) => ({ table, mode }));
  const reach = held.map(({ mode }) => blocked[mode]);
  const blocks =
    acts.blocks ??
    (work === 'unconfirmed' && held.length === 0
      ? 'unconfirmed'
      : (bySeverity.find((one) => reach.includes(one)) ?? 'nothing'));
  return {
    text,
    language,
    effect: { locks: held, blocks, work, transaction },
    source: acts.source ?? (language === 'sql' ? verified(page, acts.versions) : inManual(page)),
    deltas,
    ...(acts.repeat === undefined ? {} : { repeat: acts.repeat }),
    ...(acts.remark === undefined ? {} : { remark: acts.remark }),
    ...(acts.shared === undefined ? {} : { shared: acts.shared }),
  };
}

type Statements = readonly [Statement, ...Statement[]];

/** One transaction behind the short wait for locks. */
export const short = (...statements: Statements): Script => ({ guard: 'short-lock', transaction: 'one', statements });

/** Each on its own and for as long as it takes; blocks nobody. */
export const unhurried = (...statements: Statements): Script => ({
  guard: 'unhurried',
  transaction: 'none',
  statements,
});

/** Again and again over the rows, one commit each. */
export const batches = (...statements: Statements): Script => ({ guard: 'batch', transaction: 'none', statements });

/** Without limits and without a transaction: what takes no lock, or runs somewhere else. */
export const plainly = (...statements: Statements): Script => ({ guard: 'none', transaction: 'none', statements });

/** The wait for the lock stays short; the work behind it takes as long as it takes. */
const noTimeLimit: Statement = statement('SET statement_timeout = 0', {
  page: 'runtime-config-client#GUC-STATEMENT-TIMEOUT',
  work: 'none',
  remark: 'everybody who uses the table waits until it is done: the wait for the lock stays limited, the work does not',
});

/** As `short`, for what touches every row under the lock. */
export const long = (...statements: Statements): Script => ({
  guard: 'short-lock',
  transaction: 'none',
  statements: [noTimeLimit, ...statements],
});

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
