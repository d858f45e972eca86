import type { Nodes, Root, Table } from 'mdast';

/**
 * The same tree as HTML, for editors that take rich text: Confluence, Google Docs, mail. Every text is escaped, raw HTML is
 * left out, and links lead to http, https and mail only.
 */
export const toHtml = (root: Root): string => all(root.children);

const all = (nodes: readonly Nodes[]): string => nodes.map(one).join('');

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = (text: string): string => text.replaceAll(/[&<>"]/g, (character) => escapes[character] ?? '');

const element = (name: string, inside: string): string => `<${name}>${inside}</${name}>`;

function one(node: Nodes): string {
  switch (node.type) {
    case 'root':
      return all(node.children);
    case 'heading':
      return element(`h${node.depth}`, all(node.children));
    case 'paragraph':
      return element('p', all(node.children));
    case 'blockquote':
      return element('blockquote', all(node.children));
    case 'list':
      return element(node.ordered ? 'ol' : 'ul', all(node.children));
    case 'listItem':
      return element('li', `${box(node.checked)}${node.children.map(withoutParagraph).join('')}`);
    case 'code':
      return `<pre>${element('code', escaped(node.value))}</pre>`;
    case 'table':
      return table(node);
    case 'thematicBreak':
      return '<hr>';
    case 'text':
      return escaped(node.value);
    case 'strong':
      return element('strong', all(node.children));
    case 'emphasis':
      return element('em', all(node.children));
    case 'delete':
      return element('del', all(node.children));
    case 'inlineCode':
      return element('code', escaped(node.value));
    case 'break':
      return '<br>';
    case 'link':
      return /^(https?:\/\/|mailto:)/i.test(node.url)
        ? `<a href="${escaped(node.url)}">${all(node.children)}</a>`
        : all(node.children);
    default:
      return '';
  }
}

/** Rich text has no boxes to tick. */
const box = (checked: boolean | null | undefined): string =>
  typeof checked === 'boolean' ? (checked ? '☑ ' : '☐ ') : '';

/** A paragraph inside an item would stand apart from its bullet. */
const withoutParagraph = (node: Nodes, at: number): string =>
  node.type === 'paragraph' ? `${at === 0 ? '' : '<br>'}${all(node.children)}` : one(node);

function table({ children: [head, ...rows] }: Table): string {
  const cells = (name: string, { children }: Table['children'][number]): string =>
    element('tr', children.map((cell) => element(name, all(cell.children))).join(''));
  return element(
    'table',
    `${head === undefined ? '' : element('thead', cells('th', head))}${element('tbody', rows.map((row) => cells('td', row)).join(''))}`,
  );
}
