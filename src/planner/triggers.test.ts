import { describe, expect, it } from 'vitest';
import type { PhaseDraft } from '#model/change.ts';
import { inventedScript, inventedStatement, replacingPart } from '#model/testing.ts';
import { plain } from '#model/text.ts';
import { coreWith, largeCore, smallCore } from './invented-core.ts';
import { triggerIds, triggersOf } from './triggers.ts';

const { thresholds } = coreWith().brief;
const keys = (core: Parameters<typeof triggersOf>[0]) => Object.keys(triggerIds(core));
const row = (core: Parameters<typeof triggersOf>[0], key: keyof ReturnType<typeof triggerIds>) =>
  triggersOf(core).find(({ id }) => id === triggerIds(core)[key]);

it('has exactly what applies to a small additive change on one node', () => {
  const topology = { ...coreWith().brief.topology, given: true };
  expect(keys(smallCore({ topology }))).toEqual(['write latency', 'errors', 'wrong data', 'blocked', 'clock']);
});

it('asks for the lag where nobody said that there are no replicas', () => {
  expect(plain(row(smallCore(), 'lag')?.signal ?? [])).toMatch(/if there are replicas/);
});

it('covers a replacement of a column in every family', () => {
  expect(keys(largeCore())).toEqual([
    'write latency',
    'read latency',
    'errors',
    'parity',
    'wrong data',
    'blocked',
    'deadlock',
    'lag',
    'disk',
    'clock',
  ]);
});

it('makes no trigger of what the engine says does not exist on it', () => {
  const { engine } = coreWith().brief;
  const watches: typeof engine.watches = (...asked) =>
    engine
      .watches(...asked)
      .map((watch) => (watch.family === 'deadlocks' ? { ...watch, absent: true as const } : watch));
  const core = largeCore();
  expect(keys(core)).toContain('deadlock');
  expect(keys({ ...core, brief: { ...core.brief, engine: { ...engine, watches } } })).not.toContain('deadlock');
});

it('does not cancel a step after 2 s in which writers wait by design', () => {
  const rebuilding = (): PhaseDraft => ({
    stage: 'expand',
    title: ['rebuild'],
    why: ['it must'],
    steps: [
      {
        does: ['rebuild'],
        actor: 'executor',
        minutes: { kind: 'measure', what: ['the dry run'] },
        worked: ['it is there'],
        undo: { kind: 'unneeded', because: ['nothing'] },
        action: {
          kind: 'statements',
          scripts: [
            inventedScript(
              inventedStatement('rebuild parcels', {
                effect: { locks: [], blocks: 'writes', work: 'rewrite', transaction: 'any' },
              }),
            ),
          ],
        },
      },
    ],
  });
  const core = coreWith({}, [{ ...replacingPart(), phases: [rebuilding()] }]);
  expect(plain(row(core, 'blocked')?.threshold ?? [])).toMatch(/^> 2 s; in 1\.1 twice as long as in the dry run/);
  expect(plain(row(smallCore(), 'blocked')?.threshold ?? [])).toBe('> 2 s');
});

describe('given and assumed', () => {
  const given = largeCore({
    thresholds: {
      ...thresholds,
      writeLatency: { percent: 30, minutes: 10 },
      parityPercent: 99.9,
      lagSeconds: 5,
      other: 'the CEO calls',
    },
  });

  it('takes the numbers that were given', () => {
    expect(row(given, 'write latency')).toMatchObject({
      basis: 'given',
      threshold: ['+', '30', ' % over baseline'],
      duration: ['10', ' min'],
    });
    expect(plain(row(given, 'parity')?.threshold ?? [])).toMatch(/below 99.9 %/);
    expect(row(given, 'lag')?.basis).toBe('given');
    expect(plain(row(given, 'other')?.signal ?? [])).toBe('the CEO calls');
  });

  it('labels the others as assumed', () => {
    expect(row(largeCore(), 'write latency')?.basis).toBe('assumed');
    expect(row(given, 'errors')?.basis).toBe('assumed');
    expect(row(largeCore(), 'parity')?.basis).toBe('assumed');
    expect(row(given, 'parity')?.basis).toBe('given');
  });

  it('labels a duration that was not given beside a percentage that was', () => {
    const core = smallCore({
      thresholds: { ...thresholds, writeLatency: { percent: 30, minutes: { kind: 'not-given' } } },
    });
    expect(plain(row(core, 'write latency')?.duration ?? [])).toBe('10 min (assumed)');
  });
});

