import type { Situation } from '#model/engine.ts';
import type { OperationArguments } from '#model/operations.ts';
import { columnName } from '#model/schema.ts';
import { unconfirmed } from '#model/source.ts';
import type { Outcome, Script } from '#model/statement.ts';
import { code, words } from '#model/text.ts';
import { quoteName } from '../quote.ts';
import { back, measure, performed, short } from '../statement.ts';
import { typeChange } from '../type-change.ts';
import { isString } from '../type-name.ts';
import { hasOnline } from '../versions.ts';
import { alterColumn } from './alter-column.ts';

type Args = OperationArguments['changeType'];

function alter({ table, column, from, to }: Omit<Args, 'using'>, situation: Situation): Script {
  const { work, source } = typeChange(from, to);
  return short(
    alterColumn(
      { table, column, type: to, online: true, ...(isString(from) && isString(to) ? {} : { collation: 'none' }) },
      { work, source },
      situation,
    ),
  );
}

/** In place. Enterprise and Azure write a second column in the background; Standard writes every row while nobody can use the table. */
export function changeType(args: Args, situation: Situation): Outcome {
  const { table, column, from, to, using } = args;
  const name = columnName(table, column);
  if (using !== undefined)
    return {
      kind: 'cannot',
      because: words`${code('ALTER COLUMN')} converts by itself and takes no expression such as ${code(using)}`,
      instead: words`A second column, filled in batches by that expression and kept equal by a trigger, takes over from ${code(quoteName(column))}`,
    };
  const { work } = typeChange(from, to);
  const online = hasOnline(situation);
  return performed({
    does: words`Change the type of ${code(name)} from ${code(from)} to ${code(to)}${work === 'catalog' ? '' : online ? ' online: twice the room of the column; nobody can use the table for a moment at its end' : ': where rows are written, nobody can use the table meanwhile'}`,
    scripts: [alter(args, situation)],
    worked: words`${code(name)} is listed as ${code(to)}, as nullable as before and with its collation; plans are made anew`,
    undo: back([alter({ table, column, from: to, to: from }, situation)], {
      minutes: measure(words`the same change on a copy with production's size, back again`),
      note: words`It is refused as soon as one value does not fit ${code(from)}, and nothing has changed then.`,
    }),
  });
}

/** The collation of a column with an index, a check, a key or statistics made by hand cannot be changed: those go first and come back after. */
export function changeCollation(args: OperationArguments['changeCollation'], situation: Situation): Outcome {
  const { table, column, type, from, to } = args;
  const set = (collation: string): Script =>
    short(
      alterColumn(
        { table, column, type, collation: { name: collation }, online: true },
        {
          work: 'unconfirmed',
          source: unconfirmed(
            `Does a change of collation of ${columnName(table, column)} touch every row, and which indexes, checks and keys on it must go first? Try it on the copy.`,
          ),
          remark:
            'refused while an index, a statistic made by hand, a check, a foreign key or a computed column names it: drop those before, make them again after',
        },
        situation,
      ),
    );
  return performed({
    does: words`Change the collation of ${code(columnName(table, column))} to ${code(to)}`,
    scripts: [set(to)],
    worked: words`${code(column)} is listed with ${code(to)} in ${code('sys.columns')}; the order of the ten first values is the one that was asked for; no join with another collation fails`,
    undo: back([set(from ?? 'DATABASE_DEFAULT')], {
      minutes: measure(words`the same change on a copy with production's size`),
      note: words`A unique index may refuse values that only the new collation tells apart.`,
    }),
  });
}
