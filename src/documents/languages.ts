import type { Code } from 'mdast';
import type { Language, Script, Statement } from '#model/statement.ts';
import { fence } from './nodes.ts';

interface Manner {
  /** What opens a comment. */
  readonly comment: string;
  /** What ends a statement, where it does not end itself. */
  readonly end: string;
  /** What a fence of it is called. */
  readonly fence: string;
}

const manners: Readonly<Record<Language, Manner>> = {
  sql: { comment: '--', end: ';', fence: 'sql' },
  psql: { comment: '--', end: '', fence: 'sql' },
  javascript: { comment: '//', end: ';', fence: 'javascript' },
  shell: { comment: '#', end: '', fence: 'shell' },
  text: { comment: '--', end: '', fence: 'text' },
};

export const remarkIn = (language: Language, text: string): string => `${manners[language].comment} ${text}`;

/** Text with what ends it; what it brings of that by itself is not said twice. */
export function ended(text: string, end: string): string {
  const bare = text.trimEnd();
  if (end === '' || bare.endsWith(end)) return text;
  return bare.endsWith(';') && end.startsWith(';') ? `${bare}${end.slice(1)}` : `${text}${end}`;
}

/** A statement with its end; `ending`: how SQL is sent off by the tool that runs the file. A loop of JavaScript ends itself. */
export function closed({ language, text }: Statement, ending?: string): string {
  if (language === 'javascript' && text.trimEnd().endsWith('}')) return text;
  const { end } = manners[language];
  return ended(text, language === 'sql' ? (ending ?? end) : end);
}

/** Whether a question in this language can be sent as it is printed. */
export const isQuery = (language: Language | undefined): boolean => language === 'sql' || language === 'javascript';

export const languageOf = ({ statements }: Script): Language => statements[0].language;

/** Blocks in one fence for as long as they are of one language, in their order. */
export const fences = (
  blocks: readonly { readonly language: Language; readonly text: string }[],
  between = '\n\n',
): readonly Code[] =>
  blocks
    .reduce<readonly (readonly [string, string])[]>((all, { language, text }) => {
      const name = manners[language].fence;
      const last = all.at(-1);
      // A thing to do in words stands in the block that it belongs to.
      return last !== undefined && (last[0] === name || language === 'text')
        ? [...all.slice(0, -1), [name, `${last[1]}${between}${text}`]]
        : [...all, [name, text]];
    }, [])
    .map(([name, text]) => fence(name, text));
