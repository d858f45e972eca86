import type { Release } from './releases.ts';

/** Ways to do an ALTER TABLE, the lightest first. MariaDB tells a change of the catalog from a build of an index. */
const ways: Readonly<Record<Release['engine'], readonly string[]>> = {
  mysql: [
    'ALGORITHM=INSTANT',
    'ALGORITHM=INPLACE, LOCK=NONE',
    'ALGORITHM=INPLACE, LOCK=SHARED',
    'ALGORITHM=COPY, LOCK=NONE',
    'ALGORITHM=COPY, LOCK=SHARED',
    'ALGORITHM=COPY, LOCK=EXCLUSIVE',
  ],
  mariadb: [
    'ALGORITHM=INSTANT',
    'ALGORITHM=NOCOPY, LOCK=NONE',
    'ALGORITHM=NOCOPY, LOCK=SHARED',
    'ALGORITHM=INPLACE, LOCK=NONE',
    'ALGORITHM=INPLACE, LOCK=SHARED',
    'ALGORITHM=COPY, LOCK=NONE',
    'ALGORITHM=COPY, LOCK=SHARED',
    'ALGORITHM=COPY, LOCK=EXCLUSIVE',
  ],
};

const written = /ALGORITHM\s*=\s*\w+(?:,?\s*LOCK\s*=\s*\w+)?\s*$/;

const normal = (clause: string): string => clause.replaceAll(/\s*=\s*/g, '=').replaceAll(/,?\s+/g, ', ');

/** The same statement in each lighter way than it says of itself. Empty for one that says none. */
export function strongerThan(
  text: string,
  engine: Release['engine'],
): readonly { readonly clause: string; readonly text: string }[] {
  const [clause] = written.exec(text) ?? [];
  if (clause === undefined) return [];
  const own = normal(clause);
  const lighter = ways[engine].slice(0, Math.max(0, ways[engine].indexOf(own)));
  return lighter.map((way) => ({ clause: way, text: `${text.slice(0, -clause.length)}${way}` }));
}

/** Refused because it cannot be done that way: no such algorithm, no such lock, or not beside the rest. */
const refusals = new Set(['1221', '1800', '1845', '1846', '4092', '1235', '3108', '3959']);
export const refusedAs = (code: string): boolean => refusals.has(code);
