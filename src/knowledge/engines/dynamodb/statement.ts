import type { Delta, TableName } from '#model/schema.ts';
import type { Effect, Language, Loss, Minutes, Performed, Repeat, Script, Statement, Undo } from '#model/statement.ts';
import type { Source } from '#model/source.ts';
import { type Text, words } from '#model/text.ts';
import { inGuide } from './manual.ts';

interface Acts {
  readonly language?: Language;
  readonly work?: Effect['work'];
  readonly source?: Source;
  readonly deltas?: readonly Delta[];
  readonly repeat?: Repeat;
  readonly remark?: string;
}

/** A command with its effect. No lock is taken by any; a table that is being updated refuses only another update of itself. */
export const statement = (text: string, acts: Acts = {}): Statement => {
  const { language = 'shell', work = 'catalog', source = inGuide('WorkingWithTables.Basics'), deltas = [] } = acts;
  return {
    text,
    language,
    effect: {
      locks: [],
      blocks: work === 'catalog' || work === 'index build' ? 'schema changes' : 'nothing',
      work,
      transaction: 'outside',
    },
    source,
    deltas,
    ...(acts.repeat === undefined ? {} : { repeat: acts.repeat }),
    ...(acts.remark === undefined ? {} : { remark: acts.remark }),
  };
};

type Statements = readonly [Statement, ...Statement[]];

export const changing = (...statements: Statements): Script => ({
  guard: 'unhurried',
  transaction: 'none',
  statements,
});

export const paced = (...statements: Statements): Script => ({ guard: 'batch', transaction: 'none', statements });

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
  { loses = 'nothing', note, minutes = measure(words`the same on a copy of the table`) }: Way = {},
): Undo => ({ kind: 'statements', scripts, minutes, loses, ...(note === undefined ? {} : { note }) });

export const performed = (parts: Omit<Performed, 'kind'>): Performed => ({ kind: 'performed', ...parts });

export const paceOf = (table: TableName, size: number): Repeat => ({
  kind: 'key-range',
  table,
  key: 'the scan',
  size,
  pauseSeconds: 1,
  written: true,
});
