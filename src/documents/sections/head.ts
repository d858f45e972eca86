import type { RootContent } from 'mdast';
import type { Plan } from '#model/plan.ts';
import type { Text } from '#model/text.ts';
import { joinText, plain, words } from '#model/text.ts';
import { heading, list, numbered, paragraph, table } from '../nodes.ts';
import { firstRule } from './first-rule.ts';

const verdict = ({ reversibility }: Plan): Text => {
  const point = reversibility.pointOfNoReturn;
  const before = point === undefined ? '' : ' Before it nothing is lost.';
  return words`${reversibility.verdict}: ${reversibility.because}.${before}`;
};

/** What is wrong, each thing once, and how much more there is. */
function few(violations: readonly string[]): string {
  const distinct = [...new Set(violations.map((line) => line.replace(/^.*?: /, '')))];
  return [...distinct.slice(0, 4), ...(distinct.length > 4 ? [`and ${distinct.length - 4} more`] : [])].join('; ');
}

/** What somebody must find out first: one sentence, or a list. */
function settle({ questions }: Plan): readonly RootContent[] {
  const lines = questions.map(({ about, settle: how, who }) => words`${about}: ${how} (${who})`);
  const title = 'Settle before phase 1.';
  if (lines.length === 0) return [];
  return lines.length === 1
    ? lines.map((line) => paragraph(words`${line}.`, title))
    : [paragraph(words`Each by the one named.`, title), numbered(lines)];
}

/** A change that is said in one short line is its own title. */
const longestTitle = 60;

/** The title, the change and the way back in a breath, the identity block, and what must be settled first. */
export function head(plan: Plan): readonly RootContent[] {
  const rule = firstRule(plan);
  const short = plain(plan.summary).length <= longestTitle;
  return [
    heading(1, words`Runbook: ${short ? plan.summary : plan.title}`),
    ...(plan.violations.length > 0
      ? [paragraph(words`This plan breaks a law of its own and must not be run: ${few(plan.violations)}.`, 'Stop.')]
      : []),
    ...(short ? [] : [paragraph(words`${plan.summary}.`, 'What.')]),
    paragraph(verdict(plan), 'Way back.'),
    ...(rule ? [paragraph(rule, 'First rule.')] : []),
    table(
      ['', ''],
      plan.header.map(({ label, value }) => [words`${label}`, value]),
    ),
    ...settle(plan),
    ...(plan.assumptions.length > 0
      ? plan.assumptions.length === 1
        ? [paragraph(joinText(plan.assumptions), 'Assumed.')]
        : [paragraph(words`Replaced by a fact, or signed.`, 'Assumed.'), list(plan.assumptions)]
      : []),
  ];
}
