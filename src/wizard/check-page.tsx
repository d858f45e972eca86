import { checkPage } from '#model/pages/check.ts';
import type { Contradiction } from '#model/brief.ts';
import { Disclosure } from '#ui/disclosure.tsx';
import { Notice } from '#ui/notice.tsx';
import { SummaryList } from '#ui/summary-list.tsx';
import { answerSections, type AnswerRow, type AnswerSection } from './answer-rows.ts';
import { useAnswers } from './use-answers.ts';
import { useWizardWorld } from './wizard-world.ts';

/** Leads to one question, and back to the summary afterwards. */
export type ChangeHref = (page: string, path: string) => string;

/** Every answer with a way to change it, what cannot be as it stands, and what was not given. */
export function CheckPage({ changeHref }: { changeHref: ChangeHref }) {
  const { engines, offers, contradictions } = useWizardWorld();
  const sections = answerSections(useAnswers(), engines, offers);
  const missing = sections.flatMap(({ rows }) => rows).filter(({ value, essential }) => essential && value === '');

  return (
    <div className="grid gap-9">
      <Contradictions contradictions={contradictions} changeHref={changeHref} />
      {missing.length === 0 ? null : (
        <Notice tone="note" word="Worth adding" title={`${missing.length} of the answers that matter most`}>
          <ul className="grid gap-1">
            {missing.map((row) => (
              <li key={row.path}>
                <a href={changeHref(pageOf(row), row.path)}>{row.term}</a>: gives {row.gives}
              </li>
            ))}
          </ul>
          <p>The plan is made without them too. It then says what to find out, and who knows.</p>
        </Notice>
      )}
      {sections.map((section) => (
        <Section key={section.page} section={section} changeHref={changeHref} />
      ))}
    </div>
  );
}

const pageOf = ({ path }: AnswerRow) => path.split('.')[0] ?? checkPage.id;

function Contradictions({
  contradictions,
  changeHref,
}: {
  contradictions: readonly Contradiction[];
  changeHref: ChangeHref;
}) {
  if (contradictions.length === 0) return null;
  return (
    <Notice tone="warn" title="This cannot be as it stands. The plan is made all the same and says so.">
      <ul className="grid gap-1">
        {contradictions.map(({ page, field, says }) => (
          <li key={`${page}.${field} ${says}`}>
            <a href={changeHref(page, `${page}.${field}`)}>{says}</a>
          </li>
        ))}
      </ul>
    </Notice>
  );
}

function Section({ section: { page, title, rows }, changeHref }: { section: AnswerSection; changeHref: ChangeHref }) {
  const shown = rows.filter(({ value, essential }) => value !== '' || essential);
  const blank = rows.filter((row) => !shown.includes(row));

  return (
    <section aria-labelledby={`summary-${page}`} className="grid gap-3">
      <h2 id={`summary-${page}`} className="text-xl font-bold tracking-[-0.01em]">
        {title}
      </h2>
      {shown.length === 0 ? (
        <p className="text-muted">
          Nothing answered. <a href={changeHref(page, '')}>Answer something here</a>
        </p>
      ) : (
        <SummaryList
          rows={shown.map(({ path, term, value }) => ({
            term,
            ...(value === '' ? {} : { value: shortened(value) }),
            action: { label: 'Change', what: term, href: changeHref(page, path) },
          }))}
        />
      )}
      {blank.length === 0 ? null : (
        <Disclosure
          title={`${blank.length} not given`}
          explanation="Each becomes an assumption or a question in the runbook"
        >
          <ul className="grid gap-1.5 text-[0.9375rem]">
            {blank.map(({ path, term, gives }) => (
              <li key={path}>
                <a href={changeHref(page, path)}>{term}</a>
                {gives === '' ? null : <span className="text-muted">: gives {gives}</span>}
              </li>
            ))}
          </ul>
        </Disclosure>
      )}
    </section>
  );
}

const mostShown = 600;

const shortened = (text: string) =>
  text.length > mostShown ? `${text.slice(0, mostShown)}… (${text.length.toLocaleString('en')} characters)` : text;
