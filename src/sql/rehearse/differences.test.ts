import { expect, test } from 'vitest';
import { differencesOf } from './differences.ts';

test('What came stands before what went, and what stayed is left out', () => {
  expect(differencesOf(['column id', 'index a'], ['index b', 'column id', 'column note'])).toEqual([
    '+ index b',
    '+ column note',
    '- index a',
  ]);
});

test('Many lines are compared in no time', () => {
  const lines = Array.from({ length: 100_000 }, (_, number) => `row ${number}`);
  expect(differencesOf(lines, lines)).toEqual([]);
});
