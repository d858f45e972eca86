import type { Situation } from '#model/engine.ts';
import type { OperationArguments } from '#model/operations.ts';
import { columnName } from '#model/schema.ts';
import type { Cannot, Effect, Outcome, Undo } from '#model/statement.ts';
import { code, words } from '#model/text.ts';
import { quoteName } from '../quote.ts';
import { back, measure, performed, short } from '../statement.ts';
import { typeChange } from '../type-change.ts';
import { readType } from '../type-name.ts';
import { modify } from './column-statements.ts';

type Args = OperationArguments['changeType'];

const alter = ({ table, column, from, to }: Args, work: Effect['work'] = typeChange(from, to).work) =>
  short(
    modify(table, [`${quoteName(column)} ${to}`], {
      work,
      source: typeChange(from, to).source,
      remark: 'refused, and nothing has changed, where the column would have to be empty (ORA-01439, ORA-01440)',
    }),
  );

/** A longer text can be cut back while its values fit; a number cannot lose digits while the column holds rows. */
const undoOf = (args: Args): Undo =>
  readType(args.to)?.name === 'number'
    ? {
        kind: 'unneeded',
        because: words`every value of ${code(args.from)} fits ${code(args.to)}, so the release of before goes on with it. ${code('MODIFY')} takes no digits away while the column holds rows (${code('ORA-01440')}): a check keeps out what is too great`,
      }
    : back([alter({ ...args, from: args.to, to: args.from }, 'scan')], {
        minutes: measure(words`the same change on a copy with production's size, back again`),
        note: words`It reads every row, and is refused as soon as one value does not fit ${code(args.from)} (${code('ORA-01441')}); nothing has changed then. The release of before needs no way back: it goes on with the longer column.`,
      });

/** In place where only the dictionary changes. Anything else needs an empty column: a second one takes over. */
export function changeType(args: Args, _situation: Situation): Outcome {
  const { table, column, from, to, using } = args;
  const name = columnName(table, column);
  const second = words`A second column, filled in batches and kept equal by a trigger, takes over from ${code(column)}; or ${code('DBMS_REDEFINITION')} (Enterprise Edition) with the conversion in ${code('col_mapping')}: ${code('CAN_REDEF_TABLE')}, an interim table of the new shape, ${code('START_REDEF_TABLE')} with ${code('enable_rollback => TRUE')}, ${code('COPY_TABLE_DEPENDENTS')}, ${code('SYNC_INTERIM_TABLE')}, ${code('FINISH_REDEF_TABLE')}; back by ${code('ABORT_REDEF_TABLE')} before the finish and ${code('ROLLBACK')} after it`;
  if (using !== undefined)
    return {
      kind: 'cannot',
      because: words`${code('MODIFY')} takes no expression such as ${code(using)}`,
      instead: second,
    };
  if (typeChange(from, to).work !== 'catalog')
    return {
      kind: 'cannot',
      because: words`${code('MODIFY')} changes ${code(from)} to ${code(to)} only while every row of ${code(name)} is NULL (${code('ORA-01439')}, ${code('ORA-01440')}), or the manual does not say whether it writes every row`,
      instead: second,
    };
  return performed({
    does: words`Change the type of ${code(name)} from ${code(from)} to ${code(to)}: only the dictionary changes`,
    scripts: [alter(args)],
    worked: words`${code('user_tab_columns')} lists ${code(column)} as ${code(to)}; ${code('user_objects')} lists nothing as ${code('INVALID')} that was valid before`,
    undo: undoOf(args),
  });
}

/** What MODIFY … COLLATE asks of the database, and what it costs, no page of the manual says in one place. */
export const changeCollation = (
  { table, column, to }: OperationArguments['changeCollation'],
  _situation: Situation,
): Cannot => ({
  kind: 'cannot',
  because: words`a column has a collation of its own only where ${code('MAX_STRING_SIZE')} is ${code('EXTENDED')}, and no page of the manual says what ${code(`MODIFY (${column} COLLATE ${to})`)} does to indexes, keys and partitions that are sorted the other way`,
  instead: words`A second column with ${code(`COLLATE ${to}`)}, filled in batches and kept equal, takes over from ${code(columnName(table, column))}; or leave the column and put an index on ${code(`NLSSORT(${column}, 'NLS_SORT=…')`)}, which only its readers see`,
});
