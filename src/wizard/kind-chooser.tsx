import { useState, type ReactNode } from 'react';
import { Button } from '#ui/button.tsx';
import { ChoiceCards } from '#ui/choice-cards.tsx';
import type { Option } from '#ui/option.ts';
import { focusField } from '#ui/focus-field.ts';

type KindChooserProps = {
  id: string;
  legend: string;
  hint?: string | undefined;
  error?: string | undefined;
  tip?: ReactNode;
  options: readonly Option[];
  value: string;
  onChange: (kind: string) => void;
  /** What was chosen, in short. */
  children: ReactNode;
};

/** One of many kinds. Once chosen the list gives way to what was chosen, with a way to choose again. */
export function KindChooser({ id, legend, options, value, onChange, children, ...question }: KindChooserProps) {
  const [choosing, setChoosing] = useState(value === '');

  if (!choosing && value !== '') {
    return (
      <div
        id={id}
        role="group"
        aria-label={legend}
        className="flex flex-wrap items-start justify-between gap-x-6 gap-y-3 rounded-lg border border-accent bg-accent-soft px-4 py-3"
      >
        <div className="grid min-w-0 gap-1">{children}</div>
        <Button
          onClick={() => {
            setChoosing(true);
            requestAnimationFrame(() => focusField(id));
          }}
        >
          Choose another kind
        </Button>
      </div>
    );
  }

  return (
    <div className="grid gap-3">
      <ChoiceCards
        {...question}
        id={id}
        legend={legend}
        name={id}
        options={options}
        value={value}
        onChange={(kind) => {
          onChange(kind);
          // Arrow keys walk through radios: only a press ends the choosing.
          if (!arrowsWalk()) setChoosing(false);
        }}
      />
      {value === '' ? null : (
        <div className="justify-self-start">
          <Button look="text" onClick={() => setChoosing(false)}>
            Keep “{options.find((option) => option.value === value)?.label ?? value}”
          </Button>
        </div>
      )}
    </div>
  );
}

const arrowsWalk = () => document.activeElement?.matches(':focus-visible') === true;
