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
  for (const [token] of text.matchAll(/'(?:[^']|'')*'|"(?:[^"]|"")*"|--[^\n]*|[\s\S]/g)) {
    if (token === '(') depth += 1;
    if (token === ')') depth -= 1;
    if (token === ',' && depth === 0) parts.push('');
    else if (!token.startsWith('--')) parts[parts.length - 1] += token;
  }
  return parts.map((part) => part.trim()).filter((part) => part !== '');
}

const tableConstraint = /^(?:constraint|check|unique|primary\s+key|foreign\s+key)\b/i;

/** The columns of a `CREATE TABLE` as far as the laws need them: a key of SQLite takes NULL unless it says NOT NULL. */
export const readColumns = (columns: string): readonly ReadColumn[] =>
  topLevel(columns)
    .filter((part) => !tableConstraint.test(part))
    .flatMap((part) => {
      const [, typed] = /^("(?:[^"]|"")+"|[\p{L}_][\p{L}\d_$]*)(?:\s|$)/u.exec(part) ?? [];
      if (typed === undefined) return [];
      return [
        {
          name: bareName(typed),
          nullable: !/\bnot\s+null\b/i.test(part),
          hasDefault: /\bdefault\b/i.test(part),
          ...(/\bas\s*\(/i.test(part) ? { generated: true } : {}),
        },
      ];
    });
