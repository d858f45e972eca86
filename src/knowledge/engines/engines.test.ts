import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { engineChoices, loadEngine } from './index.ts';

const folders = readdirSync(new URL('.', import.meta.url), { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);

it('offers every engine that has a folder, and no other', () => {
  expect(engineChoices.map(({ id }) => id).toSorted()).toEqual(folders.toSorted());
});

const statically = /^(?:import|export)\s(?!type\b)[^;]*?from '(\.[^']+)'/gm;

/** Files of this folder that are loaded together with one of them. */
function loadedWith(file: URL, seen: ReadonlySet<string> = new Set()): ReadonlySet<string> {
  if (seen.has(file.pathname)) return seen;
  const imports = [...readFileSync(file, 'utf8').matchAll(statically)].map(([, path = '']) => new URL(path, file));
  return imports.reduce<ReadonlySet<string>>((all, next) => loadedWith(next, all), new Set([...seen, file.pathname]));
}

it('loads names and versions with the first page, and no statement', () => {
  const files = [...loadedWith(new URL('index.ts', import.meta.url))].map((path) => path.replace(/^.*\/engines\//, ''));
  expect(files.filter((file) => !/(^index|\/choice|\/versions)\.ts$/.test(file))).toEqual([]);
});

it('takes an engine that nobody offers for the neutral one', async () => {
  expect((await loadEngine('no such engine')).id).toBe(engineChoices.at(-1)?.id);
});

describe.each(engineChoices)('$name', (choice) => {
  it('is offered as it is', async () => {
    const { id, name, versions, hostings } = await loadEngine(choice.id);
    expect({
      id,
      name,
      versions,
      hostings: hostings.map((hosting) => ({ id: hosting.id, name: hosting.name })),
    }).toEqual(choice);
  });

  it('says for each hosting how to back up, restore and rehearse, and how that is known', async () => {
    const { hostings } = await loadEngine(choice.id);
    const silent = hostings.filter(
      ({ backup, pointInTime, copy, source }) =>
        [backup, pointInTime, copy].some((text) => text.length === 0) ||
        (source.kind === 'unconfirmed' ? !source.question.endsWith('?') : !source.url?.startsWith('https://')),
    );
    expect(silent).toEqual([]);
  });

  it('names each hosting once', async () => {
    const ids = (await loadEngine(choice.id)).hostings.map(({ id }) => id);
    expect(ids).toEqual([...new Set(ids)]);
  });
});
