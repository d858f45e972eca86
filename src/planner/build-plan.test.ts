import { expect, it } from 'vitest';
import type { Part } from '#model/change.ts';
import { briefWith, inventedPart, plannedChange, unmeasured } from '#model/testing.ts';
import { plain } from '#model/text.ts';
import { buildPlan } from './build-plan.ts';

const planOf = (...parts: readonly Part[]) =>
  buildPlan(
    briefWith({
      tables: [unmeasured('parcels')],
      changes: parts.map((part, index) => {
        const { change, ...rest } = plannedChange();
        return { ...rest, change: { ...change, title: `Change ${index + 1}`, part: () => part } };
      }),
    }),
  );

it('names the table of several changes where one of them says nothing of what it touches', () => {
  expect(plain(planOf(inventedPart({ touches: [] }), inventedPart({ touches: ['parcels.fax'] })).title)).toBe(
    'Change 1; Change 2: `parcels`',
  );
  expect(plain(planOf(inventedPart({ touches: ['parcels.fax'] })).title)).toBe('Change 1: `parcels.fax`');
});

it('says of each of several ways which change it is for', () => {
  const named = (name: string) => inventedPart({ strategy: { ...inventedPart().strategy, name: [name] } });
  expect(plain(planOf(named('Add it'), named('Drop it')).strategy.name)).toBe('Change 1: Add it; Change 2: Drop it');
  expect(plain(planOf(named('Add it')).strategy.name)).toBe('Add it');
});

it('rests as long as needed, but where a change sets an end to it', () => {
  expect(plain(planOf(inventedPart()).restsFor)).toBe('as long as needed');
  expect(plain(planOf(inventedPart({ restsWhile: ['keys are left'] })).restsFor)).toBe('only while keys are left');
});
