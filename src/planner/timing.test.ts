import { describe, expect, it } from 'vitest';
import { notGiven } from '#model/given.ts';
import { plain } from '#model/text.ts';
import { checkStep } from '#model/change.ts';
import { inventedPart } from '#model/testing.ts';
import { diskFits, diskNeed } from './disk.ts';
import { coreWith, largeCore, smallCore } from './invented-core.ts';
import { pacesOf, phaseMinutes, timingOf, windowPhases } from './timing.ts';

describe('the window', () => {
  it('holds the phases before rows are moved', () => {
    expect(windowPhases(largeCore().phases).map(({ stage }) => stage)).toEqual(['expand', 'write-both']);
  });

  it('computes the latest start of a rollback as a time in UTC', () => {
    const timing = timingOf(largeCore());
    expect(plain(timing.latestRollbackStart)).toBe('04:22 UTC');
    expect(plain(timing.formula)).toBe(
      '05:00 UTC − 23 min rollback (R2 12 + 10 wait + R1 1) − 15 min verification (assumed); phases 1–2: 13 min of 180',
    );
    expect(timing.fits).toBe('yes');
  });

  it('says when it does not fit', () => {
    const window = { start: '2026-12-08T23:50', end: '2026-12-09T00:10', minutes: 20 };
    expect(timingOf(largeCore({ window })).fits).toBe('no');
  });

  it('says what to measure where a number is missing, and invents none', () => {
    const timing = timingOf(largeCore({ deployMinutes: notGiven }));
    expect(timing.fits).toBe('unknown');
    expect(plain(timing.latestRollbackStart)).toMatch(/^TBD — .* — executor$/);
    expect(plain(timing.formula)).toMatch(/measure: how long a deploy takes/);
    expect(plain(timingOf(coreWith()).latestRollbackStart)).toMatch(/^TBD — /);
  });
});

it('counts on a restore where the window takes away what no step brings back', () => {
  const contract = { stage: 'contract' as const, title: ['Go'], why: ['unneeded'] };
  const lost = { kind: 'none' as const, because: ['gone'], loses: { what: ['rows'] } };
  const core = coreWith({}, [
    inventedPart({ phases: [{ ...contract, steps: [{ ...checkStep(['Go'], ['gone']), undo: lost }] }] }),
  ]);
  expect(timingOf(core).rollbackMinutes).toMatchObject({ kind: 'measure' });
});

describe('paces', () => {
  it('prints the formula of a loop', () => {
    const [pace] = pacesOf(largeCore());
    expect(pace?.minutes).toMatchObject({ kind: 'computed', minutes: 160 });
    expect(plain(pace?.minutes.kind === 'computed' ? (pace.minutes.formula ?? []) : [])).toMatch(
      /÷ 5,000 = 9,600 batches × \(0.5 s work \(measure\) \+ 0.5 s pause\) = 160 min/,
    );
  });

  it('waits earlier than the lag that was given', () => {
    const thresholds = { ...coreWith().brief.thresholds, lagSeconds: 6 };
    expect(pacesOf(largeCore({ thresholds }))[0]?.pausesWhen.map(plain)).toContain('replica lag > 2 s');
  });

  it('are none where no row is moved', () => expect(pacesOf(smallCore())).toEqual([]));

  it('add up to the minutes of their phase', () => {
    const phase = largeCore().phases.find(({ stage }) => stage === 'backfill');
    expect(phase && phaseMinutes(phase)).toMatchObject({ minutes: 160 });
  });
});

describe('disk', () => {
  it('is computed with its formula', () => {
    expect(diskNeed(largeCore())?.gigabytes).toBe(117);
    expect(plain(diskNeed(largeCore())?.says ?? [])).toMatch(
      /dead rows of `parcels` up to its heap, 24.8 GB; log about 3.7 × heap = 91.8 GB/,
    );
  });

  it('is compared with what is free', () => {
    expect([
      diskFits(largeCore({ freeDiskGigabytes: 50 })),
      diskFits(largeCore({ freeDiskGigabytes: 500 })),
      diskFits(largeCore()),
    ]).toEqual(['no', 'yes', 'unknown']);
  });

  it('is not asked for where nothing is written', () => expect(diskNeed(smallCore())).toBeUndefined());
});
