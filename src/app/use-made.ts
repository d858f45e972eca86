import { useDeferredValue, useEffect, useMemo, useState } from 'react';
import type { UseFormReturn } from 'react-hook-form';
import type { Answers } from '#model/answers.ts';
import type { Engine } from '#model/engine.ts';
import { anyAnswered } from '#model/read-answers.ts';
import type { NotLoadedYet } from '#ui/not-loaded.tsx';
import type { Made } from './make-documents.ts';
import { today } from './today.ts';
import { useFailed } from './use-failed.ts';
import { engineSoon, isKnownEngine, useEngine, usePlanning, type Planning } from './use-planning.ts';

/** How making the documents goes. */
export type Making =
  /** No answer, and no document is due. */
  | { readonly kind: 'nothing yet' }
  | { readonly kind: 'loading' }
  | { readonly kind: 'not loaded'; readonly failed: NotLoadedYet }
  /** The planner broke, which is our own mistake. */
  | { readonly kind: 'broken'; readonly problem: Error }
  | { readonly kind: 'made'; readonly made: Made };

function make(planning: Planning, engine: Engine, answers: Answers): Making {
  try {
    return {
      kind: 'made',
      made: planning.makeDocuments(answers, engine, isKnownEngine(answers.database.engine), today()),
    };
  } catch (problem) {
    return { kind: 'broken', problem: problem instanceof Error ? problem : new Error(String(problem)) };
  }
}

/** A copy that no later key reaches. Fields that were drawn and never answered are left out. */
const snapshot = ({ getValues }: Pick<UseFormReturn<Answers>, 'getValues'>): Answers =>
  JSON.parse(JSON.stringify(getValues())) as Answers;

/** How long the keys must rest before the documents are made anew. */
const pause = 150;

/** The answers as they stood when the keys last rested. A new place takes them at once. */
function useSettledAnswers(form: UseFormReturn<Answers>, place: unknown): Answers {
  const [settled, setSettled] = useState(() => snapshot(form));

  // The form is another object after each reset; its functions stay the same.
  const { getValues, subscribe } = form;
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const settle = () => setSettled(snapshot({ getValues }));
    const stop = subscribe({
      formState: { values: true },
      callback: () => {
        clearTimeout(timer);
        timer = setTimeout(settle, pause);
      },
    });
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, [getValues, subscribe]);

  const [placed, setPlaced] = useState(place);
  if (placed !== place) {
    setPlaced(place);
    setSettled(snapshot(form));
  }
  return settled;
}

/**
 * The documents of the answers so far, and how to make those of this very moment. While answers are given they may follow a
 * little later; where they are `due`, nothing older is shown.
 */
export function useMade(form: UseFormReturn<Answers>, place: unknown, due: boolean) {
  const settled = useSettledAnswers(form, place);
  const deferred = useDeferredValue(settled);
  const answers = due ? settled : deferred;
  const planning = usePlanning();
  const engine = useEngine(answers.database.engine);

  const failed = useFailed([planning, engine]);
  const wanted = due || anyAnswered(answers);
  const made = useMemo(
    () => (wanted && planning.data && engine.data ? make(planning.data, engine.data, answers) : undefined),
    [wanted, planning.data, engine.data, answers],
  );
  const making: Making =
    made ?? (failed ? { kind: 'not loaded', failed } : wanted ? { kind: 'loading' } : { kind: 'nothing yet' });

  /** The engine goes with the answers: the settled ones may still be about another. */
  const makeNow = async (): Promise<Making> => {
    const now = snapshot(form);
    const itsEngine = await engineSoon(now.database.engine);
    return planning.data && itsEngine ? make(planning.data, itsEngine, now) : { kind: 'loading' };
  };

  return { making, planning: planning.data, failed, makeNow };
}
