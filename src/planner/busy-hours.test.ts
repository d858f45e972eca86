import { expect, it } from 'vitest';
import { briefWith, inventedDependency } from '#model/testing.ts';
import { dependentHours, inTheWindow } from './busy-hours.ts';

const open = { start: '2026-12-08T02:00', end: '2026-12-08T05:00', minutes: 180 };
const briefOf = (when: string) =>
  briefWith({
    window: open,
    dependencies: [{ kind: inventedDependency(), name: 'export', reads: '', when, owner: '' }],
  });

it.each([
  ['03:00–03:30 UTC', true],
  ['nightly, 01:30 to 02:10', true],
  ['23:00-02:30', true],
  ['01:00–01:40 UTC', false],
  ['05:00–06:00', false],
  ['03:00–04:00 CET', false],
  ['always', false],
])('finds a job at %s in the window: %s', (when, found) => {
  expect(inTheWindow(briefOf(when)).length > 0).toBe(found);
});

it('gives the hours of what depends on the data, for phases to keep clear of', () => {
  expect(dependentHours(briefOf('nightly, 01:00–01:40 UTC'))).toEqual([{ from: 60, to: 100 }]);
  expect(dependentHours(briefOf('always'))).toEqual([]);
});
