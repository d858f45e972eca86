import type { RootContent } from 'mdast';
import type { Check, Plan } from '#model/plan.ts';
import type { Text } from '#model/text.ts';
import { code, plain, strong, words } from '#model/text.ts';
import { closed, fences, isQuery, remarkIn } from '../languages.ts';
import { heading, paragraph, table } from '../nodes.ts';

const columns = ['Check', 'At', 'How', 'Expected; tolerance none', 'Result, UTC, by'];

const titles = { before: 'Before', during: 'During', after: 'After' } as const;

/** A query of one short line stands in its row; a longer one below the table. */
const longestInRow = 90;

const inRow = ({ statement }: Check): boolean =>
  statement !== undefined &&
  (!isQuery(statement.language) || (statement.text.length <= longestInRow && !statement.text.includes('\n')));

const howText = (check: Check): Text =>
  check.statement === undefined
    ? check.how
    : inRow(check)
      ? words`${check.how}: ${code(check.statement.text)}`
      : words`${check.how} (below)`;

const expectedText = ({ expected, tolerance }: Check): Text =>
  plain(tolerance) === 'none' ? expected : words`${expected}; tolerance: ${tolerance}`;

function checksWhen(checks: readonly Check[], when: Check['when']): readonly (readonly Text[])[] {
  const these = checks.filter((check) => check.when === when);
  return these.length === 0
    ? []
    : these.map((check, index) => [
        words`${index === 0 ? [strong(titles[when]), ' '] : []}${check.id} ${check.title}`,
        check.at,
        howText(check),
        expectedText(check),
        words`☐`,
      ]);
}

/** Queries that several checks share are printed once, under the ids of all. */
function queries(checks: readonly Check[]): readonly RootContent[] {
  const asked = checks.flatMap((check) =>
    check.statement && isQuery(check.statement.language) && !inRow(check)
      ? [{ id: check.id, statement: check.statement }]
      : [],
  );
  const askers = (text: string) => asked.filter(({ statement }) => statement.text === text).map(({ id }) => id);
  return fences(
    asked
      .filter(({ id, statement }) => askers(statement.text)[0] === id)
      .map(({ statement }) => ({
        language: statement.language,
        text: `${remarkIn(statement.language, askers(statement.text).join(', '))}\n${closed(statement)}`,
      })),
    '\n',
  );
}

/** Section 3: what to verify before, during and after, each with a query or a place, and what is expected. */
export const validationSection = (plan: Plan): readonly RootContent[] => [
  heading(2, words`3. Validation steps`),
  table(
    columns,
    (['before', 'during', 'after'] as const).flatMap((when) => checksWhen(plan.checks, when)),
  ),
  ...queries(plan.checks),
  ...plan.phases
    .flatMap(({ gates }) => gates)
    .filter(({ success }) => success === true)
    .slice(0, 1)
    .map((gate) => paragraph(words`Success is declared at ${gate.id} by the ${gate.decider}.`)),
];
