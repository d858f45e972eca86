import type { Situation } from '#model/engine.ts';
import type { Operations } from '#model/operations.ts';
import { code, words } from '#model/text.ts';
import { back, described, unneeded } from './described.ts';

const question = (type: string) =>
  `How does this engine hold the values of ${type}: as a type, in the column's definition, or in a check?`;

const addEnumValue: Operations<Situation>['addEnumValue'] = ({ type, value, after }) =>
  described({
    does: words`Add ${code(value)} to ${code(type)}`,
    run: {
      text: `Allow the value ${value} in ${type}${after === undefined ? '' : ` after ${after}`}.`,
      question: question(type),
    },
    worked: words`${code(value)} is accepted on a copy`,
    undo: unneeded(words`a value that no row holds changes nothing that anyone reads: leave it`),
  });

const renameEnumValue: Operations<Situation>['renameEnumValue'] = ({ type, from, to }) => {
  const rename = (old: string, now: string) => ({
    text: `Rename the value ${old} of ${type} to ${now}.`,
    question: question(type),
  });
  return described({
    does: words`Rename the value ${code(from)} of ${code(type)} to ${code(to)}`,
    run: rename(from, to),
    worked: words`rows that held ${code(from)} show ${code(to)}`,
    undo: back(rename(to, from)),
  });
};

const create = (type: string, values: readonly string[]) => ({
  text: `Create the type ${type} with the values ${values.join(', ')}.`,
  deltas: [{ kind: 'add-object', object: `type ${type}` } as const],
  question: question(type),
});

const drop = (type: string) => ({
  text: `Drop the type ${type}.`,
  deltas: [{ kind: 'drop-object', object: `type ${type}` } as const],
  question: question(type),
});

const createEnum: Operations<Situation>['createEnum'] = ({ type, values }) =>
  described({
    does: words`Create the type ${code(type)}`,
    run: create(type, values),
    worked: words`${code(type)} is listed with its values in order`,
    undo: back(drop(type)),
  });

const dropEnum: Operations<Situation>['dropEnum'] = ({ type, values }) =>
  described({
    does: words`Drop the type ${code(type)}`,
    run: drop(type),
    worked: words`${code(type)} is no longer listed`,
    undo: back(create(type, values ?? ['that were noted before'])),
  });

export const enums = { addEnumValue, renameEnumValue, createEnum, dropEnum };
