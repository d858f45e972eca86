import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import type { Outcome, Statement } from '#model/statement.ts';
import { statementsOf } from '#model/statement.ts';
import { sampleOperations, sampleQueries, unknownSituation } from '../../sample-arguments.ts';
import { dynamodb } from './index.ts';

type Answers<Answer> = Readonly<Record<string, (args: unknown, at: typeof unknownSituation) => Answer>>;

const answer = (name: string, args: unknown) =>
  (dynamodb.operations as unknown as Answers<Outcome>)[name]?.(args, unknownSituation);

const statementsIn = (outcome: Outcome | undefined): readonly Statement[] =>
  outcome?.kind !== 'performed'
    ? []
    : [
        ...statementsOf(outcome.scripts),
        ...(outcome.undo.kind === 'statements' ? statementsOf(outcome.undo.scripts) : []),
      ];

/** What is filled in by hand stands between `<` and `>`; everything else must be a command as it is. */
const filledIn = (text: string): string => text.replaceAll(/<(?=[^\s<"'(])[^<>\n"']*>/g, 'x');

/** Reads a script and runs nothing of it. */
const unreadable = ({ text }: Statement): string =>
  spawnSync('bash', ['-n'], { input: filledIn(text) }).stderr.toString();

const shell = (statements: readonly Statement[]) => statements.filter(({ language }) => language === 'shell');

it.each(Object.entries(sampleOperations))('%s is written in commands that the shell can read', (name, args) => {
  expect(
    shell(statementsIn(answer(name, args)))
      .map(unreadable)
      .join(''),
  ).toBe('');
});

it.each(Object.entries(sampleQueries))('asks %s in commands that the shell can read', (name, args) => {
  const asked = (dynamodb.queries as unknown as Answers<Statement | undefined>)[name]?.(args, unknownSituation);
  expect(
    shell(asked === undefined ? [] : [asked])
      .map(unreadable)
      .join(''),
  ).toBe('');
});

it('watches by commands that the shell can read', () => {
  const asked = dynamodb.watches(unknownSituation, 'orders').flatMap(({ statement }) => statement ?? []);
  expect(asked.map(unreadable).join('')).toBe('');
});

describe.each(Object.entries(sampleOperations))('%s', (name, args) => {
  it('writes items under a condition, and asks with no name that it does not say', () => {
    const texts = statementsIn(answer(name, args)).map(({ text }) => text);
    const fills = texts.filter((text) => text.includes('update-item'));
    expect(fills.filter((text) => !text.includes('--condition-expression'))).toEqual([]);
    const scans = texts.flatMap((text) => text.match(/aws dynamodb scan .*/g) ?? []);
    const unsaid = scans.filter((scan) =>
      [...scan.matchAll(/"(#\w)":/g)].some(([, called = '']) => scan.split(called).length < 3),
    );
    expect(unsaid).toEqual([]);
  });
});

it('keeps names that hold quotes as names', () => {
  const hostile = `a'; rm -rf x; '`;
  expect(
    statementsIn(answer('dropTable', { table: hostile }))
      .map(unreadable)
      .join(''),
  ).toBe('');
  expect(statementsIn(answer('dropTable', { table: hostile }))[0]?.text).toContain(`'a'\\''; rm -rf x; '\\'''`);
});

it('fills from another attribute only where the two differ, so that it can go either way', () => {
  const [fill] = statementsIn(
    answer('backfill', { table: 't', key: 'id', column: 'b', expression: 'state', batchSize: 500 }),
  );
  expect(fill?.text).toContain(`'SET #c = #e'`);
  expect(fill?.text.match(/attribute_not_exists\(#c\) OR #c <> #e/g)).toHaveLength(2);
});

it.each([
  ['a unique index', { ...sampleOperations.createIndex, unique: true }],
  ['an index over some items', { ...sampleOperations.createIndex, where: 'a > 0' }],
  ['an index over three attributes', { ...sampleOperations.createIndex, columns: ['a', 'b', 'c'] }],
])('has no %s', (_, args) => {
  expect(answer('createIndex', args)?.kind).toBe('cannot');
});
