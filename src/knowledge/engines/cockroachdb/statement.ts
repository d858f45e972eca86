import type { Delta } from '#model/schema.ts';
import type { Effect, Language, Loss, Minutes, Performed, Repeat, Script, Statement, Undo } from '#model/statement.ts';
import type { Source } from '#model/source.ts';
import type { Text } from '#model/text.ts';
import { inManual } from './manual.ts';

/** What a statement does. What is left out: catalog only, may run in a transaction, nothing the laws know of. No statement locks a table. */
interface Acts {
  readonly blocks?: Effect['blocks'];
  readonly work?: Effect['work'];
  readonly transaction?: Effect['transaction'];
  /** The place in the manual: `alter-table#add-column`. */
  readonly page: string;
  /** Where the manual does not settle it. */
  readonly source?: Source;
  readonly language?: Language;
  readonly deltas?: readonly Delta[];
  readonly repeat?: Repeat;
  readonly remark?: string;
}

/** A statement with its effect. No claim was measured: no cluster was at hand. */
export const statement = (text: string, acts: Acts): Statement => ({
  text,
  language: acts.language ?? 'sql',
  effect: {
    locks: [],
    blocks: acts.blocks ?? 'nothing',
    work: acts.work ?? 'catalog',
    transaction: acts.transaction ?? 'any',
  },
  source: acts.source ?? inManual(acts.page),
  deltas: acts.deltas ?? [],
  ...(acts.repeat === undefined ? {} : { repeat: acts.repeat }),
  ...(acts.remark === undefined ? {} : { remark: acts.remark }),
});

/**
 * A statement that changes the schema: a job that reads and writes go on beside. Other schema changes of the table wait for it. It never stands in an explicit
 * transaction, because what such a transaction commits is not undone when the job fails afterwards (`XXA00`).
 */
export const job = (text: string, acts: Omit<Acts, 'transaction' | 'blocks'>): Statement =>
  statement(text, { ...acts, blocks: 'schema changes', transaction: 'outside' });

type Statements = readonly [Statement, ...Statement[]];

/** Schema changes, each on its own and for as long as its job takes. */
export const jobs = (...statements: Statements): Script => ({
  guard: 'unhurried',
  transaction: 'none',
  statements,
});

/** Again and again over the rows, one commit each. */
export const batches = (...statements: Statements): Script => ({ guard: 'batch', transaction: 'none', statements });

/** Without limits and without a transaction: what only reads, or runs somewhere else. */
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
