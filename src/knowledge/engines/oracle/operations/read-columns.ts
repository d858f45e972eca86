import { bareName } from '../quote.ts';

interface ReadColumn {
  readonly name: string;
  readonly nullable: boolean;
  readonly hasDefault: boolean;
  readonly generated?: boolean;
}

/** Cuts at commas that stand outside brackets and quotes. */
function topLevel(text: string): readonly string[] {
  const parts: string[] = [''];
  let depth = 0;
  for (const [token] of text.matchAll(/'(?:[^']|'')*'|"[^"]*"|--[^\n]*|[\s\S]/g)) {
    if (token === '(') depth += 1;
    if (token === ')') depth -= 1;
    if (token === ',' && depth === 0) parts.push('');
    else if (!token.startsWith('--')) parts[parts.length - 1] += token;
  }
  return parts.map((part) => part.trim()).filter((part) => part !== '');
}

const tableConstraint = /^(?:constraint|check|unique|primary\s+key|foreign\s+key|supplemental|period)\b/i;
const numbered = /\bgenerated\b[\s\S]*\bas\s+identity\b/i;

/** The columns of a `CREATE TABLE` as far as the laws need them. What is no column definition is left out. */
export function readColumns(columns: string): readonly ReadColumn[] {
  const parts = topLevel(columns);
  const keys = parts.flatMap((part) =>
    topLevel(/^(?:constraint\s+\S+\s+)?primary\s+key\s*\((.*?)\)/is.exec(part)?.[1] ?? '').map(bareName),
  );
  return parts
    .filter((part) => !tableConstraint.test(part))
    .flatMap((part) => {
      const [, typed] = /^("[^"]+"|\p{L}[\p{L}\d_$#]*)\s+\S/u.exec(part) ?? [];
      if (typed === undefined) return [];
      const name = bareName(typed);
      const computed = /\bas\s*\(/i.test(part) && !numbered.test(part);
      return [
        {
          name,
          nullable: !(/\bnot\s+null\b|\bprimary\s+key\b/i.test(part) || keys.includes(name) || numbered.test(part)),
          hasDefault: /\bdefault\b/i.test(part) || numbered.test(part),
          ...(computed ? { generated: true } : {}),
        },
      ];
    });
}
