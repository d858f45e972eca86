import type { ComponentProps } from 'react';
import { controlClasses } from './control-classes.ts';
import { Icon } from './icon.tsx';

export type SelectOption = { readonly value: string; readonly label: string };

type SelectProps = Omit<ComponentProps<'select'>, 'className' | 'required' | 'multiple' | 'children'> & {
  options: readonly SelectOption[];
  /** Shown while nothing is chosen. Its value is the empty string. */
  placeholder?: string;
};

/** The native list, for long and well-known sets such as versions. */
export function Select({ options, placeholder = 'Select…', ...select }: SelectProps) {
  return (
    <div className="relative max-w-sm">
      <select {...select} className={`${controlClasses} appearance-none pe-10 forced-colors:appearance-auto`}>
        <option value="">{placeholder}</option>
        {options.map(({ value, label }) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </select>
      <Icon name="down" className="pointer-events-none absolute end-3 top-3.5 size-4 text-muted forced-colors:hidden" />
    </div>
  );
}
