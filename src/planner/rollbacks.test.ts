import { describe, expect, it } from 'vitest';
import type { PhaseDraft } from '#model/change.ts';
import { deploy } from '#model/change.ts';
import type { Delta } from '#model/schema.ts';
import { inventedPart, inventedScript, inventedStatement, replacingPart, said } from '#model/testing.ts';
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

describe('from a phase after one that only added something', () => {
  const add = (deltas: readonly Delta[]): PhaseDraft => ({
    stage: 'expand',
    title: ['Add'],
    why: ['nothing names it'],
    steps: [
      {
        does: ['Add it'],
        action: { kind: 'statements', scripts: [inventedScript(inventedStatement('add it', { deltas }))] },
        actor: 'executor',
        minutes: { kind: 'assumed', minutes: 1 },
        worked: ['it is there'],
        undo: {
          kind: 'statements',
          scripts: [inventedScript(inventedStatement('take it away'))],
          minutes: { kind: 'assumed', minutes: 1 },
          loses: 'nothing',
        },
      },
    ],
  });
  const note: Delta = {
    kind: 'add-column',
    column: 'parcels.note',
    is: { nullable: true, hasDefault: false, filled: true },
  };
  const index: Delta = { kind: 'add-object', object: 'index parcels_note_idx' };
  const deploying: PhaseDraft = { stage: 'write-both', title: ['Use'], why: ['it is there'], steps: [deploy(['it'])] };
  const way = (deltas: readonly Delta[], next: PhaseDraft) =>
    coreWith({}, [inventedPart({ phases: [add(deltas), next] })]).phases[1]?.rollback;

  it.each([
    ['a column', [note]],
    ['an index', [index]],
  ])('leaves %s until the change is called off', (_, deltas) => {
    expect(way(deltas, deploying)).toMatchObject({ undoes: ['2.1'], rests: '1' });
    expect(way(deltas, deploying)?.then).toBeUndefined();
  });

  it.each<[string, readonly Delta[]]>([
    ['an index that refuses rows', [{ ...index, unique: true }]],
    ['a constraint', [{ kind: 'add-object', object: 'constraint parcels_note_check' }]],
    ['what changes nothing that the laws know', []],
  ])('goes on to take away %s', (_, deltas) => {
    expect(way(deltas, deploying)).toMatchObject({ undoes: ['2.1'], then: '1' });
  });

  it('takes it away at once where nothing else was done', () => {
    expect(way([index], hold)).toMatchObject({ then: '1', atOnce: true });
  });
});

describe('the gate before a loss', () => {
  const criteria = (checks: typeof part.checks) =>
    said(
      coreWith({}, [{ ...part, checks }])
        .phases.flatMap(({ gates }) => gates)
        .filter(({ pointOfNoReturn }) => pointOfNoReturn)
        .flatMap((gate) => gate.criteria),
    );

  it('asks for the export only where there is one', () => {
    const [parity] = part.checks;
    expect(criteria(part.checks)).not.toMatch(/export/);
    expect(criteria(parity ? [{ ...parity, key: 'export' }] : [])).toMatch(/or the export read back/);
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
