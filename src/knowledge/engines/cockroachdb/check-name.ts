import type { NameProblem } from '#model/engine.ts';
import { checkName as asPostgresql } from '../postgresql/check-name.ts';
import { furtherReserved, partsOf } from './quote.ts';

/** Why a name of a table, column, index or constraint cannot be used as it is, and what to do. `undefined` when it can. */
export function checkName(name: string): NameProblem | undefined {
  const reserved = partsOf(name.trim()).find((part) => furtherReserved.has(part.trim().toLowerCase()));
  if (reserved !== undefined)
    return {
      message: `Choose another name if ${reserved} is new: it is a reserved word in CockroachDB. If it exists, write "${reserved}" in double quotes in every statement`,
    };
  const problem = asPostgresql(name);
  if (problem === undefined || /Shorten/.test(problem.message)) return undefined;
  return { message: problem.message.replaceAll('PostgreSQL', 'CockroachDB') };
}
