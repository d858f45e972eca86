import type { Situation } from '#model/engine.ts';
import type { OperationArguments } from '#model/operations.ts';
import { columnName } from '#model/schema.ts';
import type { Outcome } from '#model/statement.ts';
import { code, words } from '#model/text.ts';
import { back, measure, performed, short } from '../statement.ts';
import { allowNull, provedNotNull } from './not-null.ts';

/** In an instant there; the way back must prove every row again. */
export const dropNotNull = (args: OperationArguments['dropNotNull'], _situation: Situation): Outcome =>
  performed({
    does: words`Let ${code(columnName(args.table, args.column))} be NULL`,
    scripts: [short(allowNull(args))],
    worked: words`${code(args.column)} is listed as nullable; every reader copes with NULL in it`,
    undo: back(provedNotNull(args), {
      minutes: measure(words`reading every row of ${code(args.table)} once, on a copy with production's size`),
      note: words`Rows that hold NULL in ${code(args.column)} by then make the proof fail: decide on a value for them and fill it first.`,
    }),
  });
