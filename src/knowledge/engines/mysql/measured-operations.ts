import type { Situation } from '#model/engine.ts';
import { isGiven, notGiven } from '#model/given.ts';
import type { Operations } from '#model/operations.ts';
import { measured } from '#model/source.ts';
import type { Outcome, Script, Statement } from '#model/statement.ts';
import { statementsOf } from '#model/statement.ts';

type Answer = (args: never, situation: Situation) => Outcome;
type Scripts = readonly [Script, ...Script[]];

const allOf = (outcome: Outcome): readonly Statement[] =>
  outcome.kind === 'cannot'
    ? []
    : [
        ...statementsOf(outcome.scripts),
        ...(outcome.undo.kind === 'statements' ? statementsOf(outcome.undo.scripts) : []),
      ];

const changed = (scripts: Scripts, change: (statement: Statement) => Statement): Scripts =>
  scripts.map(({ statements: [first, ...rest], ...script }): Script => ({
    ...script,
    statements: [change(first), ...rest.map(change)],
  })) as unknown as Scripts;

function withSources(outcome: Outcome, change: (statement: Statement) => Statement): Outcome {
  if (outcome.kind === 'cannot') return outcome;
  const { scripts, undo } = outcome;
  return {
    ...outcome,
    scripts: changed(scripts, change),
    undo: undo.kind === 'statements' ? { ...undo, scripts: changed(undo.scripts, change) } : undo,
  };
}

/** How the verification asks: the version alone. */
const asked = (version: string): Situation => ({
  version,
  hosting: notGiven,
  replicas: notGiven,
  transactionPooler: false,
  logicalReplication: false,
});

const claim = ({ text, effect }: Statement): string => JSON.stringify([text, effect]);

/**
 * Operations whose statements are said to be measured on the releases that `npm run verify:mysql` asks, and there only: what is answered
 * for another version, or in another way for a hosting, stays with the manual.
 */
export const measuredOperations = (
  operations: Operations<Situation>,
  releases: readonly string[],
): Operations<Situation> =>
  Object.fromEntries(
    Object.entries(operations as unknown as Readonly<Record<string, Answer>>).map(([name, answer]) => [
      name,
      (args: never, situation: Situation): Outcome => {
        const outcome = answer(args, situation);
        const { version } = situation;
        const release = isGiven(version)
          ? releases.find((one) => version === one || version.startsWith(`${one}.`))
          : undefined;
        if (release === undefined) return outcome;
        const claims = new Set(allOf(answer(args, asked(release))).map(claim));
        return withSources(outcome, (statement) =>
          statement.source.kind === 'manual' && statement.language === 'sql' && claims.has(claim(statement))
            ? { ...statement, source: measured('verify:mysql', release, statement.source.url) }
            : statement,
        );
      },
    ]),
  ) as unknown as Operations<Situation>;
