import type { NameProblem } from '#model/engine.ts';

/** What no name may be. Tables and indexes have 3 to 255 letters, digits, `_`, `-` and `.`; attributes may have more. */
export function checkName(name: string): NameProblem | undefined {
  if (/^<[^>]*>$/.test(name)) return undefined;
  if (name.trim() === '') return { message: 'Enter a name' };
  return name.includes('\0') ? { message: 'Remove the NUL character from the name' } : undefined;
}
