import type { Situation } from '#model/engine.ts';
import type { OperationArguments } from '#model/operations.ts';
import { columnName } from '#model/schema.ts';
import type { Outcome, Script } from '#model/statement.ts';
import { code, words } from '#model/text.ts';
import { quoteName } from '../quote.ts';
import { back, guarded, measure, performed, short } from '../statement.ts';
import { modify } from './column-statements.ts';
import { prove } from './constraint-statements.ts';

type Args = OperationArguments['setNotNull'];

/** NOT NULL is a constraint: it counts for writes at once, and what is there is proved after. */
const required = ({ table, column, proof }: Args, situation: Situation): readonly [Script, Script] => [
  short(
    modify(table, [`${quoteName(column)} CONSTRAINT ${quoteName(proof)} NOT NULL ENABLE NOVALIDATE`], {
      deltas: [{ kind: 'alter-column', column: columnName(table, column), set: { nullable: false } }],
      remark: "reads no row; from here on a write without a value is refused, and '' is no value",
    }),
  ),
  guarded(prove(table, proof, situation)),
];

const optional = ({ table, column }: Pick<Args, 'table' | 'column'>): Script =>
  short(
    modify(table, [`${quoteName(column)} NULL`], {
      deltas: [{ kind: 'alter-column', column: columnName(table, column), set: { nullable: true } }],
      remark: 'refused for a column of the primary key (ORA-01451)',
    }),
  );

/** First for what is written, then for what is there: the proof holds up neither reads nor writes. */
export const setNotNull = (args: Args, situation: Situation): Outcome =>
  performed({
    does: words`Set NOT NULL on ${code(columnName(args.table, args.column))}: for new and changed rows at once, then proved for every row${situation.logicalReplication ? words`; under supplemental logging the proof holds writers up` : ''}`,
    scripts: required(args, situation),
    worked: words`${code('user_constraints')} shows ${code(args.proof)} as ${code('VALIDATED')}. ${code('ORA-02293')} or ${code('ORA-02296')}: a row holds NULL; fill it, prove again`,
    undo: back([optional(args)]),
  });

/** In a moment there; the way back must read every row again. */
export const dropNotNull = (args: Args, situation: Situation): Outcome =>
  performed({
    does: words`Let ${code(columnName(args.table, args.column))} be NULL`,
    scripts: [optional(args)],
    worked: words`${code('user_tab_columns')} shows ${code('Y')} in ${code('nullable')} for ${code(args.column)}; every reader copes with NULL in it`,
    undo: back(required(args, situation), {
      minutes: measure(words`reading every row of ${code(args.table)} once, on a copy with production's size`),
      note: words`Rows that hold NULL in ${code(args.column)} by then make the proof fail: decide on a value for them and fill it first.`,
    }),
  });
