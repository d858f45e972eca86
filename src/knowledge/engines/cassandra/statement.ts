import type { Delta, TableName } from '#model/schema.ts';
import type { Effect, Language, Loss, Minutes, Performed, Repeat, Script, Statement, Undo } from '#model/statement.ts';
import type { Source } from '#model/source.ts';
import { type Text, words } from '#model/text.ts';
import { ddl } from './manual.ts';

interface Acts {
  readonly language?: Language;
  readonly work?: Effect['work'];
  readonly source?: Source;
  readonly deltas?: readonly Delta[];
  readonly repeat?: Repeat;
  readonly remark?: string;
}

/** A statement with its effect. No lock is taken by any of them; a change of the schema keeps out only other changes of it. */
export const statement = (text: string, acts: Acts = {}): Statement => {
  const { language = 'sql', work = 'catalog', source = ddl, deltas = [] } = acts;
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

/** A change of the schema: nothing else changes it until all nodes agree. */
export const changing = (...statements: Statements): Script => ({
  guard: 'unhurried',
  transaction: 'none',
  statements,
});

/** Rows, at the pace that is set. */
export const paced = (...statements: Statements): Script => ({ guard: 'batch', transaction: 'none', statements });

export const plainly = (...statements: Statements): Script => ({ guard: 'none', transaction: 'none', statements });

export const measure = (what: Text): Minutes => ({ kind: 'measure', what });

interface Way {
  readonly minutes?: Minutes;
  readonly loses?: Loss;
  readonly note?: Text;
}

/** The way back by statements. What is left out: a minute, and nothing is lost. */
export const back = (
  scripts: readonly [Script, ...Script[]],
  { loses = 'nothing', note, minutes = { kind: 'assumed', minutes: 1 } }: Way = {},
): Undo => ({ kind: 'statements', scripts, minutes, loses, ...(note === undefined ? {} : { note }) });

export const performed = (parts: Omit<Performed, 'kind'>): Performed => ({ kind: 'performed', ...parts });

/** How to see that every node has the new schema. */
export const agreed = words`every node has the same schema version`;

export const paceOf = (table: TableName, key: string, size: number): Repeat => ({
  kind: 'key-range',
  table,
  key,
  size,
  pauseSeconds: 1,
  written: true,
});
