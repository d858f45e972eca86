import { describe, expect, it } from 'vitest';
import type { Situation } from '#model/engine.ts';
import type { Outcome, Statement } from '#model/statement.ts';
import { statementsOf } from '#model/statement.ts';
import { plain } from '#model/text.ts';
import { sampleOperations, sampleQueries, unknownSituation } from '../../sample-arguments.ts';
import { tidb } from './index.ts';

type Answers<Answer> = Readonly<Record<string, (args: unknown, at: Situation) => Answer>>;

const at = (version: string): Situation => ({ ...unknownSituation, version });

const statementsIn = (outcome: Outcome | undefined): readonly Statement[] =>
  outcome?.kind !== 'performed'
    ? []
    : [
        ...statementsOf(outcome.scripts),
        ...(outcome.undo.kind === 'statements' ? statementsOf(outcome.undo.scripts) : []),
      ];

const answer = (name: string, args: unknown, version = '8.5') =>
  (tidb.operations as unknown as Answers<Outcome>)[name]?.(args, at(version));

/** What MySQL says and TiDB refuses, or would answer with nothing. */
const foreign =
  /INTO @|LOCK IN SHARE MODE|performance_schema|\bsys\.|CREATE TABLE \S+ \(PRIMARY KEY|TRIGGER |TABLE_PRIVILEGES|INNODB_/;

describe.each(Object.entries(sampleOperations))('%s', (name, args) => {
  const statements = statementsIn(answer(name, args));

  it('keeps nobody from reading or writing', () => {
    expect(statements.filter(({ effect }) => /^writes$|^reads/.test(effect.blocks))).toEqual([]);
  });

  it('says nothing that TiDB does not have, and claims no measurement', () => {
    expect(statements.filter(({ text }) => foreign.test(text))).toEqual([]);
    expect(statements.filter(({ source }) => source.kind === 'measured')).toEqual([]);
  });
});

it.each(Object.entries(sampleQueries))('asks %s of tables that TiDB fills', (name, args) => {
  const asked = (tidb.queries as unknown as Answers<Statement | undefined>)[name]?.(args, at('8.5'));
  expect(asked?.text ?? '').not.toMatch(/performance_schema|\bsys\./);
});

it('watches by tables that TiDB fills', () => {
  const texts = tidb.watches(at('8.5'), 'orders').map(({ statement }) => statement?.text ?? '');
  expect(texts.filter((text) => text === '' || foreign.test(text))).toEqual([]);
});

it('brings a dropped table back while its rows are there', () => {
  const [, , back] = statementsIn(answer('dropTable', { table: 'orders' }));
  expect(back?.text).toBe('FLASHBACK TABLE orders');
});

it.each([
  ['7.1', 'cannot'],
  ['7.5', 'performed'],
] as const)('adds a check on %s: %s', (version, kind) => {
  expect(answer('addCheck', sampleOperations.addCheck, version)?.kind).toBe(kind);
});

it.each([
  ['8.1', true],
  ['8.5', false],
] as const)('calls foreign keys experimental on %s: %s', (version, experimental) => {
  const outcome = answer('addForeignKey', sampleOperations.addForeignKey, version);
  const does = outcome?.kind === 'performed' ? plain(outcome.does) : '';
  expect(does.includes('experimental')).toBe(experimental);
});

it.each([
  ['int', 'bigint', 'catalog'],
  ['varchar(10)', 'varchar(400)', 'catalog'],
  ['bigint', 'int', 'rewrite'],
  ['int', 'varchar(20)', 'rewrite'],
  ['int', 'int unsigned', 'rewrite'],
  ['datetime', 'timestamp', 'unconfirmed'],
  ["enum('a')", "enum('a','b')", 'unconfirmed'],
] as const)('knows what %s to %s costs: %s', (from, to, work) => {
  expect(tidb.typeChange(from, to).work).toBe(work);
});

it.each(['id int auto_increment', 'c text default'])('does not add %s', (typed) => {
  const type = typed.split(' ').slice(1).join(' ').replace(' default', '');
  const args = {
    table: 't',
    column: 'c',
    type,
    nullable: true,
    ...(typed.endsWith('default') ? { default: "'x'" } : {}),
  };
  expect(answer('addColumn', args)?.kind).toBe('cannot');
});
