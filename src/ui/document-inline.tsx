import type { PhrasingContent } from 'mdast';
import { Fragment, type ReactNode } from 'react';

/** Text with its emphasis, code and links. HTML and images are left out. */
export function Inline({ nodes }: { nodes: readonly PhrasingContent[] }) {
  return nodes.map((node, at) => <Fragment key={at}>{toElement(node)}</Fragment>);
}

function toElement(node: PhrasingContent): ReactNode {
  switch (node.type) {
    case 'text':
      return node.value;
    case 'emphasis':
      return (
        <em>
          <Inline nodes={node.children} />
        </em>
      );
    case 'strong':
      return (
        <strong className="font-semibold">
          <Inline nodes={node.children} />
        </strong>
      );
    case 'delete':
      return (
        <del>
          <Inline nodes={node.children} />
        </del>
      );
    case 'inlineCode':
      return (
        <code className="rounded-[0.25rem] border border-line bg-sunken px-1 py-px font-mono text-[0.875em] wrap-break-word">
          {node.value}
        </code>
      );
    case 'break':
      return <br />;
    case 'link':
      return isOutside(node.url) ? (
        <a href={node.url} rel="noopener noreferrer" target="_blank">
          <Inline nodes={node.children} />
        </a>
      ) : (
        <Inline nodes={node.children} />
      );
    case 'linkReference':
      return <Inline nodes={node.children} />;
    case 'image':
    case 'imageReference':
      return node.alt ?? null;
    case 'footnoteReference':
    case 'html':
      return null;
  }
}

/** Only what a browser opens without running anything. */
function isOutside(url: string): boolean {
  return /^(https?:\/\/|mailto:)/i.test(url);
}
