import type { PhrasingContent, Root, RootContent } from 'mdast';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { DocumentView } from './document-view.tsx';
import { outlineOf } from './outline.ts';

const root = (...children: RootContent[]): Root => ({ type: 'root', children });
const drawn = (...children: RootContent[]) =>
  renderToStaticMarkup(<DocumentView root={root(...children)} label="Paper" />);
const text = (value: string): PhrasingContent => ({ type: 'text', value });
const paragraph = (...children: PhrasingContent[]): RootContent => ({ type: 'paragraph', children });
const link = (url: string) => paragraph({ type: 'link', url, children: [text('here')] });
const heading = (value: string): RootContent => ({ type: 'heading', depth: 2, children: [text(value)] });

describe('what it keeps out', () => {
  it('leaves out html, block and inline', () => {
    const html = drawn(
      { type: 'html', value: '<script>alert(1)</script>' },
      paragraph(text('a'), { type: 'html', value: '<img src=x onerror=alert(1)>' }, text('b')),
    );
    expect(html).not.toMatch(/script|img|onerror/);
    expect(html).toContain('>ab</p>');
  });

  it('shows text that looks like html as text', () => {
    expect(drawn(paragraph(text('<b onclick="x">')))).toContain('&lt;b onclick=&quot;x&quot;&gt;');
  });

  it.each([
    'javascript:alert(1)',
    'JavaScript:alert(1)',
    ' javascript:alert(1)',
    'data:text/html,x',
    '//evil.test',
    '/a',
    '#a',
  ])('keeps the words of a link to %j and drops the link', (url) => {
    const html = drawn(link(url));
    expect(html).not.toMatch(/<a |href/);
    expect(html).toContain('here');
  });

  it('loads no image', () => {
    expect(drawn(paragraph({ type: 'image', url: 'https://a.test/x.png', alt: 'A map' }))).toContain('>A map</p>');
  });
});

describe('what it draws', () => {
  it.each(['https://a.test/', 'http://a.test/', 'mailto:a@a.test'])(
    'links to %s without handing over the page',
    (url) => {
      expect(drawn(link(url))).toContain(`<a href="${url}" rel="noopener noreferrer" target="_blank">here</a>`);
    },
  );

  it('gives each heading the id that the outline gives it', () => {
    const children = [heading('Roll back, then wait'), heading('Steps'), heading('Steps')];
    const ids = outlineOf(root(...children)).map(({ id }) => id);
    expect(ids).toEqual(['section-roll-back-then-wait', 'section-steps', 'section-steps-1']);
    for (const id of ids) expect(drawn(...children)).toContain(`<h2 id="${id}"`);
  });

  it('moves headings down, to the sixth level at most', () => {
    const view = (lower: number) =>
      renderToStaticMarkup(<DocumentView root={root(heading('A'))} label="Paper" lower={lower} />);
    expect(view(1)).toContain('<h3');
    expect(view(9)).toContain('<h6');
  });

  it('shows tasks as boxes that have a name and cannot be ticked', () => {
    const html = drawn({
      type: 'list',
      children: [{ type: 'listItem', checked: true, children: [{ type: 'paragraph', children: [text('Call Ann')] }] }],
    });
    expect(html).toMatch(/<input type="checkbox" disabled="" aria-label="Call Ann"[^>]*checked=""/);
  });

  it('lets a table be reached and scrolled by keyboard, under the names of its columns', () => {
    const row = (...cells: string[]) => ({
      type: 'tableRow' as const,
      children: cells.map((value) => ({ type: 'tableCell' as const, children: [text(value)] })),
    });
    const html = drawn({ type: 'table', align: [null, 'right'], children: [row('What', 'How long'), row('Tea', '4')] });
    expect(html).toContain('<div role="group" aria-label="Table: What, How long" tabindex="0"');
    expect(html).toContain('<th scope="col"');
    expect(html).toMatch(/<td class="[^"]*text-end[^>]*>4<\/td>/);
  });
});
