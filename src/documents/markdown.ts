import type { Root } from 'mdast';
import { gfmTableToMarkdown } from 'mdast-util-gfm-table';
import { gfmTaskListItemToMarkdown } from 'mdast-util-gfm-task-list-item';
import { defaultHandlers, toMarkdown } from 'mdast-util-to-markdown';
import type { Handle } from 'mdast-util-to-markdown';

/** Begins with a letter and holds no character that Markdown reads anywhere: most of a runbook. */
const harmless = /^\p{L}[\p{L}\p{N} ,;:./()%≥–…×’"'?]*$/u;

/** Looks for what must be escaped only where something may have to be. */
const text: Handle = (node: { readonly value: string }, parent, state, info) =>
  harmless.test(node.value) && !(node.value.endsWith(' ') && info.after === '\n')
    ? node.value
    : defaultHandlers.text(node as never, parent, state, info);

/** The row between head and body says nothing to a reader. */
const slim = (text: string): string => text.replaceAll(/^\| -(?: \| -)+ \|$/gm, (row) => row.replaceAll(' ', ''));

/** The one place where Markdown is written: the GFM subset that GitHub, GitLab and Confluence agree on. Ends with a line feed. */
export const markdown = (root: Root): string =>
  slim(
    toMarkdown(root, {
      bullet: '-',
      emphasis: '*',
      fences: true,
      listItemIndent: 'one',
      rule: '-',
      handlers: { text },
      extensions: [gfmTableToMarkdown({ tablePipeAlign: false }), gfmTaskListItemToMarkdown()],
    }),
  );
