import { describe, expect, it } from 'vitest';
import type { PhaseDraft } from '#model/change.ts';
import { replacingPart } from '#model/testing.ts';
import { plain } from '#model/text.ts';
import { coreWith } from './invented-core.ts';
import { windowPhases } from './timing.ts';

const part = replacingPart();
const hold: PhaseDraft = {
  stage: 'hold',
  title: ['Hold'],
  why: ['it shows under load'],
  steps: [
    {
      does: ['Watch'],
      action: { kind: 'hold', until: ['a day'] },
      actor: 'on-call',
      minutes: { kind: 'assumed', minutes: 1440 },
      worked: ['no trigger'],
      undo: { kind: 'unneeded', because: ['it changes nothing'] },
    },
  ],
};
const [start, ...others] = part.phases;
const { phases } = coreWith({}, [{ ...part, phases: [start, ...others, hold] }]);
const at = (stage: string) => phases.find((phase) => phase.stage === stage)?.rollback;

describe('the way back', () => {
  it('of a phase that only waits is that of the phase before, at once', () => {
    const [waits, flag] = [at('hold'), at('switch')];
    expect(waits).toMatchObject({ atOnce: true, undoes: [], minutes: flag?.minutes, brings: flag?.brings });
    expect(plain(waits?.restoredWhen ?? [])).toBe(plain(flag?.restoredWhen ?? []));
  });

  it('of a phase whose batches run stops them first', () => {
    expect(at('backfill')?.atOnce).toBeUndefined();
    expect(plain(at('backfill')?.first ?? [])).toBe('stop the batches');
  });

  it('by dropping a column that a release writes says with whom', () => {
    expect(plain(at('expand')?.only ?? [])).toMatch(/^only with every instance on Release 0/);
  });
});

describe('success', () => {
  it('stands where reads have held, after something was changed', () => {
    const declared = phases.find(({ gates }) => gates.some(({ success }) => success === true));
    expect(declared?.stage).toBe('hold');
  });
});

describe('the window', () => {
  const [first, ...rest] = phases;
  const stop = { ...first.steps[0], action: { kind: 'stop' as const } };

  it('is from the stop of the application to its restart', () => {
    const stopped = { ...first, id: '0', steps: [stop] as const };
    expect(windowPhases([{ ...first, id: '9' }, stopped, ...rest]).map(({ id }) => id)).toEqual(['0', '2']);
  });

  it('holds no phase in which people only look', () => {
    const look = {
      ...first.steps[0],
      action: { kind: 'people' as const },
      undo: { kind: 'unneeded' as const, because: ['it changes nothing'] },
    };
    expect(windowPhases([{ ...first, id: '0', steps: [look] as const }, ...phases]).map(({ id }) => id)).toEqual([
      '1',
      '2',
    ]);
  });
});
