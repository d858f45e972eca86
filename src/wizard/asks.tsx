import type { PageQuestion } from '#model/question.ts';
import { Ask, type AnswerPath } from './ask.tsx';

export type Asked = readonly [question: PageQuestion, path: AnswerPath];

const wide = new Set(['choice', 'choices', 'prose', 'sql']);

/** Several questions: short ones side by side, long ones across. */
export function Asks({ asks }: { asks: readonly Asked[] }) {
  return (
    <div className="grid items-end gap-x-6 gap-y-7 sm:grid-cols-2">
      {asks.map(([question, path]) => (
        <div key={path} className={`min-w-0 ${wide.has(question.control) ? 'sm:col-span-2' : ''}`}>
          <Ask question={question} path={path} />
        </div>
      ))}
    </div>
  );
}
