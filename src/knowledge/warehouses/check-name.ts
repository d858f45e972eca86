import type { NameProblem } from '#model/engine.ts';

interface Rules {
  readonly name: string;
  readonly longest: number;
  readonly unit: 'bytes' | 'characters';
  readonly reserved: ReadonlySet<string>;
  readonly mark: '"' | '`';
  /** What a name may not hold, and how that is said. */
  readonly refused?: { readonly pattern: RegExp; readonly says: (name: string) => string };
}

const lengthOf = (name: string, unit: Rules['unit']): number =>
  unit === 'bytes' ? new TextEncoder().encode(name).length : [...name].length;

/** Why a name cannot be used as it is, and what to do. */
export function checkNameWith({ name: engine, longest, unit, reserved, mark, refused }: Rules) {
  const problemOf = (part: string): string | undefined => {
    const quoted = part.startsWith(mark) && part.endsWith(mark) && part.length > 1;
    const name = quoted ? part.slice(1, -1) : part.trim();
    if (name === '') return 'Enter a name on both sides of each dot';
    const length = lengthOf(name, unit);
    if (length > longest)
      return `Shorten ${name.slice(0, 40)}… to at most ${longest} ${unit}: it has ${length}, more than ${engine} takes`;
    if (refused?.pattern.test(name)) return refused.says(name);
    return !quoted && reserved.has(name.toLowerCase())
      ? `Choose another name if ${name} is new: it is a reserved word in ${engine}. If it exists, write ${mark}${name}${mark} in every statement`
      : undefined;
  };
  return (name: string): NameProblem | undefined => {
    if (name.trim() === '') return { message: 'Enter a name' };
    if (name.includes('\0')) return { message: `Remove the NUL character from the name: ${engine} cannot hold it` };
    if (/^<[^>]*>$/.test(name.trim())) return undefined;
    const message = name
      .trim()
      .split(/\.(?=(?:[^"`]*["`][^"`]*["`])*[^"`]*$)/)
      .map(problemOf)
      .find((problem) => problem !== undefined);
    return message === undefined ? undefined : { message };
  };
}
