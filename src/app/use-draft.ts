import { useCallback, useEffect, useMemo, useState } from 'react';
import type { UseFormReturn } from 'react-hook-form';
import { noAnswers, type Answers } from '#model/answers.ts';
import { anyAnswered } from '#model/read-answers.ts';
import { autosave } from '#drafts/autosave.ts';
import { draftKey, draftStore, type Saved } from '#drafts/draft-store.ts';
import { readDraft, type Draft } from '#drafts/envelope.ts';

const store = draftStore(() => window.localStorage);

/** What was there when the page was opened. */
const loadedAtStart = store.load();

export const answersAtStart: Answers = loadedAtStart.kind === 'read' ? loadedAtStart.draft.answers : noAnswers;

const now = () => new Date().toISOString();

/** How keeping the answers goes. `kept` is when they were last written. */
export interface Keeping {
  readonly state: 'nothing yet' | Saved;
  readonly kept?: string;
}

function keepingAtStart(): Keeping {
  if (loadedAtStart.kind === 'denied') return { state: 'denied' };
  if (loadedAtStart.kind !== 'read') return { state: 'nothing yet' };
  return { state: 'saved', kept: loadedAtStart.draft.savedAt };
}

const originAtStart = loadedAtStart.kind === 'read' ? loadedAtStart.draft.origin : undefined;

/** Keeps the answers of the form in this browser, and opens others in their place without losing them. */
export function useDraft(form: UseFormReturn<Answers>) {
  // The form is another object after each reset; its functions stay the same.
  const { getValues, reset, subscribe } = form;
  const [keeping, setKeeping] = useState<Keeping>(keepingAtStart);
  const [origin, setOrigin] = useState<string | undefined>(originAtStart);
  const [elsewhere, setElsewhere] = useState<Draft>();
  const [aside, setAside] = useState(store.setAside);
  const [unreadable, setUnreadable] = useState(store.unreadable);

  const write = useCallback((answers: Answers, from: string | undefined) => {
    const savedAt = now();
    const state = store.save({ answers, savedAt, ...(from === undefined ? {} : { origin: from }) });
    setKeeping({ state, kept: savedAt });
  }, []);

  const saving = useMemo(
    () =>
      autosave(() => {
        const answers = getValues();
        if (store.isNews(answers)) write(answers, origin);
      }),
    [getValues, origin, write],
  );

  useEffect(() => {
    const stopListening = subscribe({ formState: { values: true }, callback: saving.touch });
    const leave = () => {
      if (document.visibilityState === 'hidden') saving.flush();
    };
    document.addEventListener('visibilitychange', leave);
    window.addEventListener('pagehide', saving.flush);
    return () => {
      saving.flush();
      stopListening();
      document.removeEventListener('visibilitychange', leave);
      window.removeEventListener('pagehide', saving.flush);
    };
  }, [saving, subscribe]);

  useEffect(() => {
    const heard = (event: StorageEvent) => {
      if (event.key !== draftKey || event.newValue === null) return;
      const found = readDraft(event.newValue);
      if (found.kind === 'read') setElsewhere(found.draft);
    };
    window.addEventListener('storage', heard);
    return () => window.removeEventListener('storage', heard);
  }, []);

  const fill = (answers: Answers, from: string | undefined) => {
    reset(answers);
    saving.stop();
    setOrigin(from);
    setElsewhere(undefined);
    write(answers, from);
  };

  /** Puts the present answers aside, if there are any of the person's own, and opens these. */
  const open = (answers: Answers, from: string | undefined) => {
    const present = structuredClone(getValues());
    if (anyAnswered(present) && origin === undefined) store.putAside({ answers: present, savedAt: now() });
    setAside(store.setAside());
    fill(structuredClone(answers), from);
  };

  return {
    keeping,
    origin,
    aside,
    elsewhere,
    unreadable,
    flush: saving.flush,
    open,
    /** Makes room for a new plan. */
    putAside: () => open(noAnswers, undefined),
    /** Opens a draft that was put aside; the present one takes its place there. */
    takeBack: (draft: Draft) => {
      store.takeBack(draft.savedAt);
      open(draft.answers, draft.origin);
    },
    /** Drops a draft that was put aside and returns how to bring it back. */
    dropAside: (draft: Draft) => {
      store.takeBack(draft.savedAt);
      setAside(store.setAside());
      return () => {
        store.putAside(draft);
        setAside(store.setAside());
      };
    },
    loadElsewhere: () => {
      if (elsewhere !== undefined) fill(elsewhere.answers, elsewhere.origin);
    },
    ignoreElsewhere: () => setElsewhere(undefined),
    dropUnreadable: () => {
      store.dropUnreadable();
      setUnreadable(undefined);
    },
    /** Clears every answer and returns how to bring them back. */
    clear: () => {
      const before = structuredClone(getValues());
      const from = origin;
      reset(noAnswers);
      saving.stop();
      store.clear();
      setOrigin(undefined);
      setKeeping({ state: keeping.state === 'saved' ? 'nothing yet' : keeping.state });
      return () => fill(before, from);
    },
  };
}

export type DraftKeeping = ReturnType<typeof useDraft>;
