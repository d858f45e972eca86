import type { NameProblem } from '#model/engine.ts';

const longest = 255;
const bytesOf = (name: string) => new TextEncoder().encode(name).length;

/** Names of collections and fields. https://www.mongodb.com/docs/manual/reference/limits/#naming-restrictions */
export function checkName(name: string): NameProblem | undefined {
  if (/^<[^>]*>$/.test(name)) return undefined;
  if (name.trim() === '') return { message: 'Enter a name' };
  if (name.includes('\0')) return { message: 'Remove the NUL character from the name' };
  if (name.startsWith('$')) return { message: `Take the $ off ${name}: MongoDB keeps names that begin with it` };
  if (name.startsWith('system.')) return { message: `Choose another name than ${name}: MongoDB keeps system.*` };
  const bytes = bytesOf(name);
  return bytes > longest
    ? {
        message: `Shorten ${name.slice(0, 40)}… to at most ${longest} bytes: it has ${bytes}, and database and collection together may not have more`,
      }
    : undefined;
}
