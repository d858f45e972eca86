import type { Situation } from '#model/engine.ts';
import type { OperationArguments } from '#model/operations.ts';
import type { Outcome } from '#model/statement.ts';
import { code, words } from '#model/text.ts';
import { quoteTable, sqlString } from '../quote.ts';
import { performed, short, statement } from '../statement.ts';

/** A value that was added cannot be taken away; nothing meets it until somebody writes it. */
export const addEnumValue = (
  { type, value, after }: OperationArguments['addEnumValue'],
  _situation: Situation,
): Outcome =>
  performed({
    does: words`Add the value ${code(value)} to ${code(type)}`,
    scripts: [
      short(
        statement(
          `ALTER TYPE ${quoteTable(type)} ADD VALUE ${sqlString(value)}${after === undefined ? '' : ` AFTER ${sqlString(after)}`}`,
          { page: 'sql-altertype', remark: 'locks no table; the value can be used after the commit, not before' },
        ),
      ),
    ],
    worked: words`${code(`\\dT+ ${type}`)} lists ${code(value)} in its place on every node`,
    undo: {
      kind: 'unneeded',
      because: words`PostgreSQL cannot take ${code(value)} away again, and while no row holds it nobody meets it. Once rows hold it, the way back is to give them another value first`,
    },
  });
