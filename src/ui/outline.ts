import type { Heading, Nodes, Root } from 'mdast';

/** One heading of a document, with the id under which it is drawn. */
export type OutlineEntry = {
  readonly id: string;
  readonly depth: Heading['depth'];
  readonly text: string;
};

/** What a node says, without its markup. HTML says nothing. */
export function plainText(node: Nodes): string {
  if (node.type === 'html') return '';
  if ('value' in node) return node.value;
  return 'children' in node ? node.children.map(plainText).join('') : '';
}

/** The headings of a document in order, with ids that are unique in it. Begin ids with `prefix` to keep them apart from others. */
export function outlineOf(root: Root, prefix = 'section'): readonly OutlineEntry[] {
  const seen = new Map<string, number>();
  return root.children
    .filter((node) => node.type === 'heading')
    .map((heading) => {
      const text = plainText(heading);
      const slug = `${prefix}-${toSlug(text)}`;
      const before = seen.get(slug) ?? 0;
      seen.set(slug, before + 1);
      return { id: before === 0 ? slug : `${slug}-${before}`, depth: heading.depth, text };
    });
}

const toSlug = (text: string) =>
  text
    .toLocaleLowerCase('en')
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '');
