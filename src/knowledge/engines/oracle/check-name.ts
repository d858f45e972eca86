import type { NameProblem } from '#model/engine.ts';
import { bareName, partsOf } from './quote.ts';
import { reservedWords } from './reserved-words.ts';

/** Bytes, since 12.2. */
const longest = 128;
const placeholder = /^<[^>]*>$/;
const bytesIn = (name: string): number => new TextEncoder().encode(name).length;

function problemOf(part: string): string | undefined {
  const name = bareName(part);
  if (name === '') return 'Enter a name on both sides of each dot';
  if (bytesIn(name) > longest) return `Shorten ${name} to at most ${longest} bytes: it has ${bytesIn(name)}`;
  if (name === part.trim() && reservedWords.has(name.toLowerCase()))
    return `Choose another name if ${name} is new: it is a reserved word in Oracle. If it exists, write "${name}" in quotes, in the case in which it was made, in every statement`;
  return undefined;
}

/** Why a name of a table, column, index or constraint cannot be used as it is, and what to do. `undefined` when it can. */
export function checkName(name: string): NameProblem | undefined {
  if (name.trim() === '') return { message: 'Enter a name' };
  if (name.includes('\0')) return { message: 'Remove the NUL character from the name: Oracle cannot hold it' };
  if (placeholder.test(name.trim())) return undefined;
  if (/^\.|\.\.|\.$/.test(name.trim())) return { message: 'Enter a name on both sides of each dot' };
  if ((name.match(/"/g)?.length ?? 0) % 2 === 1)
    return { message: 'Remove the double quote from the name: Oracle cannot hold one inside a name' };
  const message = partsOf(name.trim())
    .map(problemOf)
    .find((problem) => problem !== undefined);
  return message === undefined ? undefined : { message };
}
