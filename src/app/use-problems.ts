import { useEffect, useRef, useState } from 'react';
import { useFormContext } from 'react-hook-form';
import type { Answers } from '#model/answers.ts';
import type { PageId } from '#model/pages/index.ts';
import type { AnswerPath } from '#wizard/ask.tsx';
import type { Problem } from '#wizard/wizard-page.tsx';
import type { Making } from './use-made.ts';
import { goTo } from './use-route.ts';

/** Checks what was typed on these pages when the person goes on, once, and then lets them. The title of the window says it too. */
export function useProblems(asked: readonly PageId[], makeNow: () => Promise<Making>, title: string) {
  const { setError, clearErrors } = useFormContext<Answers>();
  const [found, setFound] = useState<{ readonly problems: readonly Problem[]; readonly attempt: number }>({
    problems: [],
    attempt: 0,
  });

  useEffect(() => {
    document.title = `${found.problems.length > 0 ? 'Error: ' : ''}${title}`;
  }, [found, title]);

  useEffect(() => () => clearErrors(), [clearErrors]);

  // Whoever has left the page while its engine was loaded is not fetched back.
  const here = useRef(false);
  useEffect(() => {
    here.current = true;
    return () => {
      here.current = false;
    };
  }, []);

  const goOn = async (onwards: string) => {
    const making = await makeNow();
    if (!here.current) return;
    const problems = asked.flatMap((page) => problemsOf(making, page));
    const known = new Set(found.problems.map(({ message }) => message));
    clearErrors();
    problems.forEach(({ id, message }) => setError(id as AnswerPath, { type: 'contradiction', message }));
    if (problems.some(({ message }) => !known.has(message))) {
      setFound({ problems, attempt: found.attempt + 1 });
    } else {
      goTo(onwards);
    }
  };

  return { ...found, goOn };
}

/** What cannot be as it stands on this page. The summary lists everything itself and stops nobody. */
function problemsOf(making: Making, page: PageId): readonly Problem[] {
  if (making.kind !== 'made' || page === 'check') return [];
  const all = making.made.brief.contradictions.filter((contradiction) => contradiction.page === page);
  return all.map(({ field, says }) => ({ id: `${page}.${field}`, message: says }));
}
