import type { Delta, TableName } from '#model/schema.ts';
import type { Source } from '#model/source.ts';
import type { Effect, Language, Loss, Minutes, Performed, Repeat, Script, Statement, Undo } from '#model/statement.ts';
import type { Text } from '#model/text.ts';
import { inManual } from './manual.ts';

/** Locks on a table by the names of the manual: the lock of a schema change, and the modes of a table lock. */
export type LockMode = 'exclusive DDL' | 'share DDL' | 'SHARE' | 'ROW EXCLUSIVE';

/** What each mode keeps others from. A query is held up by none: only one that must be parsed anew waits until a schema change is done. */
const blocked: Readonly<Record<LockMode, Effect['blocks']>> = {
  'exclusive DDL': 'writes',
  SHARE: 'writes',
  'share DDL': 'schema changes',
  'ROW EXCLUSIVE': 'nothing',
};

const bySeverity: readonly Effect['blocks'][] = ['writes', 'schema changes'];

/** What a statement does. What is left out: no lock, catalog only, nothing the laws know of. */
interface Acts {
  readonly locks?: Readonly<Record<TableName, LockMode>>;
  readonly blocks?: Effect['blocks'];
  readonly work?: Effect['work'];
  /** The place in the manual: `sqlrf/ALTER-TABLE.html`. */
  readonly page: string;
  /** Where the manual does not settle it. */
  readonly source?: Source;
  readonly language?: Language;
  readonly deltas?: readonly Delta[];
  readonly repeat?: Repeat;
  readonly remark?: string;
}

/** A statement with its effect. It commits what is open before it and itself, so no transaction refuses it. No claim was measured: no server was at hand. */
export function statement(text: string, acts: Acts): Statement {
  const { locks = {}, work = 'catalog', page, language = 'sql', deltas = [] } = acts;
  const held = Object.entries(locks).map(([table, mode]) => ({ table, mode }));
  const reach = held.map(({ mode }) => blocked[mode]);
  const blocks = acts.blocks ?? bySeverity.find((one) => reach.includes(one)) ?? 'nothing';
  return {
    text,
    language,
    effect: { locks: held, blocks, work, transaction: 'any' },
    source: acts.source ?? inManual(page),
    deltas,
    ...(acts.repeat === undefined ? {} : { repeat: acts.repeat }),
    ...(acts.remark === undefined ? {} : { remark: acts.remark }),
  };
}

type Statements = readonly [Statement, ...Statement[]];

/** Behind a short wait for the lock. Each statement commits by itself: what stands before one that fails stays done. */
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

/** A statement that holds writers up waits a short time for its lock; one that lets them go on takes the time it needs. */
export const guarded = (...statements: Statements): Script =>
  statements.some(({ effect }) => effect.blocks === 'writes') ? short(...statements) : unhurried(...statements);

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
