import type { RootContent } from 'mdast';
import type { Plan } from '#model/plan.ts';
import { words } from '#model/text.ts';
import { closed, fences, isQuery, remarkIn } from '../languages.ts';
import { heading, paragraph, table } from '../nodes.ts';

/** Section 5: what to watch, with limits quoted from the triggers by their ids. */
export function monitoringSection(plan: Plan): readonly RootContent[] {
  const queries = plan.signals.flatMap(({ id, statement }) =>
    statement && isQuery(statement.language)
      ? [{ language: statement.language, text: `${remarkIn(statement.language, id)}\n${closed(statement)}` }]
      : [],
  );
  return [
    heading(2, words`5. Monitoring plan`),
    paragraph(plan.watching),
    table(
      ['', 'Signal', 'Source', 'Baseline', 'Warn', 'Roll back at'],
      plan.signals.map(({ id, title, statement, source, baseline, warn, triggers }) => [
        words`${id}`,
        title,
        statement ? words`${source} (below)` : source,
        baseline,
        warn,
        words`${triggers.join(', ') || '–'}`,
      ]),
    ),
    ...fences(queries, '\n'),
  ];
}
