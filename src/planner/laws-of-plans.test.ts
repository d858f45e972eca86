import { describe, expect, it } from 'vitest';
import type { Phase, Plan, Step } from '#model/plan.ts';
import { briefWith, plannedChange, inventedChange, replacingPart } from '#model/testing.ts';
import { buildPlan } from './build-plan.ts';
import { violationsOf } from './laws.ts';

const sound = buildPlan(
  briefWith({ changes: [plannedChange({ change: inventedChange({ part: () => replacingPart() }) })] }),
);

/** The plan with one phase changed. */
const withPhase = (plan: Plan, id: string, change: (phase: Phase) => Partial<Phase>): Plan => {
  const [first, ...rest] = plan.phases.map((phase) => (phase.id === id ? { ...phase, ...change(phase) } : phase));
  return first ? { ...plan, phases: [first, ...rest] } : plan;
};

const withStep = (plan: Plan, id: string, change: (step: Step) => Partial<Step>): Plan =>
  withPhase(plan, id.split('.')[0] ?? '', ({ steps }) => {
    const [first, ...rest] = steps.map((step) => (step.id === id ? { ...step, ...change(step) } : step));
    return first ? { steps: [first, ...rest] } : {};
  });

const statementStep = sound.phases.flatMap(({ steps }) => steps).find(({ action }) => action.kind === 'statements');
const flagPhase = sound.phases.find(({ steps }) => steps.some(({ action }) => action.kind === 'flag'));
const last = sound.phases.at(-1);

it('finds nothing in a plan as it is built', () => {
  expect(violationsOf(sound)).toEqual([]);
});

describe('finds a fault that was planted', () => {
  it('a rollback that undoes a step which is not there', () => {
    const plan = withPhase(sound, '1', ({ rollback }) => ({ rollback: { ...rollback, undoes: ['7.7'] } }));
    expect(violationsOf(plan)).toContain('rollback of phase 1 undoes step 7.7, which is not there');
  });

  it('a step that cannot be taken back and has no gate of its own', () => {
    const plan = withPhase(sound, last?.id ?? '', () => ({ gates: [] }));
    expect(violationsOf(plan).join()).toMatch(/has no gate of its own/);
  });

  it('a threshold that stands twice', () => {
    const [trigger] = sound.triggers;
    expect(violationsOf({ ...sound, triggers: trigger ? [...sound.triggers, trigger] : [] }).join()).toMatch(
      /stands twice/,
    );
  });

  it('a signal that quotes a trigger which is not there', () => {
    const signals = sound.signals.map((signal) => ({ ...signal, triggers: ['T99'] }));
    expect(violationsOf({ ...sound, signals }).join()).toMatch(/quotes T99/);
  });

  it('a trigger that fires in a phase which is not there', () => {
    const triggers = sound.triggers.map((trigger) => ({ ...trigger, activeIn: ['42'] }));
    expect(violationsOf({ ...sound, triggers }).join()).toMatch(/active in phase 42/);
  });

  it('something taken away in the phase that moves reads', () => {
    const plan = withPhase(sound, flagPhase?.id ?? '', ({ steps }) => ({
      steps: [{ ...steps[0], undo: { kind: 'none', because: ['gone'], loses: { what: ['rows'] } } }, ...steps.slice(1)],
    }));
    expect(violationsOf(plan).join()).toMatch(/moves reads and takes something away/);
  });

  it('a way back that takes the new column from a release which writes it', () => {
    const plan = withPhase(sound, '4', ({ rollback }) => ({ rollback: { ...rollback, undoes: ['1.1'] } }));
    expect(violationsOf(plan).join()).toMatch(
      /R4 from 4.1, back over 1.1: Release 1 writes parcels.state_v2, which is not there/,
    );
  });

  it.each([
    [
      'a lock that blocks others without a limit on the wait',
      {
        guard: 'none' as const,
        blocks: 'reads and writes' as const,
        work: 'catalog' as const,
        transaction: 'any' as const,
        in: 'none' as const,
      },
      /without a limit on the wait/,
    ],
    [
      'a lock limit on a concurrent build',
      {
        guard: 'short-lock' as const,
        blocks: 'schema changes' as const,
        work: 'index build' as const,
        transaction: 'outside' as const,
        in: 'none' as const,
      },
      /lock limit on a concurrent build/,
    ],
    [
      'a statement in a transaction that refuses it',
      {
        guard: 'unhurried' as const,
        blocks: 'nothing' as const,
        work: 'scan' as const,
        transaction: 'outside' as const,
        in: 'one' as const,
      },
      /refused there/,
    ],
  ])('%s', (_, { guard, blocks, work, transaction, in: transactionOfScript }, says) => {
    const plan = withStep(sound, statementStep?.id ?? '', ({ action }) =>
      action.kind === 'statements'
        ? {
            action: {
              ...action,
              scripts: [
                {
                  guard,
                  transaction: transactionOfScript,
                  statements: [
                    {
                      ...action.scripts[0].statements[0],
                      deltas: [],
                      effect: { locks: [], blocks, work, transaction },
                    },
                  ],
                },
              ],
            },
          }
        : {},
    );
    expect(violationsOf(plan).join()).toMatch(says);
  });
});
