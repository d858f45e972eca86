import { describe, expect, it } from 'vitest';
import { makeDocuments } from '#app/make-documents.ts';
import { loadEngine } from '#knowledge/engines/index.ts';
import { answersSchema } from '#model/answers.ts';
import { always } from '#model/capability.ts';
import type { StepDraft } from '#model/change.ts';
import type { Delta } from '#model/schema.ts';
import type { Undo } from '#model/statement.ts';
import { briefWith, inventedPart, inventedScript, inventedStatement } from '#model/testing.ts';
import { plain } from '#model/text.ts';
import { buildPhases } from './build-phases.ts';
import { halfwayOf } from './halfway.ts';

const add: Delta = {
  kind: 'add-column',
  column: 'parcels.note',
  is: { nullable: true, hasDefault: false, filled: true },
};
const drop: Delta = { kind: 'drop-column', column: 'parcels.note' };
const start: Delta = { kind: 'start-sync', name: 'equal', sync: { pairs: [], fills: false } };
const stop: Delta = { kind: 'stop-sync', name: 'equal' };

const file = (text: string, ...deltas: readonly Delta[]) =>
  inventedScript(inventedStatement(text, { deltas }), { transaction: 'none' });
const undoing = (...deltas: readonly [Delta, ...Delta[]]): Undo => {
  const [first, ...rest] = deltas.map((delta) => file('undo', delta));
  return {
    kind: 'statements',
    scripts: first ? [first, ...rest] : [file('undo')],
    minutes: { kind: 'assumed', minutes: 1 },
    loses: 'nothing',
  };
};

/** A column, a function, a sync: three files, or one of three statements. */
const rows = (undo: Undo, rest: Parameters<typeof briefWith>[0] = {}) => {
  const step: StepDraft = {
    does: ['Add and sync'],
    action: { kind: 'statements', scripts: [file('add', add), file('function'), file('start', start)] },
    actor: 'executor',
    minutes: { kind: 'assumed', minutes: 1 },
    worked: ['it is there'],
    undo,
  };
  const brief = briefWith({ traits: { ...briefWith().traits, remembersColumns: false }, ...rest });
  const part = inventedPart({ phases: [{ stage: 'expand', title: ['Add'], why: ['it'], steps: [step] }] });
  return halfwayOf(brief, buildPhases(brief, [part])).map(
    ({ done, of, there, back }) => `${done.join()} of ${of}: ${plain(there)}: ${plain(back)}`,
  );
};

describe('a step that stops between its statements', () => {
  it('is taken back by the part of its undo that finds something, in one row where that is the same', () => {
    expect(rows(undoing(stop, drop))).toEqual(['1,2 of 3: `column parcels.note`: undo 1.1, only statement 2 of it']);
  });

  it('is ended first where the undo would leave something', () => {
    expect(rows(undoing(stop))).toEqual([
      '1,2 of 3: `column parcels.note`: go on with the next statement; undo only the whole',
    ]);
  });

  it('is ended first where a release would miss what the undo takes', () => {
    const { traits } = briefWith();
    expect(rows(undoing(stop, drop), { traits }).join()).toMatch(
      /: go on with the next statement; undo only the whole$/,
    );
  });

  it('is looked at where its statements say nothing of the schema', () => {
    const brief = briefWith();
    const [phase] = inventedPart().phases;
    const [given] = phase.steps;
    const silent = file('a grant');
    const undo = undoing(stop, drop);
    const step = {
      ...(given as StepDraft),
      action: { kind: 'statements' as const, scripts: [silent, silent] as const },
    };
    const opaque = undo.kind === 'statements' ? { ...undo, scripts: [silent, silent] as const } : undo;
    const part = inventedPart({ phases: [{ ...phase, steps: [{ ...step, undo: opaque }] }] });
    expect(halfwayOf(brief, buildPhases(brief, [part])).map(({ back }) => plain(back))).toEqual([
      'look what stands, undo that much',
    ]);
  });

  it('is ended where there is no undo, and said nothing of where none is needed', () => {
    expect(rows({ kind: 'none', because: ['gone'], loses: 'nothing' }).join()).toMatch(
      /: none; go on with the next statement$/,
    );
    expect(rows({ kind: 'unneeded', because: ['it only adds'] })).toEqual([]);
  });

  it('is no matter where the engine undoes schema changes together', () => {
    const { engine } = briefWith();
    const can = { ...engine.can, transactionalDdl: always(engine.hostings[0]!.source) };
    expect(rows(undoing(stop, drop), { engine: { ...engine, can } })).toEqual([]);
  });
});

it.each([
  ['generic', true],
  ['postgresql', false],
])('is printed for %s: %s', async (id, printed) => {
  const answers = answersSchema.parse({
    change: {
      changes: [
        { kind: 'create-table', fields: {} },
        { kind: 'rename-table', fields: {} },
        { kind: 'widen-key', fields: {} },
      ],
    },
  });
  const { markdown } = makeDocuments(answers, await loadEngine(id), true, '2026-12-01', false);
  expect(markdown.includes('If it stops between them')).toBe(printed);
});
