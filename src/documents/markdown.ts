import type { Root } from 'mdast';
import { gfmTableToMarkdown } from 'mdast-util-gfm-table';
import { gfmTaskListItemToMarkdown } from 'mdast-util-gfm-task-list-item';
import { toMarkdown } from 'mdast-util-to-markdown';

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
      extensions: [gfmTableToMarkdown({ tablePipeAlign: false }), gfmTaskListItemToMarkdown()],
    }),
  );
