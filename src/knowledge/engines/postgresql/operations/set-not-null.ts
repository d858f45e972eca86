import type { Situation } from '#model/engine.ts';
import type { OperationArguments } from '#model/operations.ts';
import { columnName } from '#model/schema.ts';
import type { Outcome } from '#model/statement.ts';
import { code, words } from '#model/text.ts';
import { back, performed, short } from '../statement.ts';
import { atLeast } from '../versions.ts';
import { allowNull, notNullNotValid, provedNotNull } from './not-null.ts';

/** NOT NULL without a scan while others wait. */
export const setNotNull = (args: OperationArguments['setNotNull'], situation: Situation): Outcome =>
  performed({
    does: words`Make ${code(columnName(args.table, args.column))} NOT NULL by a proved check`,
    scripts: atLeast('18', situation) ? notNullNotValid(args) : provedNotNull(args),
    worked: words`${code(args.column)} is NOT NULL; an insert without a value does as expected. A NULL that the proof finds: fill it, run the file again`,
    undo: back([short(allowNull(args))]),
  });
