import { useState, type ComponentProps } from 'react';
import { controlClasses } from './control-classes.ts';
import { lengthLeft, lengthSaid } from './text-length.ts';

type TextAreaProps = Omit<ComponentProps<'textarea'>, 'className' | 'required' | 'maxLength'> & {
  /** `code` keeps lines as they are and scrolls sideways. */
  look?: 'prose' | 'code';
  /** Counted from three quarters on, and never enforced: what is pasted stays whole. */
  limit?: number;
};

/** Many lines of text, at least eight of them in view. */
export function TextArea({ look = 'prose', limit, onInput, ...area }: TextAreaProps) {
  const [typed, setTyped] = useState(String(area.defaultValue ?? '').length);
  const length = typeof area.value === 'string' ? area.value.length : typed;
  const code = look === 'code';
  const over = limit !== undefined && length > limit;

  return (
    <div className="grid gap-1">
      <textarea
        rows={8}
        spellCheck={!code}
        autoCapitalize={code ? 'off' : undefined}
        wrap={code ? 'off' : 'soft'}
        {...area}
        onInput={(event) => {
          setTyped(event.currentTarget.value.length);
          onInput?.(event);
        }}
        className={`${controlClasses} resize-y ${code ? 'overflow-x-auto font-mono text-[0.9375rem]' : ''}`}
      />
      {limit === undefined ? null : (
        <>
          <p aria-hidden="true" className={`text-sm empty:hidden ${over ? 'font-semibold text-danger' : 'text-muted'}`}>
            {lengthLeft(length, limit)}
          </p>
          <p role="status" className="sr-only">
            {lengthSaid(length, limit)}
          </p>
        </>
      )}
    </div>
  );
}
