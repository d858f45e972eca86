import type { Source } from '#model/source.ts';
import type { Delta, TableName } from '#model/schema.ts';
import type { Effect, Language, Loss, Minutes, Performed, Repeat, Script, Statement, Undo } from '#model/statement.ts';
import type { Text } from '#model/text.ts';
import { inManual } from './manual.ts';

/** Locks on a table, by the names of `sys.dm_tran_locks`. */
export type LockMode = 'Sch-S' | 'Sch-M' | 'IS' | 'S' | 'IX' | 'X';

/** What each mode keeps others from: https://learn.microsoft.com/en-us/sql/relational-databases/sql-server-transaction-locking-and-row-versioning-guide */
const blocked: Readonly<Record<LockMode, Effect['blocks']>> = {
  'Sch-S': 'schema changes',
  IS: 'schema changes',
  IX: 'nothing',
  S: 'writes',
  X: 'reads and writes',
  'Sch-M': 'reads and writes',
};

const bySeverity: readonly Effect['blocks'][] = ['reads and writes', 'writes', 'schema changes'];

/** What a statement does. What is left out: no lock, catalog only, may run in a transaction, nothing the laws know of. */
interface Acts {
  readonly locks?: Readonly<Record<TableName, LockMode>>;
  readonly blocks?: Effect['blocks'];
  readonly work?: Effect['work'];
  readonly transaction?: Effect['transaction'];
  /** The place in the manual: `t-sql/statements/alter-table-transact-sql`. */
  readonly page: string;
  /** Where the manual does not settle it. */
  readonly source?: Source;
  readonly language?: Language;
  readonly deltas?: readonly Delta[];
  readonly repeat?: Repeat;
  readonly remark?: string;
}

/** A statement with its effect. What it blocks follows from the locks. No claim was measured: no server was at hand. */
export function statement(text: string, acts: Acts): Statement {
  const { locks = {}, work = 'catalog', transaction = 'any', page, language = 'sql', deltas = [] } = acts;
  const held = Object.entries(locks).map(([table, mode]) => ({ table, mode }));
  const reach = held.map(({ mode }) => blocked[mode]);
  const blocks = acts.blocks ?? bySeverity.find((one) => reach.includes(one)) ?? 'nothing';
  return {
    text,
    language,
    effect: { locks: held, blocks, work, transaction },
    source: acts.source ?? inManual(page),
    deltas,
    ...(acts.repeat === undefined ? {} : { repeat: acts.repeat }),
    ...(acts.remark === undefined ? {} : { remark: acts.remark }),
  };
}

type Statements = readonly [Statement, ...Statement[]];

/** One transaction behind the short wait for locks. No statement has a limit of its own: the work behind the lock takes as long as it takes. */
export const short = (...statements: Statements): Script => ({ guard: 'short-lock', transaction: 'one', statements });

/** Each on its own and for as long as it takes; waits in the background. */
export const unhurried = (...statements: Statements): Script => ({
  guard: 'unhurried',
  transaction: 'none',
  statements,
});

/** Again and again over the rows, one commit each. */
export const batches = (...statements: Statements): Script => ({ guard: 'batch', transaction: 'none', statements });

/** Without limits and without a transaction: what takes no lock, or runs somewhere else. */
export const plainly = (...statements: Statements): Script => ({ guard: 'none', transaction: 'none', statements });

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
