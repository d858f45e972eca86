import type { Situation } from '#model/engine.ts';
import type { OperationArguments } from '#model/operations.ts';
import type { Outcome } from '#model/statement.ts';
import { code, words } from '#model/text.ts';
import { comes, goes } from '../names.ts';
import { quoteName } from '../quote.ts';
import { back, guarded, performed, short } from '../statement.ts';
import { addUnproved, dropKey, prove } from './constraint-statements.ts';
import { indexed, onIndex } from './index-statements.ts';

type Key = OperationArguments['attachPrimaryKey'];

/** The constraint takes the index that is there; what is in it is proved after. */
function attach({ table, constraint, index, columns }: Key, kind: 'UNIQUE' | 'PRIMARY KEY', at: Situation): Outcome {
  const what = kind === 'UNIQUE' ? 'unique constraint' : 'primary key';
  const list = `(${columns.map(indexed).join(', ')})`;
  const definition = `${kind} ${list} USING INDEX ${onIndex(table, index)}`;
  return performed({
    does: words`Make the index ${code(index)} of ${code(table)} the ${what} ${code(constraint)}: for new rows at once, then proved for every row`,
    scripts: [
      short({
        ...addUnproved(table, constraint, definition, at),
        deltas: [goes('index', index), comes('constraint', constraint)],
      }),
      guarded(prove(table, constraint, at)),
    ],
    worked: words`${code('user_constraints')} lists ${code(constraint)} as ${code('VALIDATED')} with ${code(index)} in ${code('index_name')}`,
    undo: back([short(dropKey(table, constraint, index))], {
      note: words`A foreign key that points to ${code(constraint)} makes Oracle refuse the drop (${code('ORA-02273')}): it goes first.`,
    }),
  });
}

/** A unique index already keeps duplicates out; the constraint only says so by another name. */
export const attachUnique = (args: OperationArguments['attachUnique'], situation: Situation): Outcome =>
  attach({ ...args, columns: args.columns ?? [`<columns of ${args.index}>`] }, 'UNIQUE', situation);

export const attachPrimaryKey = (args: Key, situation: Situation): Outcome => {
  const made = attach(args, 'PRIMARY KEY', situation);
  return made.kind === 'cannot'
    ? made
    : { ...made, worked: words`${made.worked}; ${args.columns.map(quoteName).join(', ')} takes no NULL any more` };
};
