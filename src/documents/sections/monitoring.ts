import type { RootContent } from 'mdast';
import type { Plan } from '#model/plan.ts';
import { words } from '#model/text.ts';
import { fence, heading, paragraph, table } from '../nodes.ts';

/** Section 5: what to watch, with limits quoted from the triggers by their ids. */
export function monitoringSection(plan: Plan): readonly RootContent[] {
  const queries = plan.signals.flatMap(({ id, statement }) =>
    statement?.language === 'sql' ? [`-- ${id}\n${statement.text};`] : [],
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
    ...(queries.length > 0 ? [fence('sql', queries.join('\n'))] : []),
  ];
}
