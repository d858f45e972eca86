import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Core } from './core.ts';
import { inventedDependency, inventedPart, people, said, unmeasured } from '#model/testing.ts';
import { checkStep } from '#model/change.ts';
import { plain, words } from '#model/text.ts';
import { weightOf } from './weight.ts';
import { assumptionsOf, questionsOf } from './questions.ts';
import { checklistOf } from './checklist.ts';
import { baselineId, completeChecks } from './checks.ts';
import { headerOf, peopleOf } from './header.ts';
import { coreWith, largeCore, smallCore } from './invented-core.ts';
import { messagesOf } from './messages.ts';
import { reversibilityOf } from './reversibility.ts';
import { actionsOf, reviewsOf } from './reviews.ts';
import { rollbackNotesOf } from './rollback-notes.ts';
import { signalsOf } from './signals.ts';
import { triggersOf } from './triggers.ts';

const header = (core: Core) =>
  headerOf(core)
    .map(({ label, value }) => `${label}: ${plain(value)}`)
    .join('\n');
const checklist = (core: Core) =>
  checklistOf(core)
    .map(({ title, detail }) => `${plain(title)}: ${plain(detail)}`)
    .join('\n');
const questions = (core: Core) =>
  questionsOf(core)
    .map(({ about, settle }) => `${plain(about)}: ${plain(settle)}`)
    .join('\n');

/** Everything around the phases, as one text. */
const everything = (core: Core): string =>
  [
    header(core),
    checklist(core),
    questions(core),
    ...[...assumptionsOf(core), ...reviewsOf(core), ...actionsOf(core), ...rollbackNotesOf(core).rollbackFails].map(
      plain,
    ),
    ...triggersOf(core).flatMap(({ signal, threshold, action }) => [signal, threshold, action].map(plain)),
    ...signalsOf(core).flatMap(({ title, source, warn }) => [title, source, warn].map(plain)),
    ...completeChecks(core).flatMap(({ title, at, how, expected }) => [title, at, how, expected].map(plain)),
    ...messagesOf(core).map(({ text }) => plain(text)),
  ].join('\n');

describe('header', () => {
  it('names people that were given and leaves named blanks for the others', () => {
    const who = peopleOf(coreWith({ people: people({ executor: 'Ada' }) }).brief);
    expect([plain(who.executor), plain(who['rollback owner'])]).toEqual(['Ada', 'TBD — rollback decision owner']);
  });

  it('states class, reversibility, risk with our assessment, budget and latest rollback', () => {
    expect(header(largeCore())).toMatch(/Change class: rename; \*?irreversible/);
    expect(header(largeCore({ risk: 'low' }))).toMatch(/given low; our assessment says high/);
    expect(header(largeCore())).toMatch(/reads and writes 0/);
    expect(header(largeCore())).toMatch(/latest start of it 04:22 UTC/);
  });

  it('marks only what was given as given', () => {
    expect(header(coreWith())).not.toMatch(/\(given\)/);
    expect(header(coreWith({ engineGiven: false }))).toMatch(/TBD — engine and version — executor/);
  });
});

describe('reversibility', () => {
  it('is whole where each step can be taken back', () =>
    expect(reversibilityOf(smallCore()).verdict).toBe('reversible'));
  it('names the step and the loss', () => {
    expect(reversibilityOf(largeCore())).toMatchObject({ verdict: 'irreversible', pointOfNoReturn: '7.1' });
    expect(said([reversibilityOf(largeCore()).because])).toMatch(/the values of parcels.state/);
  });
});

describe('checklist', () => {
  it.each([
    ['small', smallCore()],
    ['large', largeCore()],
  ])('keeps what is critical in a %s plan', (_, core) => {
    expect(
      checklistOf(core)
        .filter(({ critical }) => critical)
        .map(({ title }) => plain(title)),
    ).toEqual(['Backup and restore tested', 'Dry run with the way back', 'Go/no-go 1']);
  });

  it('asks each dependent by name, with its owner', () => {
    const dependencies = [
      { kind: inventedDependency(), name: 'nightly export', reads: 'parcels.state', when: '01:00 UTC', owner: 'Bo' },
    ];
    expect(checklist(largeCore({ dependencies }))).toMatch(
      /nightly export: reads parcels.state, runs 01:00 UTC.*Confirmed by Bo ☐/,
    );
    expect(checklist(largeCore({ dependencies }))).toMatch(/not running: nightly export \(01:00 UTC\)/);
  });

  it('names which releases meet in which phase', () => {
    expect(checklist(largeCore())).toMatch(/phase 1 with release 0 ☐, 2 with 0 \+ 1 ☐/);
  });

  it('keeps off a pooler only where there is one', () => {
    expect(checklist(largeCore())).toMatch(/not through Bouncer/);
    expect(checklist(smallCore())).not.toMatch(/Connection/);
  });
});

