import type { NameProblem } from '#model/engine.ts';
import { partsOf } from './quote.ts';
import { reservedWords } from './reserved-words.ts';

/** https://dev.mysql.com/doc/refman/8.4/en/identifier-length.html */
const longest = 64;
const placeholder = /^<[^>]*>$/;
const quoted = /^`((?:[^`]|``)*)`$/;
/** Identifiers hold the characters of the first plane only: https://dev.mysql.com/doc/refman/8.4/en/identifiers.html */
const beyondFirstPlane = /[\u{10000}-\u{10ffff}]/u;

function problemOf(part: string): string | undefined {
  const [, inside] = quoted.exec(part) ?? [];
  const name = inside?.replaceAll('``', '`') ?? part.trim();
  if (name === '') return 'Enter a name on both sides of each dot';
  if (name.endsWith(' ')) return `Remove the blank at the end of ${name}: the server refuses it`;
  const length = [...name].length;
  if (length > longest)
    return `Shorten ${name} to at most ${longest} characters: it has ${length}, and the server refuses it`;
  const [beyond] = beyondFirstPlane.exec(name) ?? [];
  if (beyond !== undefined) return `Remove ${beyond} from ${name}: a name cannot hold it`;
  if (inside === undefined && reservedWords.has(name.toLowerCase()))
    return `Choose another name if ${name} is new: it is a reserved word here or in a version to come. If it exists, write \`${name}\` in backticks in every statement`;
  return undefined;
}

/** Why a name of a table, column, index or constraint cannot be used as it is, and what to do. `undefined` when it can. */
export function checkName(name: string): NameProblem | undefined {
  if (name.trim() === '') return { message: 'Enter a name' };
  if (name.includes('\0')) return { message: 'Remove the NUL character from the name: the server cannot hold it' };
  if (placeholder.test(name.trim())) return undefined;
  const message = partsOf(name.trim())
    .map(problemOf)
    .find((problem) => problem !== undefined);
  return message === undefined ? undefined : { message };
}
