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

describe.each(dependencies)('$title', ({ before, during, after, onRollback, signal, source }) => {
  it('says in whole sentences what to do before, during, after and on the way back', () => {
    const wrong = [before, during, after, onRollback]
      .map(plain)
      .filter((text) => !/^[A-Z`].*\.$/.test(text) || /\b(simply|just|please)\b/i.test(text));
    expect(wrong).toEqual([]);
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
