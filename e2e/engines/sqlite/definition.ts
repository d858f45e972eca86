/** The text of a CREATE TABLE, cut as a person would cut it to write the next one. */
export interface Definition {
  readonly parts: readonly string[];
  /** What follows the bracket: `STRICT`, `WITHOUT ROWID`. */
  readonly rest: string;
}

const tokens = /'(?:[^']|'')*'|"(?:[^"]|"")*"|--[^\n]*\n?|[\s\S]/g;

export function readDefinition(sql: string): Definition {
  const parts: string[] = [''];
  let depth = 0;
  let rest = '';
  for (const [token] of sql.slice(sql.indexOf('(')).matchAll(tokens)) {
    if (depth === 0 && token !== '(') rest += token;
    else if (token === ',' && depth === 1) parts.push('');
    else if (!(token === '(' && depth === 0) && !(token === ')' && depth === 1)) parts[parts.length - 1] += token;
    if (token === '(') depth += 1;
    if (token === ')') depth -= 1;
  }
  return { parts: parts.map((part) => part.trim().replace(/\s+/g, ' ')), rest: rest.trim() };
}

export const isConstraint = (part: string): boolean =>
  /^(?:constraint|check|unique|primary key|foreign key)\b/i.test(part);

export const nameOf = (part: string): string => {
  const [, name = ''] = /^("(?:[^"]|"")+"|[^\s(]+)/.exec(part) ?? [];
  return name.replace(/^"|"$/g, '').toLowerCase();
};

const aDefault = /\s*\bdefault\s+(?:'(?:[^']|'')*'|\((?:[^()]|\([^()]*\))*\)|[^\s,()]+)/i;
const aType =
  /^("(?:[^"]|"")+"|\S+)\s+.*?(?=\s+(?:not null|default|check|references|collate|generated|primary key|unique|constraint|as)\b|$)/i;

type Edit = readonly [RegExp, (part: string, value: string) => string];

/** How the definition of one column follows what is asked for. */
const edits: readonly Edit[] = [
  [/^(\S+) without NOT NULL$/, (part) => part.replace(/\s*\bnot null\b/i, '')],
  [/^(\S+) NOT NULL$/, (part) => `${part} NOT NULL`],
  [/^(\S+) without DEFAULT$/, (part) => part.replace(aDefault, '')],
  [/^(\S+) DEFAULT (.*)$/s, (part, value) => `${part.replace(aDefault, '')} DEFAULT ${value}`],
  [/^(\S+) of type (.*)$/, (part, value) => part.replace(aType, `$1 ${value}`)],
  [
    /^(\S+) COLLATE (\S+)$/,
    (part, value) => `${part.replace(/\s*\bcollate \w+/i, '')}${value === 'BINARY' ? '' : ` COLLATE ${value}`}`,
  ],
];

/** Writes the next definition as the placeholder asks for it. `before`: constraints that once stood there. */
export function editDefinition({ parts, rest }: Definition, differs: string, before: readonly string[]): Definition {
  const [, column] = /^the new column (.*)$/s.exec(differs) ?? [];
  if (column !== undefined) {
    const own = parts.filter((part) => !isConstraint(part));
    return { parts: [...own, column, ...parts.filter(isConstraint)], rest };
  }
  const [, constraint] = /^the new (CONSTRAINT .*)$/s.exec(differs) ?? [];
  if (constraint !== undefined) return { parts: [...parts, constraint], rest };
  const [, gone] = /^no CONSTRAINT (\S+)$/.exec(differs) ?? [];
  const named = (name: string) => (part: string) => part.toLowerCase().startsWith(`constraint ${name.toLowerCase()} `);
  if (gone !== undefined) return { parts: parts.filter((part) => !named(gone)(part)), rest };
  const [, again] = /^the CONSTRAINT (\S+) of before$/.exec(differs) ?? [];
  if (again !== undefined) return { parts: [...parts, ...before.filter(named(again)).slice(-1)], rest };
  for (const [asked, write] of edits) {
    const [, name, value = ''] = asked.exec(differs) ?? [];
    if (name === undefined) continue;
    return {
      parts: parts.map((part) => (!isConstraint(part) && nameOf(part) === nameOf(name) ? write(part, value) : part)),
      rest,
    };
  }
  throw new Error(`Cannot write a definition with \`${differs}\`, expected a difference that a person understands.`);
}

export const writeDefinition = ({ parts, rest }: Definition): string =>
  `(${parts.join(', ')})${rest === '' ? '' : ` ${rest}`}`;
