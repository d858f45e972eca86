import type { NameProblem } from '#model/engine.ts';

/** What no name may be. Tables and keyspaces have 48 characters at most, letters, digits and `_`: their statement says so when it is refused. */
export function checkName(name: string): NameProblem | undefined {
  if (/^<[^>]*>$/.test(name)) return undefined;
  if (name.trim() === '') return { message: 'Enter a name' };
  return name.includes('\0') ? { message: 'Remove the NUL character from the name' } : undefined;
}
