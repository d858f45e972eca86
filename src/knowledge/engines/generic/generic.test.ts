import { describe, expect, it } from 'vitest';
import { supports } from '#model/capability.ts';
import type { Outcome, Performed, Statement } from '#model/statement.ts';
import { statementsOf } from '#model/statement.ts';
import { sampleOperations, sampleQueries, unknownSituation } from '../../sample-arguments.ts';
import { generic } from './index.ts';

type Answers<Answer> = Readonly<Record<string, (args: unknown, at: typeof unknownSituation) => Answer>>;
const perform = generic.operations as unknown as Answers<Outcome>;
const question = generic.queries as unknown as Answers<Statement | undefined>;

const undoOf = ({ undo }: Performed) => (undo.kind === 'statements' ? statementsOf(undo.scripts) : []);
const silent = ({ language, effect, source }: Statement) =>
  language === 'text' &&
  effect.blocks === 'unconfirmed' &&
  effect.work === 'unconfirmed' &&
  source.kind === 'unconfirmed' &&
  source.question.endsWith('?');

describe.each(Object.entries(sampleOperations))('%s', (name, args) => {
  const outcome = perform[name]?.(args, unknownSituation);

  it('claims nothing of any statement, and asks', () => {
    const statements = outcome?.kind === 'performed' ? [...statementsOf(outcome.scripts), ...undoOf(outcome)] : [];
    expect(statements.filter((statement) => !silent(statement))).toEqual([]);
  });
});

it.each(Object.entries(sampleQueries))('asks %s in words', (name, args) => {
  const statement = question[name]?.(args, unknownSituation);
  expect(statement && silent(statement)).toBe(true);
});

it('relies on no capability and asks about each', () => {
  const answers = Object.values(generic.can);
  expect(answers.filter((capability) => supports(capability, '99'))).toEqual([]);
  expect(
    answers.filter((capability) => capability.kind !== 'unconfirmed' || !capability.question.endsWith('?')),
  ).toEqual([]);
});
