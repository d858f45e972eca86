import { describe, expect, it } from 'vitest';
import type { Part } from '#model/change.ts';
import { checkStep, deploy, stopAll } from '#model/change.ts';
import { briefWith, inventedChange, inventedPart, plannedChange, replacingPart } from '#model/testing.ts';
import { buildPlan } from './build-plan.ts';

/** Replaces a column, and only looks in its first phase of the last deploy's stage. */
const replacing = replacingPart();
const [start, ...others] = replacing.phases;
const looksFirst: Part = {
  ...replacing,
  phases: [
    start,
    ...others.flatMap((phase) =>
      phase.stage === 'retire'
        ? [{ ...phase, steps: [checkStep(['Look at the old column'], ['nobody else reads it'])] }, phase]
        : [phase],
    ),
  ],
};

/** Another table, for which everything stops in the first phase of that stage. */
const needs = (column: string) => ({ reads: [{ column: `vans.${column}` }], writes: [], ignores: [] });
const stopping: Part = inventedPart({
  before: ['plate', 'number'].flatMap((column, index) => [
    ...(index === 0 ? [{ kind: 'add-table' as const, table: 'vans' }] : []),
    {
      kind: 'add-column' as const,
      column: `vans.${column}`,
      is: { nullable: true, hasDefault: false, filled: true },
    },
  ]),
  application: { today: needs('plate'), retire: needs('number') },
  phases: [
    {
      stage: 'retire',
      title: ['Stop and start'],
      why: ['two names cannot run together'],
      steps: [stopAll(['Stop the vans']), deploy(['it reads the number'])],
    },
  ],
});

const plan = buildPlan(
  briefWith({
    changes: [looksFirst, stopping].map((part) => plannedChange({ change: inventedChange({ part: () => part }) })),
  }),
);

describe('two changes that deploy in different phases of one stage', () => {
  const [, , stopped, last] = plan.releases;

  it('come out each with its own release', () => {
    expect(stopped?.reads.map(({ column }) => column)).toEqual(['parcels.state', 'parcels.state_v2', 'vans.number']);
    expect(last?.reads.map(({ column }) => column)).toEqual(['parcels.state_v2', 'vans.number']);
  });

  it('find the flag where it was after everything stopped', () => {
    const phase = plan.phases.find(({ steps }) => steps.some(({ action }) => action.kind === 'stop'));
    expect(phase?.running).toContainEqual({ release: '2', flag: 'on' });
    expect(phase?.running).not.toContainEqual({ release: '2', flag: 'off' });
  });

  it('break no law', () => {
    expect(plan.violations).toEqual([]);
  });
});
