import type { Situation } from '#model/engine.ts';
import type { OperationArguments } from '#model/operations.ts';
import type { Outcome, Statement } from '#model/statement.ts';
import { code, words } from '#model/text.ts';
import { quoteTable } from '../quote.ts';
import { back, performed, short, statement } from '../statement.ts';

/** Its greatest value moves with the type where it was the greatest of the type before. */
const as = (sequence: string, type: string): Statement =>
  statement(`ALTER SEQUENCE ${quoteTable(sequence)} AS ${type}`, {
    page: 'sql-altersequence',
    locks: { [sequence]: 'SHARE ROW EXCLUSIVE' },
    remark: 'whoever asks the sequence for a number waits for the commit',
  });

export const widenSequence = (
  { sequence, from, to }: OperationArguments['widenSequence'],
  _situation: Situation,
): Outcome =>
  performed({
    does: words`Let the sequence ${code(sequence)} count as ${code(to)}`,
    scripts: [short(as(sequence, to))],
    worked: words`${code(`\\d ${sequence}`)} shows the type ${code(to)} and its greatest value; the next number follows the last`,
    undo: back([short(as(sequence, from))], {
      note: words`It is refused once the sequence has passed the greatest ${code(from)}.`,
    }),
  });
