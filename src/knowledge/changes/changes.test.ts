import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Change, ChangeContext, Part } from '#model/change.ts';
import { stages } from '#model/plan.ts';
import { plain } from '#model/text.ts';
import { generic } from '../engines/generic/index.ts';
import { ableEngine, contextWith, rememberingStack } from '../testing.ts';
import * as entries from './index.ts';
import { changes, groups } from './registry.ts';

const folder = new URL('.', import.meta.url);
const examples = new URL('../engines/postgresql/examples/', import.meta.url);
const entryFiles = readdirSync(folder).filter(
  (file) => file.endsWith('.ts') && !file.endsWith('.test.ts') && !['index.ts', 'registry.ts'].includes(file),
);
const camel = (id: string) => id.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());

/** Every choice of a kind, alone, on fields that are all answered or all blank. */
const answersOf = (change: Change): readonly Readonly<Record<string, string>>[] => {
  const answered = Object.fromEntries(Object.entries(change.fields).map(([id]) => [id, `a_${id}`]));
  const blank = Object.fromEntries(Object.keys(change.fields).map((id) => [id, '']));
  const choices = Object.entries(change.fields).flatMap(([id, { control, options = [] }]) =>
    control === 'choice'
      ? options.map((option) => ({ [id]: option.id }))
      : control === 'yes-no'
        ? [{ [id]: 'yes' }, { [id]: 'no' }]
        : [],
  );
  return [
    blank,
    answered,
    ...choices.flatMap((choice) => [
      { ...blank, ...choice },
      { ...answered, ...choice },
    ]),
  ];
};

const situations: readonly Partial<ChangeContext>[] = [
  {},
  { stack: rememberingStack },
  { stack: { ...rememberingStack, overlap: false, hasFlags: false }, downtime: 'window', mayBlock: () => true },
];

const partsOf = (change: Change): readonly Part[] =>
  [ableEngine, generic].flatMap((engine) =>
    situations.flatMap((situation) =>
      answersOf(change).map((fields) => change.part({ ...contextWith(fields, { engine }), ...situation })),
    ),
  );

const textsOf = (value: unknown): readonly string[] =>
  typeof value === 'string'
    ? [value]
    : typeof value === 'object' && value !== null
      ? Object.values(value).flatMap(textsOf)
      : [];

describe('the registry', () => {
  it.each(entryFiles)('lists %s under its own name and id', (file) => {
    const id = file.replace(/\.ts$/, '');
    const found = (entries as Readonly<Record<string, Change>>)[camel(id)];
    expect(found?.id, `one line in changes/index.ts for ${file}`).toBe(id);
  });

  it('has nothing that is not a file', () => {
    expect(changes.map(({ id }) => `${id}.ts`).toSorted()).toEqual(entryFiles.toSorted());
  });

  it('puts every kind into a known group', () => {
    const known: readonly string[] = groups;
    expect(changes.filter(({ group }) => !known.includes(group)).map(({ id }) => id)).toEqual([]);
  });

  it.each(changes.map(({ id }) => id))('has an example of %s to run on a real server', (id) => {
    expect(readdirSync(examples)).toContain(`${id}.ts`);
  });
});

describe.each(changes.map((change) => [change.id, change] as const))('%s', (_, change) => {
  const parts = partsOf(change);

  it('says of every field what answering it gives', () => {
    const dumb = Object.entries(change.fields).filter(([, { label, gives }]) => label === '' || gives === '');
    expect(dumb.map(([field]) => field)).toEqual([]);
  });

  it('has phases in the order of the stages, each with a step', () => {
    for (const { phases } of parts) {
      const order = phases.map(({ stage }) => stages.indexOf(stage));
      expect(order).toEqual(order.toSorted((a, b) => a - b));
      expect(phases.every((phase) => phase.steps.length > 0)).toBe(true);
    }
  });

  it('rejects another way, with its reason', () => {
    const reasons = parts.flatMap(({ strategy }) => strategy.rejected.map(({ because }) => plain(because)));
    expect(reasons.every((reason) => reason.length > 10)).toBe(true);
  });

  it('invents nothing and leaves nothing undefined', () => {
    expect(textsOf(parts).filter((text) => /undefined|\[object|NaN/.test(text))).toEqual([]);
  });

  it('looks at more than a count where data moves', () => {
    const poor = parts.filter(
      ({ phases, checks }) =>
        phases.some(({ stage }) => stage === 'backfill') && checks.filter(({ when }) => when !== 'before').length < 3,
    );
    expect(poor.map(({ summary }) => plain(summary))).toEqual([]);
  });

  it('never writes markup', () => {
    const prose = parts.flatMap(({ summary, strategy, checklist }) => textsOf([summary, strategy, checklist]));
    expect(prose.filter((text) => /`|\*\*/.test(text))).toEqual([]);
  });
});
