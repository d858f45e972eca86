import { useId, type ReactNode } from 'react';
import { describedBy, Question } from './question.tsx';

/** What a control takes from its field: spread it on the input. */
export type Control = {
  id: string;
  'aria-describedby': string;
  'aria-invalid': boolean;
};

type FieldProps = {
  label: string;
  hint?: string | undefined;
  error?: string | undefined;
  /** A `Tip` that belongs to this question; read out with it. */
  tip?: ReactNode;
  /** Give one when an error summary must find the control. */
  id?: string;
  optional?: boolean;
  children: (control: Control) => ReactNode;
};

/** Ties one control to its label, hint, tip and error, for eyes and screen readers alike. */
export function Field({ label, hint, error, tip, id, optional = false, children }: FieldProps) {
  const made = useId();
  const control = id ?? made;

  return (
    <div className={`grid gap-1.5 ${error ? 'border-s-4 border-danger ps-4' : ''}`}>
      <label htmlFor={control} className="justify-self-start font-semibold">
        {label}
        {optional ? <span className="font-normal text-muted"> (optional)</span> : null}
      </label>
      <Question id={control} hint={hint} error={error} tip={tip} />
      {children({ id: control, 'aria-describedby': describedBy(control), 'aria-invalid': Boolean(error) })}
    </div>
  );
}