describe('checks', () => {
  it.each([
    ['small', smallCore()],
    ['large', largeCore()],
  ])('has two before, during and after in a %s plan', (_, core) => {
    const times = completeChecks(core).map(({ when }) => when);
    for (const when of ['before', 'during', 'after'])
      expect(times.filter((time) => time === when).length).toBeGreaterThanOrEqual(2);
  });

  it('asks nothing twice that a change checks itself, and still has two at each time', () => {
    const own = {
      stages: ['expand' as const],
      when: 'after' as const,
      how: ['so'],
      expected: ['so'],
      tolerance: ['none'],
    };
    const checks = ['shape', 'application', 'after'].map((key) => ({ ...own, key, title: [`own ${key}`] }));
    const complete = completeChecks(coreWith({}, [inventedPart({ checks })]));
    const at = (when: string) => complete.filter((one) => one.when === when).map(({ title }) => plain(title));
    expect(at('after')).toEqual(['own shape', 'own application', 'own after']);
    expect(at('before')).toEqual(['baseline', 'schema']);
    expect(at('during')).toEqual(['quiet', 'application']);
  });

  it('keeps the ids of the changes and completes a complete list no further', () => {
    const core = largeCore();
    const complete = completeChecks(core);
    expect(complete[0]).toBe(core.checks[0]);
    expect(completeChecks({ ...core, checks: complete })).toEqual(complete);
    expect(complete.find(({ id }) => id === baselineId(core))?.title).toEqual(['baseline']);
  });
});

describe('questions and assumptions', () => {
  it('says what does not fit', () => {
    const window = { start: '2026-12-08T02:00', end: '2026-12-08T02:20', minutes: 20 };
    expect(questions(largeCore({ window }))).toMatch(/window: .*take a longer one/);
    expect(questions(largeCore({ freeDiskGigabytes: 5 }))).toMatch(/disk: the free disk that was given is not enough/);
  });

  it('carries contradictions and unconfirmed facts, each once', () => {
    const contradictions = [{ page: 'risk', field: 'risk', says: 'Move the window.' }];
    expect(questions(smallCore({ contradictions })).match(/Move the window/g)).toHaveLength(1);
    const part = inventedPart({ questions: [{ about: ['x'], settle: ['Does it hold?'], who: 'executor' }] });
    expect(questions(coreWith({}, [part, part])).match(/Does it hold/g)).toHaveLength(1);
  });

  it.each([
    ['light', smallCore],
    ['full', largeCore],
  ])('prints every unanswered question in a %s plan', (_, make) => {
    const unanswered = ['scale', 'risk', 'dependencies'].map((page) => ({
      page,
      label: `What of ${page}?`,
      gives: 'much',
      who: 'executor',
    }));
    const text = said(assumptionsOf(make({ unanswered })));
    for (const { label } of unanswered) expect(text).toContain(label);
  });

  it('says that times without a zone are read as UTC', () => {
    const answers = { ...largeCore().brief.answers, risk: { ...largeCore().brief.answers.risk, windowZone: 'UTC' } };
    expect(said(assumptionsOf(largeCore()))).toMatch(/read as UTC/);
    expect(said(assumptionsOf(largeCore({ answers })))).not.toMatch(/read as UTC/);
  });
});

