import type { NameProblem } from '#model/engine.ts';
import { partsOf } from './quote.ts';
import { reservedWords } from './reserved-words.ts';

const placeholder = /^<[^>]*>$/;
const quoted = /^"((?:[^"]|"")*)"$/;

function problemOf(part: string): string | undefined {
  const [, inside] = quoted.exec(part) ?? [];
  const name = inside?.replaceAll('""', '"') ?? part.trim();
  if (name === '') return 'Enter a name on both sides of each dot';
  if (/^sqlite_/i.test(name)) return `Choose another name than ${name}: names that begin with sqlite_ belong to SQLite`;
  if (inside === undefined && reservedWords.has(name.toLowerCase()))
    return `Choose another name if ${name} is new: it is a keyword in SQLite. If it exists, write "${name}" in double quotes in every statement`;
  return undefined;
}

/** Why a name of a table, column, index or constraint cannot be used as it is, and what to do. `undefined` when it can. */
export function checkName(name: string): NameProblem | undefined {
  if (name.trim() === '') return { message: 'Enter a name' };
  if (name.includes('\0')) return { message: 'Remove the NUL character from the name: SQLite would end it there' };
  if (placeholder.test(name.trim())) return undefined;
  const message = partsOf(name.trim())
    .map(problemOf)
    .find((problem) => problem !== undefined);
  return message === undefined ? undefined : { message };
}
