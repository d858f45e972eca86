import type { Situation } from '#model/engine.ts';
import type { OperationArguments } from '#model/operations.ts';
import type { Outcome } from '#model/statement.ts';
import { code, words } from '#model/text.ts';
import { performed, unhurried } from '../statement.ts';
import { prove } from './constraint-statements.ts';

/** Proves a constraint for the rows that were there before it. */
export const validateConstraint = (args: OperationArguments['validateConstraint'], _situation: Situation): Outcome =>
  performed({
    does: words`Prove ${code(args.constraint)} for every row of ${code(args.table)}, beside reads and writes`,
    scripts: [unhurried(prove(args.table, args.constraint, args.references))],
    worked: words`${code(`\\d ${args.table}`)} lists ${code(args.constraint)} without ${code('NOT VALID')}. An error names a row that does not fit: mend it, run again`,
    undo: { kind: 'unneeded', because: words`the constraint counted for every write before; now it is also proved` },
  });
