import { describe, expect, it, vi } from 'vitest';
import { answersComment } from '#model/answers-file.ts';
import { answersSchema, noAnswers } from '#model/answers.ts';
import { autosave } from './autosave.ts';
import { draftKey, draftStore } from './draft-store.ts';
import { readDraft, writeDraft } from './envelope.ts';
import { readFile } from './read-file.ts';

const answers = answersSchema.parse({ database: { engine: 'postgresql' }, scale: { tables: [{ name: 'orders' }] } });
const draft = { answers, savedAt: '2026-11-23T14:02:00.000Z' };

/** A storage that can be told to refuse. */
function storageWith(refusal?: Error) {
  const kept = new Map<string, string>();
  return {
    kept,
    storage: {
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, text: string) => {
        if (refusal) throw refusal;
        kept.set(key, text);
      },
      removeItem: (key: string) => void kept.delete(key),
    } as unknown as Storage,
  };
}

describe('a draft', () => {
  it('comes back as it was saved', () => {
    const { storage } = storageWith();
    const store = draftStore(() => storage);
    expect(store.load()).toEqual({ kind: 'none' });
    expect(store.save({ ...draft, origin: 'Example: orders' })).toBe('saved');
    expect(store.load()).toEqual({ kind: 'read', draft: { ...draft, origin: 'Example: orders' }, ignored: [] });
    store.clear();
    expect(store.load().kind).toBe('none');
  });

  it('is news only when it says something else than what was loaded or saved', () => {
    const { storage } = storageWith();
    const store = draftStore(() => storage);
    store.load();
    const blankRow = {
      ...noAnswers,
      scale: { ...noAnswers.scale, tables: [{ ...answers.scale.tables[0]!, name: '' }] },
    };
    expect([store.isNews(noAnswers), store.isNews(blankRow), store.isNews(answers)]).toEqual([false, false, true]);
    store.save(draft);
    expect([store.isNews(answers), store.isNews(noAnswers)]).toEqual([false, true]);
    store.clear();
    expect(store.isNews(noAnswers)).toBe(false);
  });

  it('of an earlier version is migrated step by step', () => {
    const old = JSON.stringify({ app: 'switchback', version: 0, savedAt: '', answers: { db: 'postgresql' } });
    const steps = {
      0: (pages: unknown) => ({ database: { kind: (pages as { db: string }).db } }),
      1: (pages: unknown) => ({ database: { engine: (pages as { database: { kind: string } }).database.kind } }),
    };
    const read = readDraft(old, steps, 2);
    expect(read.kind === 'read' && read.draft.answers.database.engine).toBe('postgresql');
  });

  it.each(['{', '[]', 'null', '{"app":"other","version":1}', '{"app":"switchback","version":"1"}'])(
    'that cannot be read is kept raw: %s',
    (raw) => {
      const { storage, kept } = storageWith();
      kept.set(draftKey, raw);
      const store = draftStore(() => storage);
      expect(store.load()).toEqual({ kind: 'unreadable', raw, because: 'broken' });
      store.save(draft);
      expect(store.unreadable()).toBe(raw);
    },
  );

  it('of a later version is kept raw and said to be so', () => {
    const { storage, kept } = storageWith();
    kept.set(draftKey, '{"app":"switchback","version":99}');
    expect(draftStore(() => storage).load()).toMatchObject({ kind: 'unreadable', because: 'newer' });
  });

  it('says when storage is full or denied', () => {
    const full = storageWith(new DOMException('no room', 'QuotaExceededError'));
    expect(draftStore(() => full.storage).save(draft)).toBe('full');
    const denied = draftStore(() => {
      throw new DOMException('no', 'SecurityError');
    });
    expect([denied.load().kind, denied.save(draft), denied.setAside()]).toEqual(['denied', 'denied', []]);
  });

  it('makes room for another and can be taken back', () => {
    const { storage } = storageWith();
    const store = draftStore(() => storage);
    const times = Array.from({ length: 21 }, (_, at) => `2026-11-${at + 10}T00:00:00.000Z`);
    times.forEach((savedAt) => store.putAside({ answers, savedAt }));
    const kept = times.slice(1).toReversed();
    const setAside = () => store.setAside().map(({ savedAt }) => savedAt);
    expect(setAside()).toEqual(kept);
    store.takeBack('2026-11-20T00:00:00.000Z');
    expect(setAside()).toEqual(kept.filter((savedAt) => !savedAt.startsWith('2026-11-20')));
    store.putAside({ answers, savedAt: '2026-11-20T00:00:00.000Z' });
    expect(setAside()).toEqual(kept);
  });
});

describe('a file', () => {
  it.each([
    ['a runbook', `# Runbook\n\n${answersComment(answers)}\n`],
    ['a draft', writeDraft(draft)],
    ['plain answers', JSON.stringify({ database: { engine: 'postgresql' }, scale: { tables: [{ name: 'orders' }] } })],
  ])('can be %s', (_, text) => {
    expect(readFile(text)).toEqual({ kind: 'read', answers, ignored: [] });
  });

  it.each(['', 'a letter', '{"name":"package"}', '[1]', '"text"', '7'])(
    'that is not ours is said to be so: %j',
    (text) => {
      expect(readFile(text)).toEqual({ kind: 'not ours' });
    },
  );
});

it('saves once, a moment after the last change, or at once when asked', () => {
  vi.useFakeTimers();
  const save = vi.fn();
  const { touch, flush, stop } = autosave(save, 400);
  touch();
  vi.advanceTimersByTime(300);
  touch();
  vi.advanceTimersByTime(399);
  expect(save).not.toHaveBeenCalled();
  vi.advanceTimersByTime(1);
  expect(save).toHaveBeenCalledTimes(1);
  flush();
  expect(save).toHaveBeenCalledTimes(1);
  touch();
  flush();
  expect(save).toHaveBeenCalledTimes(2);
  touch();
  stop();
  vi.advanceTimersByTime(1000);
  expect(save).toHaveBeenCalledTimes(2);
  vi.useRealTimers();
  expect(readDraft(writeDraft({ ...draft, answers: noAnswers })).kind).toBe('read');
});
