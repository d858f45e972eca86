import type { Delta, TableName } from '#model/schema.ts';
import type { Effect, Language, Loss, Minutes, Performed, Repeat, Script, Statement, Undo } from '#model/statement.ts';
import type { Source } from '#model/source.ts';
import type { Text } from '#model/text.ts';
import { inManual, verified } from './manual.ts';

/** The one lock there is for a writer: on the whole file, whatever table is meant. */
const writer = 'write lock of the file';

/** What a statement does, told by whoever writes it. What is left out: reads and writes no row, may run in a transaction, nothing the laws know of. */
interface Acts {
  /** Tables it is about while it holds the write lock. */
  readonly writes?: readonly TableName[];
  /** Where the lock is given back after each batch, nobody is blocked for longer than that. */
  readonly blocks?: Effect['blocks'];
  readonly work?: Effect['work'];
  readonly transaction?: Effect['transaction'];
  /** The page of the manual that says the same: `lang_altertable#altertabaddcol`. */
  readonly page: string;
  /** Measured versions, where they are not all of them. */
  readonly versions?: string;
  readonly source?: Source;
  readonly language?: Language;
  readonly deltas?: readonly Delta[];
  readonly repeat?: Repeat;
  readonly remark?: string;
}

/** A statement with its effect. */
export function statement(text: string, acts: Acts): Statement {
  const { writes = [], work = 'catalog', transaction = 'any', page, language = 'sql', deltas = [] } = acts;
  return {
    text,
    language,
    effect: {
      locks: [...new Set(writes)].map((table) => ({ table, mode: writer })),
      blocks: acts.blocks ?? (writes.length > 0 ? 'writes' : 'nothing'),
      work,
      transaction,
    },
    source: acts.source ?? (language === 'sql' ? verified(page, acts.versions) : inManual(page)),
    deltas,
    ...(acts.repeat === undefined ? {} : { repeat: acts.repeat }),
    ...(acts.remark === undefined ? {} : { remark: acts.remark }),
  };
}

export type Statements = readonly [Statement, ...Statement[]];

/** One transaction, begun with the write lock; who finds it taken waits a few seconds and gives up. */
export const short = (...statements: Statements): Script => ({ guard: 'short-lock', transaction: 'one', statements });

/** Again and again over the rows, one commit each. */
export const batches = (...statements: Statements): Script => ({ guard: 'batch', transaction: 'none', statements });

/** Without a transaction: what only reads, or is no SQL. */
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
