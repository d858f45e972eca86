import { expect, it } from 'vitest';
import { notGiven } from '#model/given.ts';
import { plain } from '#model/text.ts';
import { contextWith } from '../testing.ts';
import { ignoreNotes, leavingNotes } from './ignore-notes.ts';

const stackThat = (remembersColumns: boolean, form: boolean) => {
  const { stack } = contextWith();
  const ignoreColumn = form ? (table: string, column: string) => `forget ${table}.${column}` : notGiven;
  return contextWith({}, { stack: { ...stack, remembersColumns, ignoreColumn } });
};

it.each([
  [true, true, ['Ignores `orders.note`: `forget orders.note`'], ['Ignores `orders.note`: `forget orders.note`']],
  [false, true, [], ['Leaves `orders.note` in the database: `forget orders.note`']],
  [false, false, [], []],
])('remembers %s, has a form %s: what comes is ignored, what goes is left out', (remembers, form, coming, going) => {
  const context = stackThat(remembers, form);
  expect(ignoreNotes(context, 'orders', ['note']).map(plain)).toEqual(coming);
  expect(leavingNotes(context, 'orders', ['note']).map(plain)).toEqual(going);
});
