import type { Situation } from '#model/engine.ts';
import type { OperationArguments } from '#model/operations.ts';
import type { Cannot } from '#model/statement.ts';
import { code, type Text, words } from '#model/text.ts';

/** SQL Server has no type that lists its values: a check on the column does. */
const noEnum = (type: string, instead: Text): Cannot => ({
  kind: 'cannot',
  because: words`SQL Server has no enumerated types, so ${code(type)} is a column with a check, or a table that lists the values`,
  instead,
});

const newCheck = (what: Text): Text =>
  words`In one transaction: ${code('ALTER TABLE … WITH NOCHECK ADD CONSTRAINT')} a check with ${what}, then drop the former check; later ${code('WITH CHECK CHECK CONSTRAINT')} in a quiet hour. With a table of values insert the row`;

export const addEnumValue = ({ type, value }: OperationArguments['addEnumValue'], _situation: Situation): Cannot =>
  noEnum(type, newCheck(words`${code(value)} in its list`));

export const renameEnumValue = (
  { type, from, to }: OperationArguments['renameEnumValue'],
  _situation: Situation,
): Cannot =>
  noEnum(
    type,
    words`Allow ${code(to)} beside ${code(from)} by a new check, let every release read both and write ${code(to)}, change the rows in batches, then take ${code(from)} out of the check`,
  );

export const createEnum = ({ type, values }: OperationArguments['createEnum'], _situation: Situation): Cannot =>
  noEnum(type, words`A column of type ${code('varchar')} with a check that it is one of ${values.join(', ')}`);

export const dropEnum = ({ type }: OperationArguments['dropEnum'], _situation: Situation): Cannot =>
  noEnum(type, words`Drop the check that lists the values, by its name`);
