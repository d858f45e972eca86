import type { ComponentProps } from 'react';
import { controlClasses } from './control-classes.ts';

type TextInputProps = Omit<ComponentProps<'input'>, 'type' | 'className' | 'required' | 'pattern'> & {
  /** `code` is for names and expressions that a machine will read. */
  look?: 'prose' | 'code';
};

/** One line of text. */
export function TextInput({ look = 'prose', ...input }: TextInputProps) {
  const code = look === 'code';

  return (
    <input
      type="text"
      autoComplete="off"
      spellCheck={!code}
      autoCapitalize={code ? 'off' : undefined}
      {...input}
      className={`${controlClasses} ${code ? 'font-mono text-[0.9375rem]' : ''}`}
    />
  );
}
