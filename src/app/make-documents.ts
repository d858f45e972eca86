import type { Root } from 'mdast';
import { changes } from '#knowledge/changes/registry.ts';
import { somethingElse } from '#knowledge/changes/something-else.ts';
import { dependencies } from '#knowledge/dependencies/registry.ts';
import { stacks } from '#knowledge/stacks/registry.ts';
import { withAnswers } from '#documents/answers-comment.ts';
import { toHtml } from '#documents/html.ts';
import { markdown } from '#documents/markdown.ts';
import { toMessages } from '#documents/messages.ts';
import { reviewPrompt, toPlanPrompt, toSqlPrompt } from '#documents/prompt.ts';
import { toRunbook } from '#documents/runbook.ts';
import type { Answers } from '#model/answers.ts';
import type { Brief } from '#model/brief.ts';
import type { Engine } from '#model/engine.ts';
import type { Plan } from '#model/plan.ts';
import { plain } from '#model/text.ts';
import { buildPlan } from '#planner/build-plan.ts';
import { toBrief } from '#planner/to-brief.ts';

/** Everything that a person leaves with, made of their answers alone. */
export interface Made {
  readonly brief: Brief;
  readonly plan: Plan;
  readonly runbook: Root;
  /** The bytes that are shown, copied and downloaded. */
  readonly markdown: string;
  /** The same without the answers at its end. */
  readonly markdownAlone: string;
  /** The same as rich text. */
  readonly html: () => string;
  readonly fileName: string;
  readonly prompts: {
    readonly plan: string;
    readonly planAskFirst: string;
    readonly sql: string;
    readonly review: string;
  };
  readonly messages: readonly { readonly id: string; readonly title: string; readonly text: string }[];
}

/** Letters and digits of a title, fit for a file name: 1 to 60 characters. */
const slugOf = (title: string): string =>
  title
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '')
    .slice(0, 60)
    .replace(/-$/, '') || 'change';

/** What the answers say and the plan made of it, without a document. */
export function makePlan(
  answers: Answers,
  engine: Engine,
  engineGiven: boolean,
  date: string,
): Pick<Made, 'brief' | 'plan'> {
  const brief = toBrief(
    answers,
    { engine, engineGiven, changes, neutralChange: somethingElse, stacks, dependencies },
    date,
  );
  return { brief, plan: buildPlan(brief) };
}

/** Computes when first asked, and answers the same from then on. */
const once = <Value>(compute: () => Value): (() => Value) => {
  let made: { readonly value: Value } | undefined;
  return () => (made ??= { value: compute() }).value;
};

/**
 * Makes the plan and its documents. Pure and total: the same answers on the same day give the same bytes. What nobody asks
 * for is not written: beside the questions only the runbook is drawn, at every pause of the keys.
 */
export function makeDocuments(
  answers: Answers,
  engine: Engine,
  engineGiven: boolean,
  date: string,
  carriesAnswers = true,
): Made {
  const { brief, plan } = makePlan(answers, engine, engineGiven, date);
  const runbook = toRunbook(plan);
  const text = once(() => markdown(runbook));
  const withThem = once(() => withAnswers(text(), answers));
  const prompts = once(() => ({
    plan: toPlanPrompt(brief, plan),
    planAskFirst: toPlanPrompt(brief, plan, { askFirst: true }),
    sql: toSqlPrompt(brief, plan),
    review: reviewPrompt,
  }));
  const messages = once(() => toMessages(plan));
  return {
    brief,
    plan,
    runbook,
    get markdown() {
      return carriesAnswers ? withThem() : text();
    },
    get markdownAlone() {
      return text();
    },
    html: () => toHtml(runbook),
    fileName: `migration-runbook_${slugOf(plain(plan.title))}_${date}.md`,
    get prompts() {
      return prompts();
    },
    get messages() {
      return messages();
    },
  };
}
