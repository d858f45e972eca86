import { useEffect, useRef, useState, type ReactNode } from 'react';
import { Button } from './button.tsx';

type RepeatableProps<Item> = {
  legend: string;
  hint?: string;
  items: readonly Item[];
  itemKey: (item: Item, at: number) => string;
  /** "Column 2". Heads the group and is read out with Remove. */
  itemName: (item: Item, at: number) => string;
  children: (item: Item, at: number) => ReactNode;
  addLabel: string;
  onAdd: () => void;
  /** Takes the group away and returns how to bring it back. */
  onRemove: (at: number) => () => void;
  /** Groups that cannot be removed. */
  least?: number;
  /** What to show while there is none. */
  empty?: string;
};

/** The same few questions, as often as needed. A removal can be undone until the next change. */
export function Repeatable<Item>({
  legend,
  hint,
  items,
  itemKey,
  itemName,
  children,
  addLabel,
  onAdd,
  onRemove,
  least = 0,
  empty,
}: RepeatableProps<Item>) {
  const list = useRef<HTMLOListElement>(null);
  const focusAt = useRef<number>(undefined);
  const [removed, setRemoved] = useState<{ at: number; name: string; bringBack: () => void }>();

  useEffect(() => {
    const group = focusAt.current === undefined ? undefined : list.current?.children[focusAt.current];
    focusAt.current = undefined;
    group?.querySelector<HTMLElement>('input, select, textarea')?.focus();
  }, [items.length]);

  return (
    <fieldset className="grid min-w-0 gap-3">
      <legend className="float-start w-full font-semibold">{legend}</legend>
      {hint === undefined ? null : <p className="-mt-2 text-sm text-muted">{hint}</p>}
      {items.length === 0 && empty !== undefined ? <p className="text-muted">{empty}</p> : null}
      <ol ref={list} className="grid gap-3 empty:hidden">
        {items.map((item, at) => (
          <li key={itemKey(item, at)} className="min-w-0 rounded-lg border border-line bg-raised">
            <fieldset className="min-w-0">
              <legend className="float-start px-4 py-2.5 font-semibold">{itemName(item, at)}</legend>
              {items.length > least ? (
                <div className="float-end px-4 py-2.5 print:hidden">
                  <Button
                    look="text"
                    onClick={() => setRemoved({ at, name: itemName(item, at), bringBack: onRemove(at) })}
                  >
                    Remove<span className="sr-only"> {itemName(item, at)}</span>
                  </Button>
                </div>
              ) : null}
              <div className="clear-both grid gap-5 border-t border-line p-4">{children(item, at)}</div>
            </fieldset>
          </li>
        ))}
      </ol>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2 print:hidden">
        <Button
          icon="plus"
          onClick={() => {
            focusAt.current = items.length;
            setRemoved(undefined);
            onAdd();
          }}
        >
          {addLabel}
        </Button>
        <p role="status" className="text-sm text-muted">
          {removed === undefined ? '' : `${removed.name} removed`}
        </p>
        {removed === undefined ? null : (
          <Button
            key={removed.name}
            look="text"
            icon="undo"
            autoFocus
            onClick={() => {
              focusAt.current = removed.at;
              removed.bringBack();
              setRemoved(undefined);
            }}
          >
            Undo<span className="sr-only"> the removal of {removed.name}</span>
          </Button>
        )}
      </div>
    </fieldset>
  );
}
