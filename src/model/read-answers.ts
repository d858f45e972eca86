import { answersSchema, type Answers } from './answers.ts';
import { pages } from './pages/index.ts';
import type { PageQuestion } from './question.ts';

/** Answers taken from foreign text, and the paths of what could not be taken over: `database.engin`. */
export interface AnswersRead {
  readonly answers: Answers;
  readonly ignored: readonly string[];
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Keys that would reach into every object. */
const reaching = new Set(['__proto__', 'constructor', 'prototype']);

/** Foreign JSON as a plain value, without keys that reach into every object; `undefined` when it is no JSON. */
export function readJson(text: string): unknown {
  try {
    return JSON.parse(text, (key, value: unknown) => (reaching.has(key) ? undefined : value));
  } catch {
    return undefined; // No JSON is what was asked about.
  }
}

interface Kept {
  readonly value?: unknown;
  readonly lost: boolean;
}

/** What of a chosen value is among the options. A question without options takes any. */
function amongOptions(question: PageQuestion | undefined, value: unknown): Kept {
  const ids = question?.options?.map(({ id }) => id);
  if (ids === undefined) return { value, lost: false };
  if (typeof value === 'string') return value === '' || ids.includes(value) ? { value, lost: false } : { lost: true };
  if (!Array.isArray(value)) return { value, lost: false };
  const known = value.filter((each) => ids.includes(each));
  return { value: known, lost: known.length < value.length };
}

/**
 * Takes over what can be read of a foreign value as answers, page by page and question by question. Never throws: what
 * has the wrong shape is left out and named.
 */
export function readAnswers(value: unknown): AnswersRead {
  const source = isRecord(value) ? value : {};
  const known = new Set<string>(pages.map(({ id }) => id));
  const ignored = Object.keys(source).filter((id) => !known.has(id));

  const taken = pages.map(({ id, schema, questions }) => {
    const given = isRecord(source[id]) ? source[id] : {};
    if (source[id] !== undefined && !isRecord(source[id])) ignored.push(id);
    const shape: Record<string, typeof answersSchema.shape.database | undefined> = Object.fromEntries(
      Object.entries(schema.shape),
    );
    const asked: Record<string, PageQuestion> = questions;
    const kept = Object.entries(given).flatMap(([key, raw]): readonly (readonly [string, unknown])[] => {
      const path = `${id}.${key}`;
      const one = Object.hasOwn(shape, key) ? shape[key] : undefined;
      const fits = (each: unknown) => one?.safeParse(each).success === true;
      const whole = fits(raw) ? raw : Array.isArray(raw) ? raw.filter((item) => fits([item])) : undefined;
      const chosen = amongOptions(asked[key], whole);
      const partly = Array.isArray(raw) && Array.isArray(whole) && whole.length < raw.length;
      if (one === undefined || whole === undefined || chosen.lost || partly) ignored.push(path);
      return one === undefined || chosen.value === undefined || !fits(chosen.value) ? [] : [[key, chosen.value]];
    });
    return [id, Object.fromEntries(kept)] as const;
  });

  return { answers: answersSchema.parse(Object.fromEntries(taken)), ignored };
}

/** Answers without what was left blank: blank strings, empty lists and groups, untouched pages. */
export function withoutBlanks(value: unknown): unknown {
  if (Array.isArray(value)) {
    const items: readonly unknown[] = value.map(withoutBlanks).filter((item) => item !== undefined);
    return items.length === 0 ? undefined : items;
  }
  if (!isRecord(value)) return value === '' ? undefined : value;
  const entries = Object.entries(value)
    .map(([key, each]) => [key, withoutBlanks(each)] as const)
    .filter(([, each]) => each !== undefined);
  return entries.length === 0 ? undefined : Object.fromEntries(entries);
}

/** Whether anything was answered at all. */
export const anyAnswered = (answers: unknown): boolean => withoutBlanks(answers) !== undefined;
