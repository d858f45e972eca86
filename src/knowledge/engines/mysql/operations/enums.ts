import type { Situation } from '#model/engine.ts';
import type { Operations } from '#model/operations.ts';
import type { Cannot } from '#model/statement.ts';
import { code, words } from '#model/text.ts';
import type { Family } from '../family.ts';
import { bareName, partsOf, sqlString } from '../quote.ts';
import { guarded, performed } from '../statement.ts';
import { modifyColumn } from './modify-column.ts';

/** The values belong to one column: `orders.state` names it. */
const columnOf = (type: string): { readonly table: string; readonly column: string } | undefined => {
  const parts = partsOf(type);
  const column = parts.at(-1);
  return parts.length < 2 || column === undefined ? undefined : { table: parts.slice(0, -1).join('.'), column };
};

const belongsToColumn = (family: Family, does: ReturnType<typeof words>): Cannot => ({
  kind: 'cannot',
  because: words`in ${family.name} an ${code('ENUM')} is no type of its own: its values belong to one column`,
  instead: does,
});

/** A value at the end moves no row. One in the middle would give other values another number. */
export const addEnumValue =
  (family: Family): Operations<Situation>['addEnumValue'] =>
  ({ type, value, after }, situation) => {
    const named = columnOf(type);
    if (named === undefined)
      return belongsToColumn(
        family,
        words`Name the column as ${code('table.column')}; at each column that holds the values, add ${code(value)} at the end with ${code('MODIFY … , ALGORITHM=INSTANT')}`,
      );
    if (after !== undefined)
      return {
        kind: 'cannot',
        because: words`a value in the middle renumbers those behind it: the table is copied while nobody can write to it`,
        instead: words`Add ${code(value)} at the end, which takes an instant, and sort with ${code('ORDER BY FIELD(…)')}`,
      };
    return performed({
      does: words`Add ${code(value)} at the end of the values of ${code(type)}`,
      scripts: [
        guarded(
          ...modifyColumn(family, family.clause('append enum value', situation), {
            ...named,
            typeSql: `CONCAT(LEFT(COLUMN_TYPE, CHAR_LENGTH(COLUMN_TYPE) - 1), ',', QUOTE(${sqlString(value)}), ')')`,
            topic: 'enums',
            remark:
              'refused beyond 255 values of an ENUM, or 8, 16, 24 and 32 of a SET, where each row would take a byte more',
          }),
        ),
      ],
      worked: words`${code(`SHOW CREATE TABLE ${named.table}`)} lists ${code(value)} last among the values of ${code(bareName(named.column))} on every node`,
      undo: {
        kind: 'unneeded',
        because: words`taking ${code(value)} away again copies the table, and while no row holds it nobody meets it. Once rows hold it, the way back is to give them another value first`,
      },
    });
  };

/** Renaming a value would copy the table, and every writer of the old one fails at once. */
export const renameEnumValue =
  (family: Family): Operations<Situation>['renameEnumValue'] =>
  ({ type, from, to }) =>
    belongsToColumn(
      family,
      words`Add ${code(to)} at the end of the values of ${code(type)}, let releases read both, move the rows from ${code(from)} in batches, and leave ${code(from)} in the list unused`,
    );

export const createEnum =
  (family: Family): Operations<Situation>['createEnum'] =>
  ({ type, values }) =>
    belongsToColumn(
      family,
      words`Give the new column of ${code(type)} its values itself: ${code(`ENUM(${values.map(sqlString).join(', ')})`)}`,
    );

export const dropEnum =
  (family: Family): Operations<Situation>['dropEnum'] =>
  ({ type }) =>
    belongsToColumn(family, words`Nothing is left to drop: the values of ${code(type)} went with their column`);
