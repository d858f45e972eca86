import type { Answers } from '#model/answers.ts';
import { readJson, withoutBlanks } from '#model/read-answers.ts';
import { readDraft, writeDraft, type Draft, type DraftRead } from './envelope.ts';

/** Where the draft stands; other tabs hear of changes under this key. */
export const draftKey = 'switchback.draft';
const unreadableKey = 'switchback.unreadable';
const asideKey = 'switchback.set-aside';
const mostSetAside = 20;

export type Saved = 'saved' | 'full' | 'denied';

export type Loaded =
  | { readonly kind: 'none' }
  | { readonly kind: 'denied' }
  | ({ readonly kind: 'unreadable'; readonly raw: string } & { readonly because: Exclude<DraftRead['kind'], 'read'> })
  | Extract<DraftRead, { kind: 'read' }>;

export interface DraftStore {
  readonly load: () => Loaded;
  readonly save: (draft: Draft) => Saved;
  readonly clear: () => void;
  /** Whether these answers say something that was neither loaded nor saved here. What is not news must not overwrite what another tab has saved. */
  readonly isNews: (answers: Answers) => boolean;
  /** The raw text of a draft that could not be read, kept until it is dropped. */
  readonly unreadable: () => string | undefined;
  readonly dropUnreadable: () => void;
  /** Drafts that made room for another, newest first. */
  readonly setAside: () => readonly Draft[];
  readonly putAside: (draft: Draft) => Saved;
  readonly takeBack: (savedAt: string) => void;
}

/** Pages put blank rows in by themselves, which say nothing. */
const said = (answers: Answers | undefined) => JSON.stringify(withoutBlanks(answers));

/**
 * Keeps drafts in the browser's storage. Storage may be missing, denied or full at any moment: nothing here throws, and
 * what could not be saved is said.
 */
export function draftStore(storage: () => Storage): DraftStore {
  const read = (key: string): string | undefined => {
    try {
      return storage().getItem(key) ?? undefined;
    } catch {
      return undefined; // Denied: nothing is kept there.
    }
  };
  const write = (key: string, text: string): Saved => {
    try {
      storage().setItem(key, text);
      return 'saved';
    } catch (problem) {
      return problem instanceof DOMException && /quota/i.test(problem.name) ? 'full' : 'denied';
    }
  };
  const drop = (key: string): void => {
    try {
      storage().removeItem(key);
    } catch {
      return; // Denied: nothing is kept there.
    }
  };
  let known = said(undefined);
  const isDenied = (): boolean => {
    try {
      storage().getItem(draftKey);
      return false;
    } catch {
      return true;
    }
  };

  const setAside = (): readonly Draft[] => {
    const texts = readJson(read(asideKey) ?? '[]');
    const drafts = (Array.isArray(texts) ? texts : []).flatMap((text) => {
      const found = typeof text === 'string' ? readDraft(text) : undefined;
      return found?.kind === 'read' ? [found.draft] : [];
    });
    return drafts.toSorted((one, other) => (one.savedAt < other.savedAt ? 1 : -1));
  };
  const writeAside = (drafts: readonly Draft[]): Saved =>
    write(asideKey, JSON.stringify(drafts.slice(0, mostSetAside).map(writeDraft)));

  return {
    load: () => {
      if (isDenied()) return { kind: 'denied' };
      const text = read(draftKey);
      if (text === undefined) return { kind: 'none' };
      const found = readDraft(text);
      if (found.kind === 'read') {
        known = said(found.draft.answers);
        return found;
      }
      write(unreadableKey, text);
      return { kind: 'unreadable', raw: text, because: found.kind };
    },
    save: (draft) => {
      known = said(draft.answers);
      return write(draftKey, writeDraft(draft));
    },
    clear: () => {
      known = said(undefined);
      drop(draftKey);
    },
    isNews: (answers) => said(answers) !== known,
    unreadable: () => read(unreadableKey),
    dropUnreadable: () => drop(unreadableKey),
    setAside,
    putAside: (draft) => writeAside([draft, ...setAside()]),
    takeBack: (savedAt) => void writeAside(setAside().filter((draft) => draft.savedAt !== savedAt)),
  };
}
