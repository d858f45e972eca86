import type { ComponentProps } from 'react';
import { controlClasses } from './control-classes.ts';

type DateInputProps = Omit<ComponentProps<'input'>, 'className' | 'required'> & { type: 'date' | 'time' };

/** A day or a time of day, with the browser's own picker. The value is `2026-12-08` or `02:00`. */
export function DateInput(input: DateInputProps) {
  return (
    <div className="max-w-72">
      <input {...input} className={controlClasses} />
    </div>
  );
}
