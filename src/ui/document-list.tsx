import type { List, ListItem } from 'mdast';
import type { ReactNode } from 'react';
import { plainText } from './outline.ts';

type DocumentListProps = {
  list: List;
  children: (item: ListItem) => ReactNode;
};

/** A list; its items may be tasks, whose boxes are shown as they are and cannot be ticked. */
export function DocumentList({ list, children }: DocumentListProps) {
  const items = list.children.map((item, at) =>
    typeof item.checked === 'boolean' ? (
      <li key={at} className="-ms-6 flex gap-2.5">
        <input type="checkbox" disabled checked={item.checked} aria-label={taskName(item)} className="mt-0.5" />
        <div className="grid min-w-0 grow grid-cols-[minmax(0,1fr)] gap-2">{children(item)}</div>
      </li>
    ) : (
      <li key={at} className="ps-1">
        <div className="grid min-w-0 grid-cols-[minmax(0,1fr)] gap-2">{children(item)}</div>
      </li>
    ),
  );

  return list.ordered ? (
    <ol start={list.start ?? 1} className="grid list-decimal grid-cols-[minmax(0,1fr)] gap-1.5 ps-6 marker:text-muted">
      {items}
    </ol>
  ) : (
    <ul className="grid list-disc grid-cols-[minmax(0,1fr)] gap-1.5 ps-6 marker:text-control">{items}</ul>
  );
}

const taskName = (item: ListItem) => (item.children[0] === undefined ? 'Task' : plainText(item.children[0]));
