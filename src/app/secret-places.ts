import type { Answers } from '#model/answers.ts';
import { pages } from '#model/pages/index.ts';
import { findSecrets, maskSecrets } from '#model/secrets.ts';
import type { PageId } from '#model/pages/index.ts';

/** An answer with a secret in it. */
export interface SecretAnswer {
  readonly page: PageId;
  readonly path: string;
  readonly kinds: string;
}

type Leaf = readonly [path: string, text: string];

const leaves = (value: unknown, path: string): readonly Leaf[] => {
  if (typeof value === 'string') return [[path, value]];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, each]) => leaves(each, path === '' ? key : `${path}.${key}`));
};

/** Every answer that holds what looks like a secret. */
export const secretAnswers = (answers: Answers): readonly SecretAnswer[] =>
  leaves(answers, '').flatMap(([path, text]) => {
    const kinds = [...new Set(findSecrets(text).map(({ kind }) => kind))];
    const page = pages.find(({ id }) => path.startsWith(`${id}.`))?.id;
    return kinds.length === 0 || page === undefined ? [] : [{ page, path, kinds: kinds.join(', ') }];
  });

/** The answers with every secret hidden. */
export const withoutSecrets = <Value>(value: Value): Value => masked(value) as Value;

const masked = (value: unknown): unknown => {
  if (typeof value === 'string') return maskSecrets(value);
  if (Array.isArray(value)) return value.map(masked);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, masked(each)]));
};
