import { runInNewContext, Script } from 'node:vm';
import { describe, expect, it } from 'vitest';
import type { Outcome, Statement } from '#model/statement.ts';
import { statementsOf } from '#model/statement.ts';
import { sampleOperations, sampleQueries, unknownSituation } from '../../sample-arguments.ts';
import { checkName } from './check-name.ts';
import { mongodb } from './index.ts';

type Answers<Answer> = Readonly<Record<string, (args: unknown, at: typeof unknownSituation) => Answer>>;

/** In place of what a person types in the language of the engine. */
const typed = { where: '{ a: { $lt: 0 } }', expression: '{ $add: ["$a", 1] }' };
const view = { definition: '{ viewOn: "t", pipeline: [] }' };

const statementsIn = (outcome: Outcome | undefined): readonly Statement[] =>
  outcome?.kind !== 'performed'
    ? []
    : [
        ...statementsOf(outcome.scripts),
        ...(outcome.undo.kind === 'statements' ? statementsOf(outcome.undo.scripts) : []),
      ];

/** Throws where the text is no JavaScript; runs nothing. */
const parse = ({ text }: Statement) => new Script(text);

describe.each(Object.entries(sampleOperations))('%s', (name, args) => {
  it('is written in JavaScript that parses, forward and back', () => {
    const outcome = (mongodb.operations as unknown as Answers<Outcome>)[name]?.(
      { ...args, ...typed, ...(name === 'replaceRoutine' ? view : {}) },
      unknownSituation,
    );
    const written = statementsIn(outcome).filter(({ language }) => language === 'javascript');
    expect(() => written.forEach(parse)).not.toThrow();
  });
});

it.each(Object.entries(sampleQueries))('asks %s in JavaScript that parses', (name, args) => {
  const statement = (mongodb.queries as unknown as Answers<Statement | undefined>)[name]?.(
    { ...args, ...typed },
    unknownSituation,
  );
  expect(() => (statement === undefined ? undefined : parse(statement))).not.toThrow();
});

it('watches in JavaScript that parses', () => {
  const statements = mongodb.watches(unknownSituation, 'users').flatMap(({ statement }) => statement ?? []);
  expect(() => statements.forEach(parse)).not.toThrow();
});

it('keeps names that hold quotes as names', () => {
  const hostile = 'a"); db.dropDatabase(); ("';
  const outcome = mongodb.operations.dropTable({ table: hostile }, unknownSituation);
  const [statement] = statementsIn(outcome);
  expect(statement?.text).toBe(`db.getCollection(${JSON.stringify(hostile)}).drop()`);
});

it.each([
  ['$price', 'Take the $ off'],
  ['system.views', 'Choose another name'],
  ['a'.repeat(256), 'at most 255 bytes'],
  ['', 'Enter a name'],
])('refuses the name %s', (name, says) => {
  expect(checkName(name)?.message).toContain(says);
});

it.each(['users', 'user.name', '<newColumn>'])('takes the name %s', (name) => {
  expect(checkName(name)).toBeUndefined();
});

/** Runs a script on a collection of no server, with the validator that it has, and gives the one that it gets. */
function validatorAfter(validator: unknown, outcome: Outcome, validationAction?: string): unknown {
  const [statement] = statementsIn(outcome);
  const commands: { validator?: unknown }[] = [];
  const db = {
    getCollectionInfos: () => [{ options: { validator, validationAction } }],
    runCommand: (command: { validator?: unknown }) => commands.push(command),
  };
  runInNewContext(statement?.text ?? '', { db, EJSON: JSON, print: () => undefined });
  return structuredClone(commands[0]?.validator);
}

it('takes a rule off again after another one came on top, and gives back what was there', () => {
  const { setNotNull, dropNotNull } = mongodb.operations;
  const first = { table: 't', column: 'a', proof: 'a_nn' };
  const second = { table: 't', column: 'b', proof: 'b_nn' };
  const one = validatorAfter({ c: 1 }, setNotNull(first, unknownSituation));
  const two = validatorAfter(one, setNotNull(second, unknownSituation));
  const onlySecond = validatorAfter(two, dropNotNull(first, unknownSituation));
  expect(onlySecond).toEqual(validatorAfter({ c: 1 }, setNotNull(second, unknownSituation)));
  expect(validatorAfter(onlySecond, dropNotNull(second, unknownSituation))).toEqual({ c: 1 });
});

it('stops where the rule is not there', () => {
  const outcome = mongodb.operations.dropNotNull({ table: 't', column: 'a', proof: 'a_nn' }, unknownSituation);
  expect(() => validatorAfter({ a: { $exists: true } }, outcome)).toThrow('no rule a_nn on t');
});

const usesOf = (profiled: number, ...commands: readonly object[]): unknown => {
  const text = mongodb.queries.columnUse({ table: 'users', column: 'name' }, unknownSituation)?.text ?? '';
  const entries = commands.map((command) => ({ command }));
  const db = {
    getName: () => 'app',
    getProfilingStatus: () => ({ was: profiled }),
    system: { profile: { find: () => ({ toArray: () => entries }) } },
  };
  return runInNewContext(text, { db });
};

it('finds the use of a field and not of one whose name holds it', () => {
  expect(usesOf(2, { filter: { full_name: 'Ada' } })).toBe(0);
  expect(usesOf(2, { filter: { name: 'Ada' } }, { filter: { 'name.first': 'Ada' } })).toBe(2);
});

it('takes a profiler that is off for no proof', () => {
  expect(usesOf(0)).toMatch(/^not proved/);
});

it('stops before rules that only warn today would refuse writes', () => {
  const outcome = mongodb.operations.setNotNull({ table: 't', column: 'a', proof: 'a_nn' }, unknownSituation);
  expect(() => validatorAfter({ c: 1 }, outcome, 'warn')).toThrow('does not refuse today');
});
