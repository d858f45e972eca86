import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Recipe } from './invented-plans.ts';
import { columnReplacement, soundRecipe } from './invented-plans.ts';
import { backwardViolations, forwardViolations } from './laws.ts';
import { simulate } from './simulated-table.ts';

const someRecipe: fc.Arbitrary<Recipe> = fc.record(
  Object.fromEntries(Object.keys(soundRecipe).map((key) => [key, fc.boolean()])) as {
    [Key in keyof Recipe]: fc.Arbitrary<boolean>;
  },
);

it('loses nothing in a simulated table when every precaution is taken', () => {
  expect(simulate(columnReplacement())).toEqual([]);
});

it('passes no plan that fails or loses a value in a simulated table', () => {
  fc.assert(
    fc.property(someRecipe, (recipe) => {
      const plan = columnReplacement(recipe);
      const passes = forwardViolations(plan).length === 0 && backwardViolations(plan).length === 0;
      expect(passes ? simulate(plan) : []).toEqual([]);
    }),
    { numRuns: 1000 },
  );
});

it('passes no order of the phases that fails or loses a value in a simulated table', () => {
  const someOrder = fc.tuple(someRecipe, fc.shuffledSubarray([0, 1, 2, 3, 4, 5, 6, 7], { minLength: 3 }));
  fc.assert(
    fc.property(someOrder, ([recipe, order]) => {
      const plan = columnReplacement(recipe);
      const shuffled = { ...plan, phases: order.flatMap((index) => plan.phases[index] ?? []) };
      const passes = forwardViolations(shuffled).length === 0 && backwardViolations(shuffled).length === 0;
      expect(passes ? simulate(shuffled) : []).toEqual([]);
    }),
    { numRuns: 1000 },
  );
});

it('does not cry wolf: a plan that it refuses because of its rows does fail in the simulated table', () => {
  const sound = Object.keys(soundRecipe) as (keyof Recipe)[];
  const refused = sound
    .map((key) => ({ ...soundRecipe, [key]: !soundRecipe[key] }))
    .filter(
      (recipe) =>
        forwardViolations(columnReplacement(recipe)).length + backwardViolations(columnReplacement(recipe)).length > 0,
    );
  const quiet = refused.filter((recipe) => simulate(columnReplacement(recipe)).length === 0);
  expect(quiet).toEqual([]);
});
