import type { Code, Heading, List, ListItem, Paragraph, PhrasingContent, Table, TableCell, TableRow } from 'mdast';
import type { Inline, Text } from '#model/text.ts';

/** Blanks to fill in are ellipses: underscores would be read as emphasis, or escaped until nobody can read them. */
const dotted = (text: string): string => text.replaceAll(/_{3,}/g, '……');

/** `@name` pings people and `#12` closes tickets where Markdown is pasted; as code they do neither. */
const pinging = /(@[A-Za-z][\w/-]*|#\d+)/;

const inlineNodes = (inline: Inline): readonly PhrasingContent[] => {
  if (typeof inline !== 'string') {
    return 'code' in inline
      ? [{ type: 'inlineCode', value: inline.code }]
      : [{ type: 'strong', children: [{ type: 'text', value: dotted(inline.strong) }] }];
  }
  return dotted(inline)
    .split(pinging)
    .filter((part) => part !== '')
    .map((part): PhrasingContent =>
      pinging.test(part) ? { type: 'inlineCode', value: part } : { type: 'text', value: part },
    );
};

/** Prose as mdast phrasing. Neighbouring texts are joined, so that escaping sees what the reader will. */
function phrasing(text: Text): PhrasingContent[] {
  return text.flatMap(inlineNodes).reduce<PhrasingContent[]>((nodes, node) => {
    const last = nodes.at(-1);
    if (last?.type === 'text' && node.type === 'text')
      return [...nodes.slice(0, -1), { type: 'text', value: last.value + node.value }];
    return [...nodes, node];
  }, []);
}

/** A paragraph, optionally with a bold lead. */
export const paragraph = (text: Text, lead?: string): Paragraph => ({
  type: 'paragraph',
  children:
    lead === undefined
      ? phrasing(text)
      : [
          { type: 'strong', children: [{ type: 'text', value: lead }] },
          { type: 'text', value: ' ' },
          ...phrasing(text),
        ],
});

export const heading = (depth: Heading['depth'], text: Text): Heading => ({
  type: 'heading',
  depth,
  children: phrasing(text),
});

const cell = (text: Text): TableCell => ({ type: 'tableCell', children: phrasing(text) });
const row = (cells: readonly Text[]): TableRow => ({ type: 'tableRow', children: cells.map(cell) });

/** A GFM table. Rows hold as many cells as there are columns. */
export const table = (columns: readonly string[], rows: readonly (readonly Text[])[]): Table => ({
  type: 'table',
  align: columns.map(() => null),
  children: [row(columns.map((column) => (column === '' ? [] : [column]))), ...rows.map(row)],
});

const item = (text: Text, checked?: boolean): ListItem => ({
  type: 'listItem',
  spread: false,
  checked: checked ?? null,
  children: [{ type: 'paragraph', children: phrasing(text) }],
});

export const list = (texts: readonly Text[]): List => ({
  type: 'list',
  ordered: false,
  spread: false,
  children: texts.map((text) => item(text)),
});

export const numbered = (texts: readonly Text[]): List => ({
  type: 'list',
  ordered: true,
  start: 1,
  spread: false,
  children: texts.map((text) => item(text)),
});

/** Boxes to tick, each with a lead in bold. */
export const tasks = (items: readonly { readonly lead: Text; readonly rest: Text }[]): List => ({
  type: 'list',
  ordered: false,
  spread: false,
  children: items.map(({ lead, rest }) => ({
    type: 'listItem',
    spread: false,
    checked: false,
    children: [
      {
        type: 'paragraph',
        children: [
          { type: 'strong', children: phrasing(lead) },
          ...(rest.length > 0 ? [{ type: 'text' as const, value: ': ' }] : []),
          ...phrasing(rest),
        ],
      },
    ],
  })),
});

export const fence = (language: string, value: string): Code => ({ type: 'code', lang: language, value });
