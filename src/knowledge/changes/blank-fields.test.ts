import { expect, it } from 'vitest';
import type { Change, Part } from '#model/change.ts';
import { stages } from '#model/plan.ts';
import { generic } from '../engines/generic/index.ts';
import { ableEngine, contextWith, rememberingStack } from '../testing.ts';
import { changes } from './registry.ts';

const situations = [
  { engine: ableEngine },
  { engine: generic },
  { engine: ableEngine, stack: rememberingStack },
  { engine: ableEngine, mayBlock: () => true },
];

/** Every kind of change with every choice of its fields, and nothing else answered. */
const blankParts = ({ fields, part }: Change): readonly Part[] => {
  const choices = Object.entries(fields).flatMap(([id, { options = [] }]) =>
    options.map((option) => ({ [id]: option.id })),
  );
  return [{}, ...choices].flatMap((answers) => situations.map((rest) => part(contextWith(answers, rest))));
};

const stepsOf = (part: Part) =>
  part.phases.flatMap(({ steps }) => steps.flatMap((step) => ('undo' in step ? [step] : [])));

it.each(changes)('$id makes phases in the order of the stages', (change) => {
  for (const { phases } of blankParts(change)) {
    const ranks = phases.map(({ stage }) => stages.indexOf(stage));
    expect(ranks).toEqual(ranks.toSorted((a, b) => a - b));
  }
});

it.each(changes)('$id says for each step how it is taken back, or why not', (change) => {
  for (const part of blankParts(change))
    for (const { undo } of stepsOf(part))
      expect('because' in undo ? undo.because.length : 'scripts' in undo ? undo.scripts.length : 1).toBeGreaterThan(0);
});

it.each(changes)('$id has a check for each step that is proved by one, and each check once', (change) => {
  for (const part of blankParts(change)) {
    const keys = part.checks.map(({ key }) => key);
    expect(new Set(keys).size).toBe(keys.length);
    for (const { proves } of stepsOf(part)) if (proves !== undefined) expect(keys).toContain(proves);
  }
});

it.each(changes)('$id shows each essential field that is blank, and asks for it', (change) => {
  const part = change.part(contextWith());
  const said = JSON.stringify(part);
  for (const [id, field] of Object.entries(change.fields).filter(([, { essential, when }]) => essential && !when)) {
    if (field.control !== 'choice' && field.control !== 'yes-no') expect(said).toContain(`<${id}`);
    expect(JSON.stringify(part.questions).toLowerCase()).toContain(
      JSON.stringify(field.label).slice(1, -1).toLowerCase(),
    );
  }
});

it.each(changes)('$id deploys a release only in a stage for which it says what the release needs', (change) => {
  for (const { phases, application } of blankParts(change))
    for (const { stage, steps } of phases)
      if (steps.some((step) => 'deploy' in step)) expect(application).toHaveProperty([stage]);
});

it.each(changes)('$id takes columns and tables away only behind a gate', (change) => {
  for (const { phases } of blankParts(change))
    for (const { stage, gate } of phases)
      if (stage === 'contract') expect(gate ?? phases.find((one) => one.stage === 'contract')?.gate).toBeDefined();
});
