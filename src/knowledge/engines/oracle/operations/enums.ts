import type { Situation } from '#model/engine.ts';
import type { OperationArguments } from '#model/operations.ts';
import type { Cannot } from '#model/statement.ts';
import { code, type Text, words } from '#model/text.ts';
import { atLeast } from '../versions.ts';

/** Oracle has no type that lists its values: a check on the column does, and from 23ai on a domain can. */
const noEnum = (type: string, instead: Text): Cannot => ({
  kind: 'cannot',
  because: words`Oracle has no enumerated types that a column takes its values from, so ${code(type)} is a column with a check, or a table that lists the values`,
  instead,
});

const newCheck = (what: Text): Text =>
  words`Add a second check with ${what} ${code('ENABLE NOVALIDATE')}, prove it by ${code('ENABLE VALIDATE')}, drop the former check: each commits by itself, and until the last one both count. With a table of values insert the row`;

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

export const createEnum = ({ type, values }: OperationArguments['createEnum'], situation: Situation): Cannot =>
  noEnum(
    type,
    words`A column of type ${code('VARCHAR2')} with a check that it is one of ${values.join(', ')}${atLeast(23, situation) ? words`; or ${code('CREATE DOMAIN … AS ENUM')}, which 23ai has and whose values cannot be changed in place` : ''}`,
  );

export const dropEnum = ({ type }: OperationArguments['dropEnum'], _situation: Situation): Cannot =>
  noEnum(type, words`Drop the check that lists the values, by its name`);
