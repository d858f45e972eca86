import { columnName, type Delta, type TableName } from '#model/schema.ts';
import { unconfirmed } from '#model/source.ts';
import type { Effect, Loss, Minutes, Performed, Repeat, Script, Statement, Undo } from '#model/statement.ts';
import { type Text, words } from '#model/text.ts';

/** An instruction in words: what is to be done, what it does to the schema, and what must be found out about it first. */
export interface Instruction {
  readonly text: string;
  readonly deltas?: readonly Delta[];
  readonly question: string;
  readonly repeat?: Repeat;
  readonly transaction?: Effect['transaction'];
}

interface Described {
  readonly does: Text;
  readonly worked: Text;
  readonly run: Instruction;
  readonly undo: Undo;
}

const afterDryRun: Minutes = { kind: 'measure', what: words`the dry run on a copy gives the minutes` };

/** Nothing is claimed of what it does to production; the question says what to find out. */
const statement = ({ text, deltas = [], question, repeat, transaction = 'any' }: Instruction): Statement => ({
  text,
  language: 'text',
  effect: { locks: [], blocks: 'unconfirmed', work: 'unconfirmed', transaction },
  source: unconfirmed(question),
  deltas,
  ...(repeat === undefined ? {} : { repeat }),
});

const script = (instruction: Instruction): Script => ({
  guard: instruction.repeat === undefined ? 'short-lock' : 'batch',
  transaction: 'none',
  statements: [statement(instruction)],
});

/** An operation as a person would tell it to another, for an engine of which nothing is known. */
export const described = ({ does, worked, run, undo }: Described): Performed => ({
  kind: 'performed',
  does,
  worked,
  scripts: [script(run)],
  undo,
});

/** The way back in words, with what it costs. */
export const back = (run: Instruction, loses: Loss = 'nothing', note?: Text): Undo => ({
  kind: 'statements',
  scripts: [script(run)],
  minutes: afterDryRun,
  loses,
  ...(note === undefined ? {} : { note }),
});

/** No way back but a restore of what is lost. */
export const gone = (because: Text, what: Text): Undo => ({ kind: 'none', because, loses: { what } });

export const unneeded = (because: Text): Undo => ({ kind: 'unneeded', because });

export const lockQuestion = (what: string, table: TableName): string =>
  `Does this engine ${what} on ${table} without blocking reads and writes, and how long does it take at this size?`;

/** A table or view whose columns are not told one by one: it has what its users need. */
export const allOf = (table: TableName): readonly Delta[] => [
  { kind: 'add-table', table },
  { kind: 'add-column', column: columnName(table, '*'), is: { nullable: true, hasDefault: false, filled: true } },
];
