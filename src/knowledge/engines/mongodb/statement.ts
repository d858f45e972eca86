import type { Delta, TableName } from '#model/schema.ts';
import type { Effect, Loss, Minutes, Performed, Repeat, Script, Statement, Undo } from '#model/statement.ts';
import type { Source } from '#model/source.ts';
import { type Text, words } from '#model/text.ts';
import { locking } from './manual.ts';

interface Acts {
  /** Collections that it locks with an exclusive lock (`W`) while it runs. */
  readonly locks?: readonly TableName[];
  readonly blocks?: Effect['blocks'];
  readonly work?: Effect['work'];
  readonly source?: Source;
  readonly deltas?: readonly Delta[];
  readonly repeat?: Repeat;
  readonly remark?: string;
}

/** A command of mongosh with its effect. What is left out: no lock, metadata only, nothing the laws know of. Data definition is refused in transactions. */
export const statement = (text: string, acts: Acts): Statement => {
  const { locks = [], work = 'catalog', source = locking, deltas = [] } = acts;
  return {
    text,
    language: 'javascript',
    effect: {
      locks: locks.map((table) => ({ table, mode: 'W' })),
      blocks: acts.blocks ?? (locks.length > 0 ? 'reads and writes' : 'nothing'),
      work,
      transaction: work === 'rows' || work === 'none' || work === 'scan' ? 'any' : 'outside',
    },
    source,
    deltas,
    ...(acts.repeat === undefined ? {} : { repeat: acts.repeat }),
    ...(acts.remark === undefined ? {} : { remark: acts.remark }),
  };
};

type Statements = readonly [Statement, ...Statement[]];

/** Commands that take an exclusive lock for a moment, each on its own. */
export const short = (...statements: Statements): Script => ({ guard: 'short-lock', transaction: 'none', statements });

/** For as long as it takes; blocks nobody meanwhile. */
export const unhurried = (...statements: Statements): Script => ({
  guard: 'unhurried',
  transaction: 'none',
  statements,
});

/** Again and again over the documents. */
export const batches = (...statements: Statements): Script => ({ guard: 'batch', transaction: 'none', statements });

/** What takes no lock and can be run at any time. */
export const plainly = (...statements: Statements): Script => ({ guard: 'none', transaction: 'none', statements });

export const measure = (what: Text): Minutes => ({ kind: 'measure', what });

interface Way {
  readonly minutes?: Minutes;
  readonly loses?: Loss;
  readonly note?: Text;
}

/** The way back by commands. What is left out: the dry run gives the minutes, and nothing is lost. */
export const back = (
  scripts: readonly [Script, ...Script[]],
  { loses = 'nothing', note, minutes }: Way = {},
): Undo => ({
  kind: 'statements',
  scripts,
  minutes: minutes ?? measure(words`the dry run on a copy gives the minutes`),
  loses,
  ...(note === undefined ? {} : { note }),
});

/** An operation that can be done. */
export const performed = (parts: Omit<Performed, 'kind'>): Performed => ({ kind: 'performed', ...parts });
