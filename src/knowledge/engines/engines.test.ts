import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { databasePage } from '#model/pages/database.ts';
import { emptySchema } from '#model/schema.ts';
import type { Source } from '#model/source.ts';
import { type Outcome, type Performed, type Statement, statementsOf } from '#model/statement.ts';
import { plain } from '#model/text.ts';
import { foldSchema, misfit, shapeOf } from '#planner/fold-schema.ts';
import { sampleOperations, sampleQueries, sampleSchema, unknownSituation } from '../sample-arguments.ts';
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

it('has the version typed for the last one alone, which stands for all others', () => {
  expect(engineChoices.map(({ typed }) => typed !== undefined)).toEqual(
    engineChoices.map((_, at) => at === engineChoices.length - 1),
  );
});

describe.each(engineChoices)('$name', (choice) => {
  it('is offered as it is', async () => {
    const { id, name, versions, hostings } = await loadEngine(choice.id);
    expect(choice).toMatchObject({
      id,
      name,
      versions,
      hostings: hostings.map((hosting) => ({ id: hosting.id, name: hosting.name })),
    });
  });

  it('names only what the page asks for beside it', () => {
    const asked = (databasePage.questions.topology.options ?? []).map(({ id }) => id);
    expect(asked).toEqual(expect.arrayContaining(Object.keys(choice.beside ?? {})));
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

type Answers<Answer> = Readonly<Record<string, (args: unknown, at: unknown) => Answer>>;

const known = (source: Source): boolean =>
  source.kind === 'unconfirmed'
    ? source.question.includes('?')
    : source.kind === 'measured' || source.url.startsWith('https://');

const undoOf = ({ undo }: Performed) => (undo.kind === 'statements' ? statementsOf(undo.scripts) : []);

const before = foldSchema(emptySchema, sampleSchema);

describe.each(engineChoices)('$name', ({ id, versions }) => {
  const situations = [unknownSituation, ...versions.map((version) => ({ ...unknownSituation, version: version.id }))];
  const outcomes = async (name: string, args: unknown): Promise<readonly (Outcome | undefined)[]> => {
    const { operations } = await loadEngine(id);
    return situations.map((at) => (operations as unknown as Answers<Outcome>)[name]?.(args, at));
  };

  describe.each(Object.entries(sampleOperations))('%s', (name, args) => {
    it('is answered on every version: by statements whose source is named, or by the way round', async () => {
      for (const outcome of await outcomes(name, args)) {
        if (outcome?.kind === 'cannot')
          expect([plain(outcome.because), plain(outcome.instead)].map((text) => text.length > 10)).toEqual([
            true,
            true,
          ]);
        else {
          const statements = outcome ? [...statementsOf(outcome.scripts), ...undoOf(outcome)] : [];
          expect(statements.length).toBeGreaterThan(0);
          expect(statements.filter(({ text, source }) => text.trim() === '' || !known(source))).toEqual([]);
        }
      }
    });

    it('fits the schema, and its way back leads where it came from', async () => {
      for (const outcome of await outcomes(name, args)) {
        if (outcome?.kind !== 'performed') continue;
        const deltas = statementsOf(outcome.scripts).flatMap((statement) => statement.deltas);
        const misfits = deltas.flatMap(
          (delta, index) => misfit(foldSchema(before, deltas.slice(0, index)), delta) ?? [],
        );
        expect(misfits).toEqual([]);
        if (outcome.undo.kind !== 'statements') continue;
        const back = undoOf(outcome).flatMap((statement) => statement.deltas);
        expect(shapeOf(foldSchema(before, [...deltas, ...back]))).toEqual(shapeOf(before));
      }
    });
  });

  it.each(Object.entries(sampleQueries))(
    'asks %s by a statement whose source is named, or not at all',
    async (name, args) => {
      const { queries } = await loadEngine(id);
      for (const at of situations) {
        const statement = (queries as unknown as Answers<Statement | undefined>)[name]?.(args, at);
        expect(statement === undefined || known(statement.source)).toBe(true);
      }
    },
  );
});
