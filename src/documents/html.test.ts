import fc from 'fast-check';
import type { Root } from 'mdast';
import { expect, it } from 'vitest';
import { toHtml } from './html.ts';

const text = (value: string) => ({ type: 'text', value }) as const;
const root = (...children: Root['children']): Root => ({ type: 'root', children });

it('writes every kind of block that a runbook is made of', () => {
  expect(
    toHtml(
      root(
        { type: 'heading', depth: 2, children: [text('Plan')] },
        { type: 'paragraph', children: [{ type: 'strong', children: [text('Do')] }, text(' a < b & c')] },
        { type: 'code', lang: 'sql', value: 'SELECT "a" < 2;\n' },
        {
          type: 'list',
          ordered: true,
          children: [
            { type: 'listItem', checked: false, children: [{ type: 'paragraph', children: [text('first')] }] },
            {
              type: 'listItem',
              children: [
                { type: 'paragraph', children: [text('second')] },
                { type: 'paragraph', children: [text('more')] },
              ],
            },
          ],
        },
        {
          type: 'table',
          children: [
            { type: 'tableRow', children: [{ type: 'tableCell', children: [text('Step')] }] },
            { type: 'tableRow', children: [{ type: 'tableCell', children: [{ type: 'inlineCode', value: 'a|b' }] }] },
          ],
        },
      ),
    ),
  ).toBe(
    '<h2>Plan</h2><p><strong>Do</strong> a &lt; b &amp; c</p><pre><code>SELECT &quot;a&quot; &lt; 2;\n</code></pre>' +
      '<ol><li>☐ first</li><li>second<br>more</li></ol>' +
      '<table><thead><tr><th>Step</th></tr></thead><tbody><tr><td><code>a|b</code></td></tr></tbody></table>',
  );
});

it('leaves out raw HTML and addresses that run something', () => {
  const link = (url: string) =>
    root({ type: 'paragraph', children: [{ type: 'link', url, children: [text('manual')] }] });
  expect(toHtml(root({ type: 'html', value: '<script>1</script>' }))).toBe('');
  expect(toHtml(link('javascript:alert(1)'))).toBe('<p>manual</p>');
  expect(toHtml(link('https://example.org/?a="b"'))).toBe(
    '<p><a href="https://example.org/?a=&quot;b&quot;">manual</a></p>',
  );
});

it('lets no text become markup, and loses none', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (value) => {
      const inside = toHtml(root({ type: 'paragraph', children: [text(value)] })).slice(3, -4);
      expect(inside).not.toMatch(/[<>"]/);
      const back = inside.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"');
      expect(back.replaceAll('&amp;', '&')).toBe(value);
    }),
  );
});
