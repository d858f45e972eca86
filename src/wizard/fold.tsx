import { useState, type ReactNode } from 'react';
import { useFormContext, useWatch } from 'react-hook-form';
import type { Answers } from '#model/answers.ts';
import { Disclosure } from '#ui/disclosure.tsx';
import type { AnswerPath } from './ask.tsx';
import { Asks, type Asked } from './asks.tsx';
import { TipsBeside, TipsStandAbove } from './tips-beside.tsx';

type FoldProps = {
  title: string;
  asks: readonly Asked[];
  /** What stands inside; left out: the questions themselves. */
  children?: ReactNode;
};

/** Questions that a useful plan can do without, under a line that says what answering them changes. Open where something was answered. */
export function Fold({ title, asks, children }: FoldProps) {
  return (
    <FoldFrame title={title} gives={asks.map(([{ gives }]) => gives)} paths={asks.map(([, path]) => path)}>
      {children ?? <Asks asks={asks} />}
    </FoldFrame>
  );
}

type FoldFrameProps = {
  title: string;
  gives: readonly string[];
  paths: readonly AnswerPath[];
  children: ReactNode;
};

/** The same for questions that are no page's own. */
export function FoldFrame({ title, gives, paths, children }: FoldFrameProps) {
  const { control } = useFormContext<Answers>();
  const values: readonly unknown[] = useWatch({ control, name: [...paths] });
  const answered = values.filter(isAnswered).length;
  const [open, setOpen] = useState(answered > 0);
  const counted = answered === 0 ? '' : ` · ${answered} answered`;

  return (
    <div className="grid gap-3">
      {paths.map((path) => (
        <TipsOf key={path} path={path} />
      ))}
      <Disclosure title={title} explanation={`${givesLine(gives)}${counted}`} open={open} onToggle={setOpen}>
        <TipsStandAbove value={true}>{children}</TipsStandAbove>
      </Disclosure>
    </div>
  );
}

/** What is worth knowing is not folded away with the question. */
function TipsOf({ path }: { path: string }) {
  const [page = '', question, ...deeper] = path.split('.');
  return deeper.length > 0 ? null : <TipsBeside page={page} question={question} />;
}

const isAnswered = (value: unknown): boolean =>
  typeof value === 'string' ? value !== '' : Array.isArray(value) && value.length > 0;

/** What the answers change in the runbook, each thing once and three at most. */
function givesLine(gives: readonly string[]): string {
  const things = [...new Set(gives)].filter(
    (thing) => thing !== '' && !gives.some((longer) => longer !== thing && longer.includes(thing)),
  );
  const said = things.slice(0, 3).join(' · ');
  return said === ''
    ? 'Not needed for a useful plan'
    : `In the runbook: ${said}${things.length > 3 ? ' · and more' : ''}`;
}
