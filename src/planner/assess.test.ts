import { describe, expect, it } from 'vitest';
import { inventedPart, inventedScript, inventedStatement, plannedChange, said, unmeasured } from '#model/testing.ts';
import { assess } from './assess.ts';
import { coreWith, largeCore, smallCore } from './invented-core.ts';
import { weightOf } from './weight.ts';

const reasons = (core: Parameters<typeof assess>[0]) => said(assess(core).reasons);

describe('agrees', () => {
  it('with low for a column on a small table', () => {
    expect(assess(smallCore())).toMatchObject({ level: 'low', disagrees: false });
  });

  it('with high for a column replaced on a busy table, and says why', () => {
    expect(assess(largeCore())).toMatchObject({ level: 'high', disagrees: false });
    expect(reasons(largeCore())).toMatch(/cannot be taken back/);
    expect(reasons(largeCore())).toMatch(/48,000,000 rows, 31 GB, 350 writes\/s/);
  });
});

it('says in the right number what blocks', () => {
  const said = reasons(largeCore({ tables: [{ ...unmeasured('parcels'), writesPerSecond: 350 }] }));
  expect(said).toMatch(/lock: (?:[\d.]+ blocks|[\d.]+(?:, [\d.]+)+ block) /);
});

it('disagrees with low for a plan that ends in a loss', () => {
  expect(assess(largeCore({ risk: 'low' }))).toMatchObject({ level: 'high', disagrees: true });
});

it('does not disagree where nothing was given', () => {
  expect(assess(coreWith()).disagrees).toBe(false);
});

it('weighs a lock by the traffic that waits for it', () => {
  expect(assess(smallCore({ tables: [{ ...unmeasured('parcels'), rows: 48e6, writesPerSecond: 350 }] })).level).toBe(
    'medium',
  );
});

it('takes a long block for grave', () => {
  const statement = inventedStatement('rewrite it', {
    effect: { locks: [], blocks: 'reads and writes', work: 'rewrite', transaction: 'any' },
  });
  const base = inventedPart();
  const [phase] = base.phases;
  const [first] = phase.steps;
  const step = {
    ...first!,
    action: { kind: 'statements' as const, scripts: [inventedScript(statement)] as const },
  } as NonNullable<typeof first>;
  expect(reasons(coreWith({}, [{ ...base, phases: [{ ...phase, steps: [step] }] }]))).toMatch(
    /1\.1 blocks reads and writes for as long as/,
  );
});

it('counts clients that keep the old version', () => {
  const changes = [plannedChange({ nature: 'rename' })];
  expect(reasons(coreWith({ changes, runs: ['clients'] }))).toMatch(/for months/);
});

describe('weight', () => {
  it('is light for a small additive change', () => expect(weightOf(smallCore())).toBe('light'));
  it('is full where rows move and releases come out', () => expect(weightOf(largeCore({ risk: 'low' }))).toBe('full'));
  it('is full where the risk is given as high', () => expect(weightOf(smallCore({ risk: 'high' }))).toBe('full'));
  it('is full for a change that is not additive', () => {
    expect(weightOf(smallCore({ changes: [plannedChange({ nature: 'destructive' })] }))).toBe('full');
  });
});
