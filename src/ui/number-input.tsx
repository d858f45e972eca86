import type { ComponentProps } from 'react';
import { controlClasses } from './control-classes.ts';

type NumberInputProps = Omit<ComponentProps<'input'>, 'type' | 'className' | 'required' | 'pattern'> & {
  /** What is counted: `rows`, `GB`, `minutes`. Read out after the label. */
  unit?: string;
};

/** A number as text: no spinner, no wheel, no silent rounding. What was typed is what the form gets. */
export function NumberInput({ unit, ...input }: NumberInputProps) {
  const unitId = `${input.id ?? input.name ?? ''}-unit`;
  const described = [input['aria-describedby'], unit ? unitId : undefined].filter(Boolean).join(' ');

  return (
    <div className="flex max-w-72">
      <input
        type="text"
        inputMode="numeric"
        autoComplete="off"
        spellCheck={false}
        {...input}
        aria-describedby={described || undefined}
        className={`${controlClasses} ${unit ? 'rounded-e-none' : ''}`}
      />
      {unit ? (
        <span
          id={unitId}
          className="flex shrink-0 items-center rounded-e-md border border-s-0 border-control bg-sunken px-3 text-sm text-muted"
        >
          {unit}
        </span>
      ) : null}
    </div>
  );
}