it('compares copies only once they are whole and while both are kept equal', () => {
  expect(row(largeCore(), 'parity')?.activeIn).toEqual(['4', '5', '6']);
});

it('compares from the start where a check looks only at new rows', () => {
  const part = replacingPart();
  const [parity] = part.checks;
  const drift = parity ? [{ ...parity, key: 'drift', title: ['new rows'], stages: ['backfill' as const] }] : [];
  const core = coreWith({}, [{ ...part, checks: [...part.checks, ...drift] }]);
  expect(row(core, 'parity')?.activeIn).toEqual(['3', '4', '5', '6']);
});

it('stops the loop at a lag of the replicas, also one that only the way back runs', () => {
  const [add, ...later] = replacingPart().phases;
  const still = later.filter(({ stage }) => stage !== 'backfill');
  const repeat = { kind: 'until-no-rows', size: 500, pauseSeconds: 1 } as const;
  const copiesBack: PhaseDraft = {
    ...add,
    steps: add.steps.map((one) =>
      'undo' in one && one.undo.kind === 'statements'
        ? {
            ...one,
            undo: {
              ...one.undo,
              scripts: [...one.undo.scripts, inventedScript(inventedStatement('copy back', { repeat }))],
            },
          }
        : one,
    ),
  };
  const action = (first: PhaseDraft) =>
    plain(row(coreWith({}, [{ ...replacingPart(), phases: [first, ...still] }]), 'lag')?.action ?? []);
  expect(action(add)).toBe('no further step until it has fallen');
  expect(plain(row(largeCore(), 'lag')?.action ?? [])).toMatch(/^stop the loop, .*end for today$/);
  expect(action(copiesBack)).toMatch(/in a way back stop the loop, then halve the batch$/);
});

it('states each threshold once for each signal', () => {
  const lines = triggersOf(largeCore()).map(({ signal, threshold }) => `${plain(signal)} ${plain(threshold)}`);
  expect(new Set(lines).size).toBe(lines.length);
});

it('stops on the clock with or without a window', () => {
  expect(plain(row(largeCore(), 'clock')?.threshold ?? [])).toBe('04:22 UTC');
  expect(plain(row(largeCore(), 'clock')?.action ?? [])).toMatch(/^do not start 2.1 after 04:00 UTC; /);
  expect(plain(row(coreWith(), 'clock')?.threshold ?? [])).toBe('2 × its dry-run minutes');
});

it('names the one way back where there is one phase, else the table by phase', () => {
  expect(plain(row(smallCore(), 'errors')?.action ?? [])).toBe('hold; R1 only if they name what is new');
  expect(plain(row(smallCore(), 'clock')?.action ?? [])).toMatch(/step begun: R1;/);
  expect(plain(row(largeCore(), 'errors')?.action ?? [])).toBe('by phase');
});

it('compares nothing once the sync is stopped and the old copy is left behind', () => {
  const part = replacingPart();
  const stop = inventedStatement('stop the sync', { deltas: [{ kind: 'stop-sync', name: 'equal' }] });
  const start = inventedStatement('start it again', {
    deltas: [
      {
        kind: 'start-sync',
        name: 'equal',
        sync: { pairs: [{ from: 'parcels.state_v2', to: 'parcels.state' }], fills: true },
      },
      { kind: 'fill', column: 'parcels.state' },
    ],
  });
  const stopping: PhaseDraft = {
    stage: 'retire',
    title: ['Stop the sync'],
    why: ['every reader has moved'],
    steps: [
      {
        does: ['Stop the sync'],
        action: { kind: 'statements', scripts: [inventedScript(stop)] },
        actor: 'executor',
        minutes: { kind: 'assumed', minutes: 1 },
        worked: ['it is gone'],
        undo: {
          kind: 'statements',
          scripts: [inventedScript(start)],
          minutes: { kind: 'assumed', minutes: 60 },
          loses: 'nothing',
        },
      },
    ],
  };
  const [first, ...rest] = part.phases;
  const core = coreWith({}, [{ ...part, phases: [first, ...rest.slice(0, -1), stopping] }]);
  expect(core.phases.at(-1)?.state.map(({ filled }) => filled)).toContain('frozen');
  expect(row(core, 'parity')?.activeIn).not.toContain(core.phases.at(-1)?.id);
});
