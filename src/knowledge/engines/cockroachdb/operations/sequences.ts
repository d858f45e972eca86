import type { Situation } from '#model/engine.ts';
import type { OperationArguments } from '#model/operations.ts';
import { columnName } from '#model/schema.ts';
import type { Outcome, Statement } from '#model/statement.ts';
import { code, words } from '#model/text.ts';
import { quoteTable, sqlString } from '../quote.ts';
import { back, job, jobs, performed } from '../statement.ts';
import { greatestOf } from '../type-change.ts';
import { alterDefault } from './defaults.ts';

const endless = '9223372036854775807';

const endAt = (sequence: string, type: string): Statement =>
  job(`ALTER SEQUENCE ${quoteTable(sequence)} MAXVALUE ${greatestOf(type) ?? endless}`, {
    page: 'alter-sequence',
    remark: 'the end is not compared with the value that the sequence has reached',
  });

export const widenSequence = (
  { sequence, from, to }: OperationArguments['widenSequence'],
  _situation: Situation,
): Outcome =>
  performed({
    does: words`Let ${code(sequence)} count as far as ${code(to)} goes`,
    scripts: [jobs(endAt(sequence, to))],
    worked: words`${code(`SHOW CREATE SEQUENCE ${sequence}`)} shows the new ${code('MAXVALUE')}`,
    undo: back([jobs(endAt(sequence, from))], {
      note: words`Only while its last value is below: the server does not look.`,
    }),
  });

const owned = (sequence: string, table: string, column: string): Statement =>
  job(`ALTER SEQUENCE ${quoteTable(sequence)} OWNED BY ${columnName(quoteTable(table), column)}`, {
    page: 'alter-sequence',
  });

/** One job after the other: between them both columns, or neither, may be fed. */
export function moveSequence(args: OperationArguments['moveSequence'], _situation: Situation): Outcome {
  const { table, sequence, from, to, identity = false } = args;
  if (identity)
    return {
      kind: 'cannot',
      because: words`an identity belongs to its column, and CockroachDB cannot fill a new one while ${code(table)} has rows`,
      instead: words`Give ${code(to)} a sequence of its own that starts above the last value of ${code(from)}, as its default`,
    };
  const next = `nextval(${sqlString(quoteTable(sequence))})`;
  const move = (off: string, on: string) =>
    [
      jobs(alterDefault(table, on, next)),
      jobs(owned(sequence, table, on)),
      jobs(alterDefault(table, off, undefined)),
    ] as const;
  return performed({
    does: words`Move the sequence ${code(sequence)} from ${code(columnName(table, from))} to ${code(to)}: the new column is fed first`,
    scripts: move(from, to),
    worked: words`an insert that names neither gets a value in ${code(to)}; ${code(sequence)} stays when ${code(from)} goes`,
    undo: back(move(to, from)),
  });
}
