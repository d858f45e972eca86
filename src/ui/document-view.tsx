import type { BlockContent, DefinitionContent, Heading, Root, RootContent } from 'mdast';
import { createElement, Fragment, type ReactNode } from 'react';
import { CodeBlock } from './code-block.tsx';
import { Inline } from './document-inline.tsx';
import { DocumentList } from './document-list.tsx';
import { DocumentTable } from './document-table.tsx';
import { outlineOf } from './outline.ts';

type DocumentViewProps = {
  root: Root;
  /** Names the article for those who jump to it: "Runbook". */
  label: string;
  /** How many levels headings move down, when the page has an `h1` of its own. */
  lower?: number;
  /** Begins every heading id; the same as given to `outlineOf`. */
  prefix?: string;
};

/**
 * Draws a document tree as elements. No string of HTML is made or taken: `html` nodes are left out, links lead to http,
 * https and mail only.
 */
export function DocumentView({ root, label, lower = 0, prefix = 'section' }: DocumentViewProps) {
  const headings = root.children.filter((node): node is Heading => node.type === 'heading');
  const ids = new Map(outlineOf(root, prefix).map(({ id }, at) => [headings[at], id]));

  const toElement = (node: RootContent | BlockContent | DefinitionContent): ReactNode => {
    switch (node.type) {
      case 'heading':
        return createElement(
          `h${Math.min(node.depth + lower, 6)}`,
          { id: ids.get(node), tabIndex: -1, className: `outline-none ${headingClasses[node.depth]}` },
          <Inline nodes={node.children} />,
        );
      case 'paragraph':
        return (
          <p className="max-w-[75ch]">
            <Inline nodes={node.children} />
          </p>
        );
      case 'code':
        return (
          <CodeBlock code={node.value} language={node.lang ?? undefined} label={codeLabel(node.lang, node.value)} />
        );
      case 'blockquote':
        return (
          <blockquote className="grid gap-3 border-s-2 border-control ps-4 text-muted">
            {toElements(node.children)}
          </blockquote>
        );
      case 'list':
        return <DocumentList list={node}>{(item) => toElements(item.children)}</DocumentList>;
      case 'table':
        return <DocumentTable table={node} />;
      case 'thematicBreak':
        return <hr className="my-2 border-line" />;
      default:
        return null;
    }
  };

  const toElements = (nodes: readonly (RootContent | BlockContent | DefinitionContent)[]): ReactNode =>
    nodes.map((node, at) => <Fragment key={at}>{toElement(node)}</Fragment>);

  return (
    <article aria-label={label} className="grid min-w-0 grid-cols-[minmax(0,1fr)] gap-3.5 leading-[1.55]">
      {toElements(root.children)}
    </article>
  );
}

const headingClasses: Record<Heading['depth'], string> = {
  1: 'text-2xl leading-tight font-bold tracking-[-0.015em]',
  2: 'mt-6 border-b border-line pb-1.5 text-xl leading-tight font-bold tracking-[-0.01em]',
  3: 'mt-3 text-lg leading-snug font-semibold',
  4: 'mt-2 font-semibold',
  5: 'mt-1 font-semibold text-muted',
  6: 'mt-1 font-semibold text-muted',
};

function codeLabel(language: string | null | undefined, code: string): string {
  const lines = code.split('\n').length;
  return `Code${language ? ` in ${language}` : ''}, ${lines} ${lines === 1 ? 'line' : 'lines'}`;
}
