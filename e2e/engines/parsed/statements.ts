import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeDocuments } from '#app/make-documents.ts';
import { sampleOperations, sampleQueries, unknownSituation } from '#knowledge/sample-arguments.ts';
import { answersSchema } from '#model/answers.ts';
import type { Engine, Situation } from '#model/engine.ts';
import type { OperationName } from '#model/operations.ts';
import { type GuardKind, type Language, type Outcome, type Statement, statementsOf } from '#model/statement.ts';
import type { Reading } from './grammar.ts';

type Answers<Answer> = Readonly<Record<string, ((args: unknown, at: Situation) => Answer) | undefined>>;
export type Written = Pick<Statement, 'text' | 'language'>;

/** What an engine says on one version, wherever it runs. */
export interface Said {
  readonly operations: readonly { readonly operation: OperationName; readonly outcomes: readonly Outcome[] }[];
  /** Queries, watches, guards and whole plans. */
  readonly further: readonly { readonly name: string; readonly statements: readonly Written[] }[];
}

const guards: readonly GuardKind[] = ['short-lock', 'unhurried', 'batch', 'none'];
const goldens = 'src/documents/golden';
const allAnswers = readdirSync(goldens, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => ({
    name,
    answers: answersSchema.parse(JSON.parse(readFileSync(join(goldens, name, 'answers.json'), 'utf8'))),
  }));

export const writtenIn = (outcome: Outcome): readonly Statement[] =>
  outcome.kind === 'cannot'
    ? []
    : [
        ...statementsOf(outcome.scripts),
        ...(outcome.undo.kind === 'statements' ? statementsOf(outcome.undo.scripts) : []),
      ];

const isStatement = (value: object): value is Statement => 'text' in value && 'language' in value && 'effect' in value;

/** Every statement anywhere in a plan. */
const statementsIn = (value: unknown): readonly Statement[] =>
  typeof value !== 'object' || value === null
    ? []
    : isStatement(value)
      ? [value]
      : Object.values(value).flatMap(statementsIn);

/** The plans that are kept as examples, on the version that each of them names. */
const plans = (engine: Engine, version: string): Said['further'] =>
  allAnswers
    .filter(({ answers: { database } }) => database.engine === engine.id && database.version === version)
    .map(({ name, answers }) => ({
      name: `plan ${name}`,
      statements: statementsIn(makeDocuments(answers, engine, true, '2026-12-01').plan),
    }));

/** All that an engine says on a version, on every hosting and where none was given. */
export function saidOn(
  engine: Engine,
  version: string,
  { typed, language }: Pick<Reading, 'typed'> & { readonly language: Language },
): Said {
  const situations: readonly Situation[] = [
    unknownSituation,
    ...[unknownSituation.hosting, ...engine.hostings].map((hosting) => ({ ...unknownSituation, version, hosting })),
  ];
  const every = <Answer>(answer: (at: Situation) => Answer): readonly Answer[] => situations.map(answer);
  const operations = engine.operations as unknown as Answers<Outcome>;
  const queries = engine.queries as unknown as Answers<Statement | undefined>;
  return {
    operations: Object.entries(sampleOperations).map(([name, args]) => ({
      operation: name as OperationName,
      outcomes: every((at) => operations[name]?.({ ...args, ...typed?.(name) }, at)).flatMap(
        (outcome) => outcome ?? [],
      ),
    })),
    further: [
      ...Object.entries(sampleQueries).map(([name, args]) => ({
        name: `query ${name}`,
        statements: every((at) => queries[name]?.({ ...args, ...typed?.(name) }, at)).flatMap((one) => one ?? []),
      })),
      {
        name: 'watches',
        statements: every((at) => engine.watches(at, 't')).flatMap((watches) =>
          watches.flatMap(({ statement }) => statement ?? []),
        ),
      },
      {
        name: 'guards',
        statements: guards.flatMap((kind) =>
          every((at): Written => ({ text: engine.guard(kind, at).lines.join('\n'), language })),
        ),
      },
      ...plans(engine, version),
    ],
  };
}