describe('the hosting', () => {
  const [cellar] = coreWith().brief.engine.hostings;
  const at = (make: typeof largeCore, rest: Partial<NonNullable<typeof cellar>>) => {
    const { situation } = make().brief;
    return make(cellar ? { situation: { ...situation, hosting: { ...cellar, ...rest } } } : {});
  };
  const notesWhen = { lossy: words`bricks are not copied`, pooled: words`the stairs are narrow` };

  it('says where free space is looked for', () => {
    const said = checklist(at(largeCore, { storage: words`in the well` }));
    expect(said).toMatch(/GB free in the well \(assumed/);
    expect(said).not.toMatch(/on every node \(assumed/);
    expect(everything(at(largeCore, { storage: words`in the well` }))).not.toMatch(/free disk, any node/);
  });

  it('says what any change must know there, and the rest where the plan runs into it', () => {
    expect(checklist(at(smallCore, { notes: [words`mind the step`], notesWhen }))).toMatch(
      /the cellar: mind the step$/m,
    );
    expect(checklist(at(largeCore, { notesWhen }))).toMatch(
      /the cellar: bricks are not copied\. the stairs are narrow/,
    );
  });
});

describe('rollback notes and reviews', () => {
  it('say what is kept, who closes the window and what remains after it', () => {
    const notes = rollbackNotesOf(largeCore());
    expect(plain(notes.rollbackWindow)).toMatch(
      /opens at 1\.1; Go\/no-go \d+ of phase 7 closes it\. Kept until then: the images of releases 0, 1, 2, the flag, the backup, the sync until \d\.\d/,
    );
    expect(plain(notes.afterNoReturn)).toMatch(/^After 7\.1: fix forward\. Lost: the values of parcels\.state/);
    expect(plain(rollbackNotesOf(smallCore()).afterNoReturn)).toMatch(/No step is beyond return/);
  });

  it('say that nothing has changed only where the engine keeps it so', () => {
    const { engine } = coreWith().brief;
    const failing = (rest: Partial<typeof engine>) => {
      const core = smallCore({ engine: { ...engine, ...rest } });
      return `${said(rollbackNotesOf(core).rollbackFails)} ${said(triggersOf(core).map(({ action }) => action))}`;
    };
    const noLimit = { guard: () => ({ lines: [], onFailure: words`look` }) };
    const noTransaction = { running: () => ({ ...engine.running(smallCore().brief.situation), begin: '' }) };
    expect(failing({})).toMatch(/lock never granted: nothing has changed.*cancel our statement; nothing has changed/);
    expect(failing(noLimit)).toMatch(/no limit is known to end it/);
    expect(failing(noTransaction)).toMatch(/lock never granted: nothing has changed/);
    expect(failing(noTransaction)).not.toMatch(/statement; nothing has changed/);
  });

  it('count the cleanup as debt', () => {
    expect(said(actionsOf(largeCore()))).toMatch(/remove the flag/);
    expect(said(actionsOf(smallCore()))).not.toMatch(/flag/);
    expect(said(reviewsOf(smallCore()))).toMatch(/also when all went well/);
  });
});

it('is short around a small change', () => expect(everything(smallCore()).length).toBeLessThan(7000));

it('prints no broken word whatever was given', () => {
  const number = fc.option(fc.double({ min: 0, max: 1e12, noNaN: true }), { nil: { kind: 'not-given' as const } });
  fc.assert(
    fc.property(number, number, number, fc.constantFrom(smallCore, largeCore), (rows, gigabytes, minutes, make) => {
      const core = make({ tables: [{ ...unmeasured('parcels'), rows, gigabytes }], deployMinutes: minutes });
      expect(everything(core)).not.toMatch(/undefined|NaN|\[object|Infinity/);
    }),
    { numRuns: 40 },
  );
});

describe('what nobody has confirmed', () => {
  const unconfirmed = (() => {
    const part = inventedPart();
    const [phase] = part.phases;
    const people = {
      ...checkStep(['Do it'], ['done']),
      action: { kind: 'people' as const },
      undo: { kind: 'none' as const, because: words`not written`, loses: { what: words`not known` } },
    };
    return coreWith({ risk: 'low' }, [{ ...part, phases: [{ ...phase, steps: [people] }] }]);
  })();

  it('is claimed nowhere', () => {
    expect(everything(unconfirmed)).not.toMatch(
      /nothing is written anew|expected impact none|No downtime|no row is copied|notice nothing/,
    );
    expect(everything(unconfirmed)).toMatch(/expected impact not known/);
  });

  it('is not light', () => expect(weightOf(unconfirmed)).toBe('full'));
});

it('asks to move a job that runs in the window', () => {
  const dependencies = [
    { kind: inventedDependency(), name: 'nightly export', reads: '', when: '03:00–03:30 UTC', owner: '' },
  ];
  expect(questions(largeCore({ dependencies }))).toMatch(/nightly export: it runs in the window \(03:00–03:30 UTC\)/);
});

it('says on which day a long loop ends, clear of the peak', () => {
  const tables = [{ ...unmeasured('parcels'), rows: 900e6 }];
  expect(said(assumptionsOf(largeCore({ tables, peak: { from: 1020, to: 1260 } })))).toMatch(
    /loop of 3\.1 takes 50 h: with 20 h a day clear of the peak it ends on day 3/,
  );
  expect(said(assumptionsOf(largeCore()))).not.toMatch(/ends on day/);
});
