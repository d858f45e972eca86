import type { Situation } from '#model/engine.ts';
import type { OperationArguments } from '#model/operations.ts';
import { columnName } from '#model/schema.ts';
import type { Outcome, Script } from '#model/statement.ts';
import { code, words } from '#model/text.ts';
import { inManual } from '../manual.ts';
import { dictionaryName, ownerOf, quoteName, quoteTable } from '../quote.ts';
import { reading } from '../reading.ts';
import { back, performed, plainly, short, statement } from '../statement.ts';
import { modify } from './column-statements.ts';

const page = 'sqlrf/ALTER-SEQUENCE.html';

/** A sequence has no type, only a greatest number. */
export const widenSequence = ({ sequence, to }: OperationArguments['widenSequence'], _situation: Situation): Outcome =>
  performed({
    does: words`Take the greatest number from ${code(sequence)}, so that it counts as far as ${code(to)} goes; a sequence has no type`,
    scripts: [
      plainly(
        reading(
          `SELECT max_value, last_number, cycle_flag FROM all_sequences WHERE sequence_owner = ${ownerOf(sequence)} AND sequence_name = ${dictionaryName(sequence)}`,
          { source: inManual('refrn/ALL_SEQUENCES.html'), remark: 'keep the answer: the way back needs max_value' },
        ),
      ),
      short(statement(`ALTER SEQUENCE ${quoteTable(sequence)} NOMAXVALUE`, { page })),
    ],
    worked: words`${code('user_sequences')} shows 28 digits of 9 in ${code('max_value')}; the next number is the one that was due`,
    undo: back([
      short(
        statement(`ALTER SEQUENCE ${quoteTable(sequence)} MAXVALUE <max_value that was saved>`, {
          page,
          language: 'text',
          remark: 'refused once the sequence is beyond it (ORA-04009)',
        }),
      ),
    ]),
  });

type Args = OperationArguments['moveSequence'];

/** Both defaults in one statement: no insert finds both or neither. */
const move = ({ table, sequence, from, to }: Args): Script =>
  short(
    modify(table, [`${quoteName(from)} DEFAULT NULL`, `${quoteName(to)} DEFAULT ${quoteTable(sequence)}.NEXTVAL`], {
      deltas: [
        { kind: 'alter-column', column: columnName(table, from), set: { hasDefault: false } },
        { kind: 'alter-column', column: columnName(table, to), set: { hasDefault: true } },
      ],
      remark: 'whoever inserts needs SELECT on the sequence',
    }),
  );

/** The numbers go on; only the column that they feed changes. */
export function moveSequence(args: Args, _situation: Situation): Outcome {
  const { table, sequence, from, to } = args;
  if (args.identity === true)
    return {
      kind: 'cannot',
      because: words`an identity belongs to ${code(columnName(table, from))}, and a column that is there cannot become one (${code('ORA-30673')})`,
      instead: words`Make a sequence that starts beyond the greatest number, let it feed ${code(to)} by its default, and only then ${code(`MODIFY (${from} DROP IDENTITY)`)}, with everything stopped; or ${code('DBMS_REDEFINITION')} to a table whose ${code(to)} is the identity`,
    };
  return performed({
    does: words`Let ${code(sequence)} feed ${code(columnName(table, to))} instead of ${code(from)}, through their defaults. Stop here if a trigger or the application fetches the numbers: then that changes instead`,
    scripts: [move(args)],
    worked: words`a row inserted without either column gets the next number in ${code(to)}`,
    undo: back([move({ ...args, from: to, to: from })]),
  });
}
