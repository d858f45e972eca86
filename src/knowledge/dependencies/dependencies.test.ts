import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { plain } from '#model/text.ts';
import * as entries from './index.ts';
import { dependencies } from './registry.ts';

it('lists every file under its own name, and no other', () => {
  const files = readdirSync(new URL('.', import.meta.url))
    .filter((file) => file.endsWith('.ts') && !/^(index|registry|.*\.test)\.ts$/.test(file))
    .map((file) => file.replace(/\.ts$/, ''));
  expect(
    Object.values(entries)
      .map(({ id }) => id)
      .toSorted(),
  ).toEqual(files.toSorted());
});

it('offers each kind once, by title, and the neutral one last', () => {
  const titles = dependencies.map(({ title }) => title);
  expect(dependencies).toHaveLength(Object.values(entries).length);
  expect(dependencies.at(-1)?.id).toBe('other');
  expect(titles.slice(0, -1)).toEqual(titles.slice(0, -1).toSorted((left, right) => left.localeCompare(right, 'en')));
});

describe.each(dependencies)('$title', ({ duties, onRollback, signal, source }) => {
  it('says in phrases what is done and what breaks on the way back', () => {
    const wrong = [...duties.map(({ does }) => does), onRollback]
      .map(plain)
      .filter((text) => !/^(`|\d+xx|[a-z]|API).*[^.]$/.test(text) || /\b(simply|just|please)\b/i.test(text));
    expect(wrong).toEqual([]);
  });

  it('has a place in the order, and says each thing once', () => {
    expect(duties.some(({ when }) => when === 'before')).toBe(true);
    const said = duties.map(({ when, moment, pauses }) => `${when} ${moment} ${String(pauses)}`);
    expect(new Set(said).size).toBe(said.length);
  });

  it('stands still only while something happens', () => {
    expect(duties.filter(({ pauses, when }) => pauses === true && when !== 'in')).toEqual([]);
  });

  it('is seen by a signal, in words for a table', () => expect(plain(signal)).toMatch(/^[a-z0-9].*[^.]$/));

  it('says how it is known', () => {
    expect(source.kind === 'unconfirmed' ? source.question.endsWith('?') : source.url?.startsWith('https://')).toBe(
      true,
    );
  });
});

it('asks only of the unnamed kind how it is known', () => {
  expect(dependencies.filter(({ source }) => source.kind === 'unconfirmed').map(({ id }) => id)).toEqual(['other']);
});

it.each([
  ['etl-jobs', 'before', 'departure'],
  ['etl-jobs', 'before', 'arrival'],
  ['cdc', 'before', 'arrival'],
  ['cdc', 'before', 'departure'],
  ['search-index', 'before', 'arrival'],
  ['mobile-clients', 'before', 'retirement'],
  ['feature-flags', 'before', 'switch'],
  ['caches', 'before', 'switch'],
  ['read-replicas', 'before', 'switch'],
  ['backups', 'before', 'lock'],
])('knows that %s must be ready %s the %s', (id, when, moment) => {
  const duties = dependencies.find((one) => one.id === id)?.duties ?? [];
  expect(duties.some((duty) => duty.when === when && duty.moment === moment)).toBe(true);
});

it('switches off what runs by a schedule, and never a stream: its log would grow', () => {
  const paused = dependencies.filter(({ duties }) => duties.some(({ pauses }) => pauses === true)).map(({ id }) => id);
  expect(paused).toEqual(['backups', 'batch-jobs', 'etl-jobs', 'materialised-views']);
});
