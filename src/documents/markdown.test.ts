import fc from 'fast-check';
import type { Root, RootContent } from 'mdast';
import { gfmTableToMarkdown } from 'mdast-util-gfm-table';
import { toMarkdown } from 'mdast-util-to-markdown';
import { expect, it } from 'vitest';
import { markdown } from './markdown.ts';

const awkward = fc.constantFrom(
  'a',
  'B',
  'é',
  '1',
  ' ',
  '.',
  ')',
  '-',
  '*',
  '_',
  '`',
  '[',
  '<',
  '&',
  '|',
  '#',
  '\n',
  '≥',
  '’',
);
const words = fc.array(awkward, { minLength: 1, maxLength: 12 }).map((characters) => characters.join(''));
const inline = fc.record({ type: fc.constantFrom('text' as const, 'inlineCode' as const), value: words });
const phrasing = fc.array(inline, { minLength: 1, maxLength: 4 });

it('escapes exactly as the library does, also where it does not look', () => {
  fc.assert(
    fc.property(phrasing, phrasing, (first, second) => {
      const blocks: RootContent[] = [
        { type: 'paragraph', children: first },
        {
          type: 'list',
          spread: false,
          children: [{ type: 'listItem', children: [{ type: 'paragraph', children: second }] }],
        },
        { type: 'table', children: [{ type: 'tableRow', children: [{ type: 'tableCell', children: first }] }] },
      ];
      const root: Root = { type: 'root', children: blocks };
      const plainly = toMarkdown(root, {
        bullet: '-',
        emphasis: '*',
        listItemIndent: 'one',
        rule: '-',
        extensions: [gfmTableToMarkdown({ tablePipeAlign: false })],
      });
      expect(markdown(root)).toBe(plainly);
    }),
    { numRuns: 300 },
  );
});
