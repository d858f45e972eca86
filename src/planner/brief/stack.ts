import type { Answers } from '#model/answers.ts';
import type { StackTraits } from '#model/change.ts';
import type { Given } from '#model/given.ts';
import { isGiven, notGiven } from '#model/given.ts';
import type { Stack } from '#model/stack.ts';
import { has } from '#model/stack.ts';
import { chosen, typed } from './read.ts';

/** No flag system: said in a word. */
const none = /^(no|none|nothing|n\/a|-|–)\.?$/i;

/** Two versions run side by side. Clients on people's devices always do, however the servers are deployed. */
function overlapOf({ deploy, runs }: Answers['stack']): Given<boolean> {
  if (runs.includes('clients')) return true;
  return isGiven(typed(deploy)) ? deploy !== 'stopped' : notGiven;
}

/** A process remembers what its framework does; a migration tool beside it says nothing about that. */
function remembersColumns(stacks: readonly Stack[]): boolean {
  const frameworks = stacks.filter(({ role }) => role !== 'migration tool');
  const deciding = frameworks.length > 0 ? frameworks : stacks;
  return deciding.length === 0 || deciding.some(({ remembers }) => remembers.what !== 'nothing');
}

/** What the stacks mean for schema changes. Unknown stacks are taken to remember columns. */
export function readTraits(stack: Answers['stack'], stacks: readonly Stack[]): StackTraits {
  const ignoring = stacks.flatMap(({ ignoreColumn }) => (has(ignoreColumn) ? [ignoreColumn] : []));
  const [ignore] = ignoring;
  const [declare] = stacks.flatMap(({ declareType }) => (declareType ? [declareType] : []));
  const flags = typed(stack.flags);
  return {
    names: stacks.map(({ name }) => name),
    remembersColumns: remembersColumns(stacks),
    ignoreColumn: ignore ? (table, column) => ignore(table, column).text : notGiven,
    ...(declare ? { declareType: (column: string, type: string) => declare(column, type)?.text } : {}),
    overlap: overlapOf(stack),
    hasFlags: isGiven(flags) ? !none.test(flags) : notGiven,
  };
}

/** The stacks that were chosen, in the order of the answers. */
export const chosenStacks = (ids: readonly string[], stacks: readonly Stack[]): readonly Stack[] =>
  chosen(ids).flatMap((id) => stacks.find((stack) => stack.id === id) ?? []);

/** How many processes run, in words: a bare number is one of instances. */
export function instancesOf(text: string): Given<string> {
  const instances = typed(text);
  return isGiven(instances) && /^[\d.,\s]+$/.test(instances)
    ? `${instances} instance${instances === '1' ? '' : 's'}`
    : instances;
}
