import type { Situation } from '#model/engine.ts';
import type { OperationArguments } from '#model/operations.ts';
import { columnName } from '#model/schema.ts';
import type { Outcome } from '#model/statement.ts';
import { code, words } from '#model/text.ts';
import { back, performed, short } from '../statement.ts';
import { alterDefault } from './defaults.ts';

/** Counts for rows that are inserted from now on without a value. */
export const setDefault = (args: OperationArguments['setDefault'], _situation: Situation): Outcome =>
  performed({
    does: words`Give ${code(columnName(args.table, args.column))} the default ${code(args.default)}`,
    scripts: [short(alterDefault(args.table, args.column, args.default))],
    worked: words`a row inserted without ${code(args.column)} holds ${code(args.default)}`,
    undo: back([short(alterDefault(args.table, args.column, args.was))], {
      note: words`Rows inserted in between keep the value that they got.`,
    }),
  });
