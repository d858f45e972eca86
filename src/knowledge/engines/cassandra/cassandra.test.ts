import { describe, expect, it } from 'vitest';
import type { Situation } from '#model/engine.ts';
import type { Outcome, Statement } from '#model/statement.ts';
import { statementsOf } from '#model/statement.ts';
import { sampleOperations, unknownSituation } from '../../sample-arguments.ts';
import { hostings } from './hostings.ts';
import { cassandra } from './index.ts';
import { quoteName, quoteTable } from './quote.ts';

type Answers<Answer> = Readonly<Record<string, (args: unknown, at: Situation) => Answer>>;

const answer = (name: string, args: unknown, at: Partial<Situation> = {}) =>
  (cassandra.operations as unknown as Answers<Outcome>)[name]?.(args, { ...unknownSituation, ...at });

const statementsIn = (outcome: Outcome | undefined): readonly Statement[] =>
  outcome?.kind !== 'performed'
    ? []
    : [
        ...statementsOf(outcome.scripts),
        ...(outcome.undo.kind === 'statements' ? statementsOf(outcome.undo.scripts) : []),
      ];

const at = (id: string) => hostings.find((hosting) => hosting.id === id) ?? hostings[0];

describe.each(Object.entries(sampleOperations))('%s', (name, args) => {
  it('keeps nobody from reading or writing, and moves rows only at a pace', () => {
    const statements = statementsIn(answer(name, args));
    expect(statements.filter(({ effect }) => effect.blocks.includes('writes'))).toEqual([]);
    const moving = statements.filter(({ effect }) => effect.work === 'rows');
    expect(moving.filter(({ text }) => !text.includes('--executor.maxPerSecond'))).toEqual([]);
  });
});

it.each([
  ['status', 'status'],
  ["a's", `"a's"`],
  ['token', '"token"'],
  ['userId', '"userId"'],
  ['<column>', '<column>'],
])('writes the name %s as %s', (typed, written) => {
  expect(quoteName(typed)).toBe(written);
});

it('keeps the keyspace of a table', () => {
  expect(quoteTable('shop.Orders')).toBe('shop."Orders"');
});

it.each([
  ['other_column', 'SELECT id AS row_key, other_column AS new_value, writetime(other_column) AS written', ':written'],
  ["'new'", "SELECT id AS row_key, '\\''new'\\'' AS new_value FROM", '<µs since 1970'],
])('fills from %s so that newer writes win, whichever way it goes', (expression, reads, timestamp) => {
  const [fill] = statementsIn(answer('backfill', { table: 't', key: 'id', column: 'b', expression, batchSize: 500 }));
  expect(fill?.text).toContain(reads);
  expect(fill?.text).toContain(`USING TIMESTAMP ${timestamp}`);
});

it.each([
  ['4.1', 'self-managed', 'CREATE INDEX new ON t (a)'],
  ['5.0', 'self-managed', `CREATE INDEX new ON t (a) USING 'sai'`],
  ['4.0', 'astra', `CREATE INDEX new ON t (a) USING 'sai'`],
] as const)('builds the index that %s on %s has', (version, hosting, text) => {
  const here = at(hosting);
  const [build] = statementsIn(
    answer('createIndex', sampleOperations.createIndex, here ? { version, hosting: here } : {}),
  );
  expect(build?.text).toBe(text);
});

it.each(['createIndex', 'dropColumn'] as const)('knows that Amazon Keyspaces has no %s', (name) => {
  const here = at('amazon-keyspaces');
  expect(answer(name, sampleOperations[name], here ? { hosting: here } : {})?.kind).toBe('cannot');
});

it.each([
  ['a unique index', { ...sampleOperations.createIndex, unique: true }],
  ['an index over two columns', { ...sampleOperations.createIndex, columns: ['a', 'b'] }],
])('has no %s', (_, args) => {
  expect(answer('createIndex', args)?.kind).toBe('cannot');
});
