import { answersVersion, type Answers } from './answers.ts';
import { readAnswers, readJson, withoutBlanks, type AnswersRead } from './read-answers.ts';

const opening = '<!-- switchback-answers ';

const escaped = (character: string): string => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;

/** Controls, marks without width and marks that turn the direction of text: seen in a file only when written out. */
// eslint-disable-next-line no-control-regex -- control characters are what is looked for
const unseen = /[\u0000-\u001F\u007F-\u009F\u00AD\u200B-\u200F\u2028-\u202E\u2060-\u206F\uFEFF]/g;

/** JSON in which no comment can end: neither `--` nor an angle bracket stands in it. */
const commentSafe = (value: unknown): string =>
  JSON.stringify(value).replaceAll('--', '\\u002d\\u002d').replaceAll(/[<>]/g, escaped).replaceAll(unseen, escaped);

/** The answers as a comment at the end of a Markdown file: one line for each page, only what was answered. */
export function answersComment(answers: Answers): string {
  const lines = Object.entries(answers)
    .map(([page, given]) => [page, withoutBlanks(given)] as const)
    .filter(([, given]) => given !== undefined)
    .map(([page, given]) => `${page} ${commentSafe(given)}`);
  return [`${opening}${answersVersion}`, ...lines, '-->'].join('\n');
}

export type AnswersCommentRead =
  | ({ readonly kind: 'read' } & AnswersRead)
  /** The file carries no answers. */
  | { readonly kind: 'none' }
  /** Written by a later version of this page. */
  | { readonly kind: 'newer'; readonly version: number };

/** Finds the answers in a Markdown file. The last comment counts. Lines that cannot be read are named as ignored. */
export function readAnswersComment(markdown: string): AnswersCommentRead {
  const at = markdown.lastIndexOf(opening);
  const [, digits, body] = at < 0 ? [] : (/^(\d+)[^\S\n]*\n([\s\S]*?)-->/.exec(fromHere(markdown, at)) ?? []);
  if (digits === undefined || body === undefined) return { kind: 'none' };
  const version = Number(digits);
  if (version > answersVersion) return { kind: 'newer', version };

  const lines = body.split('\n').filter((line) => line.trim() !== '');
  const pages = lines.map((line) => {
    const [, page = line.slice(0, 20), json = ''] = /^(\w+) (.*)$/.exec(line.trim()) ?? [];
    return [page, readJson(json)] as const;
  });
  const unread = pages.filter(([, value]) => value === undefined).map(([page]) => page);
  const { answers, ignored } = readAnswers(Object.fromEntries(pages.filter(([, value]) => value !== undefined)));
  return { kind: 'read', answers, ignored: [...unread, ...ignored] };
}

const fromHere = (markdown: string, at: number): string => markdown.slice(at + opening.length).replaceAll('\r\n', '\n');
