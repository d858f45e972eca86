import type { FurtherHeld } from '../engine-result.ts';
import { type Exception, exceptions } from './exceptions.ts';
import { type Grammar, type Reading, withNames } from './grammar.ts';
import type { Written } from './statements.ts';

/** Reads the statements of one engine, each text once, and remembers what it met. */
export interface Reader {
  readonly name: string;
  /** What cannot be read and is no exception. */
  readonly problemsOf: (statements: readonly Written[]) => readonly string[];
  /** How many of these texts are read, and how many there are. */
  readonly count: (statements: readonly Written[]) => { readonly read: number; readonly of: number };
  /** After everything was read: errors that passed, exceptions that nothing needs. */
  readonly proof: () => readonly FurtherHeld[];
}

/** Nothing but a place for what was saved before, or one in it for a definition that nobody can know here. */
const forTheEngineer = (text: string): boolean => /^<[^<>]+>$|<(?:the )?definition [^<>]+>/.test(text);

const short = (text: string): string => text.replaceAll(/\s+/g, ' ').slice(0, 100);

export async function readerFor(engine: string, reading: Reading): Promise<Reader> {
  const grammar: Grammar = await reading.grammar();
  const own = exceptions.filter((exception) => exception.engine === engine);
  const used = new Set<Exception>();
  const known = new Map<string, string | undefined>();
  const problemOf = (text: string): string | undefined => {
    if (!known.has(text)) known.set(text, grammar.problemOf(withNames(reading.filled?.(text) ?? text)));
    return known.get(text);
  };
  const textsOf = (statements: readonly Written[]): readonly string[] => [
    ...new Set(
      statements
        .filter(
          ({ text, language }) => text !== '' && !forTheEngineer(text) && language === (reading.language ?? 'sql'),
        )
        .map(({ text }) => text),
    ),
  ];
  return {
    name: grammar.name,
    count: (statements) => {
      const texts = textsOf(statements);
      return { read: texts.filter((text) => problemOf(text) === undefined).length, of: texts.length };
    },
    problemsOf: (statements) =>
      textsOf(statements).flatMap((text) => {
        const problem = problemOf(text);
        if (problem === undefined) return [];
        const excused = own.find(({ form }) => form.test(text));
        if (excused === undefined) return [`${short(text)}: ${problem}`];
        used.add(excused);
        return [];
      }),
    proof: () => [
      ...reading.planted.map((text) => ({
        name: `${grammar.name} refuses \`${text}\``,
        passed: grammar.problemOf(text) !== undefined,
        detail: 'it is read as if it were right, so the grammar proves nothing',
      })),
      ...own.map((exception) => ({
        name: `exception: ${grammar.name} lacks ${exception.lacks}`,
        passed: used.has(exception),
        detail: `no statement needs it: take it off the list of exceptions (${exception.page})`,
      })),
    ],
  };
}
