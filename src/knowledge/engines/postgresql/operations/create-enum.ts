import type { Situation } from '#model/engine.ts';
import type { OperationArguments } from '#model/operations.ts';
import type { Outcome } from '#model/statement.ts';
import { code, words } from '#model/text.ts';
import { back, performed, short } from '../statement.ts';
import { createType, dropType } from './enum-statements.ts';

export const createEnum = ({ type, values }: OperationArguments['createEnum'], _situation: Situation): Outcome =>
  performed({
    does: words`Create the type ${code(type)} with ${values.length} values`,
    scripts: [short(createType(type, values))],
    worked: words`${code(`\\dT+ ${type}`)} lists its values in order on every node`,
    undo: back([short(dropType(type))]),
  });
