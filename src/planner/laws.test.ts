import { describe, expect, it } from 'vitest';
import type { Recipe } from './invented-plans.ts';
import { columnReplacement, soundRecipe } from './invented-plans.ts';
import { backwardViolations, forwardViolations } from './laws.ts';
import { rollbackWays } from './rollbacks.ts';

const violations = (recipe: Partial<Recipe>) => {
  const plan = columnReplacement({ ...soundRecipe, ...recipe });
  return [...forwardViolations(plan), ...backwardViolations(plan)];
};

it('finds nothing in a column replacement with every precaution', () => {
  expect(violations({})).toEqual([]);
});

describe('catches what earlier drafts hid', () => {
  it.each<[string, Partial<Recipe>, RegExp]>([
    [
      'a NOT NULL while a release that does not know the column is the way back',
      { requireBeforeSync: true, sync: false },
      /NOT NULL and has no default/,
    ],
    [
      'no default for the new column once nobody fills it',
      { moveDefault: false, newSuppliesDefault: false },
      /without orders\.status_v2|explicit NULL/,
    ],
    [
      'a release that remembered no default sends explicit NULLs after the sync went',
      { newSuppliesDefault: false },
      /explicit NULL into orders\.status_v2/,
    ],
    [
      'a column that goes under a release that remembers it, on the way back',
      { oldIgnores: false },
      /remembers orders\.status_v2 while it goes/,
    ],
    [
      'an old column dropped under a release that remembers it',
      { lastIgnoresOld: false },
      /remembers orders\.status while it goes/,
    ],
    ['reads that move to a column which was never filled', { backfill: false }, /not filled/],
    [
      'a writer that forgets the new column, with nothing to keep it equal',
      { sync: false, dualWrites: false },
      /left behind/,
    ],
    ['an old release that writes beside the new one without a sync', { sync: false }, /left behind/],
    [
      'a way back that does not copy the values back',
      { copyBack: false },
      /reads orders\.status, which later writes have left behind/,
    ],
    ['a value that only the new column can hold', { newIsWider: true, newWritesWide: true }, /cannot hold/],
  ])('%s', (_, recipe, says) => {
    expect(violations(recipe).join('\n')).toMatch(says);
  });
});

describe('finds the shortest way back', () => {
  const plan = columnReplacement();
  const ways = rollbackWays(plan);

  it('takes the first schema step away when no release has moved', () => {
    expect(ways.get('1')?.undoes).toEqual(['1.1']);
  });

  it('redeploys and leaves the schema while the sync runs', () => {
    expect(ways.get('2')?.undoes).toEqual(['2.1']);
    expect(ways.get('4')).toMatchObject({ undoes: [], leaves: ['4.1'], then: '2' });
  });

  it('turns the flag off before anything else', () => {
    expect(ways.get('5')?.undoes).toEqual(['5.3', '5.2', '5.1']);
    expect(ways.get('5')?.brings).toEqual([{ release: '1', flag: 'off' }]);
  });

  it('starts the sync again and copies back before an older release returns', () => {
    expect(ways.get('7')?.undoes).toEqual(['7.1']);
  });
});
