import type { Situation } from '#model/engine.ts';
import type { OperationArguments } from '#model/operations.ts';
import type { Outcome } from '#model/statement.ts';
import { code, words } from '#model/text.ts';
import { comes } from '../names.ts';
import { quoteTable, sqlString } from '../quote.ts';
import { back, performed, plainly, short, statement } from '../statement.ts';
import { createType, dropType } from './enum-statements.ts';

/** Refused while anything uses it, so nothing is lost with it but its list of values. */
export function dropEnum({ type, values }: OperationArguments['dropEnum'], _situation: Situation): Outcome {
  const save = statement(
    `SELECT enumlabel FROM pg_enum WHERE enumtypid = ${sqlString(quoteTable(type))}::regtype ORDER BY enumsortorder`,
    { work: 'none', page: 'catalog-pg-enum', remark: 'keep the answer: the way back needs it' },
  );
  const drop = short(dropType(type));
  const again =
    values === undefined
      ? statement(`CREATE TYPE ${quoteTable(type)} AS ENUM (<the values that were saved before the drop>)`, {
          language: 'text',
          page: 'sql-createtype#SQL-CREATETYPE-ENUM',
          deltas: [comes('type', type)],
        })
      : createType(type, values);
  return performed({
    does: words`Drop the type ${code(type)}`,
    scripts: values === undefined ? [plainly(save), drop] : [drop],
    worked: words`${code(`\\dT ${type}`)} finds nothing on any node`,
    undo: back([short(again)]),
  });
}
