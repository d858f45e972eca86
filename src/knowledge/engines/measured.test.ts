import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { compareVersions } from '#model/capability.ts';
import type { Source } from '#model/source.ts';
import { type Outcome, type Statement, statementsOf } from '#model/statement.ts';
import { sampleOperations, unknownSituation } from '../sample-arguments.ts';
import { engineChoices, loadEngine } from './index.ts';

type Answers = Readonly<Record<string, (args: unknown, at: unknown) => Outcome>>;

const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> };

const statementsIn = (outcome: Outcome | undefined): readonly Statement[] =>
  outcome?.kind !== 'performed'
    ? []
    : [
        ...statementsOf(outcome.scripts),
        ...(outcome.undo.kind === 'statements' ? statementsOf(outcome.undo.scripts) : []),
      ];

async function statementsOn(id: string, version: string, wherever: object = {}): Promise<readonly Statement[]> {
  const operations = (await loadEngine(id)).operations as unknown as Answers;
  return Object.entries(sampleOperations).flatMap(([name, args]) =>
    statementsIn(operations[name]?.(args, { ...unknownSituation, version, ...wherever })),
  );
}

/** `12–18` is all between, `3.35, 3.50` as well: what lies between two that agree. */
const covers = (versions: string, wanted: string): boolean => {
  const all = versions.split(/–|, /).toSorted(compareVersions);
  return compareVersions(wanted, all[0] ?? '') >= 0 && compareVersions(wanted, all.at(-1) ?? '') <= 0;
};

const measuredOn = (sources: readonly Source[]): readonly string[] => [
  ...new Set(sources.flatMap((source) => (source.kind === 'measured' ? source.versions : []))),
];

describe.each(engineChoices)('$name', ({ id, versions }) => {
  it('calls measured only what a script of this repository measures on the version at hand', async () => {
    for (const { id: version } of versions) {
      const sources = (await statementsOn(id, version)).map(({ source }) => source);
      const by = sources.flatMap((source) => (source.kind === 'measured' ? source.by : []));
      expect(by.filter((script) => !(script in scripts))).toEqual([]);
      expect(measuredOn(sources).filter((measured) => !covers(measured, version))).toEqual([]);
    }
  });
});

it.each([
  ['mysql', '9.7', ['9.7']],
  ['mysql', '9.7.1', ['9.7']],
  ['mysql', '8.4', []],
  ['mysql', '8.0', []],
  ['mysql', '5.7', []],
  ['mariadb', '11.8', ['11.8']],
  ['mariadb', '11.4', []],
  ['mariadb', '10.11', ['10.11']],
  ['mariadb', '10.6', []],
])('says of %s %s that it was measured on %j', async (id, version, expected) => {
  expect(measuredOn((await statementsOn(id, version)).map(({ source }) => source))).toEqual(expected);
});

it.each(['mysql', 'mariadb'])('says of every statement of %s that a server took that it was measured', async (id) => {
  const release = id === 'mysql' ? '9.7' : '11.8';
  const unsaid = (await statementsOn(id, release)).filter(
    ({ language, source }) => language === 'sql' && source.kind === 'manual',
  );
  expect(unsaid.map(({ text }) => text)).toEqual([]);
});
