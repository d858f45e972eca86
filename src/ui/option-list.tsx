import { useId, useState, type FocusEventHandler, type ReactNode, type Ref } from 'react';
import { OptionCard } from './option-card.tsx';
import { OptionFilter } from './option-filter.tsx';
import { grouped, matching, type Option } from './option.ts';
import { describedBy, Question } from './question.tsx';

/** What a list of radios and a list of checkboxes have in common. */
export type OptionListProps<Value extends string> = {
  legend: string;
  name: string;
  options: readonly Option<Value>[];
  hint?: string | undefined;
  error?: string | undefined;
  /** A `Tip` that belongs to this question; read out with it. */
  tip?: ReactNode;
  /** Give one when an error summary must find the group. */
  id?: string;
  /** `cards` have room for hints, `pills` are short answers in a row. */
  look?: 'cards' | 'pills';
  optional?: boolean;
  onBlur?: FocusEventHandler<HTMLFieldSetElement>;
  ref?: Ref<HTMLFieldSetElement>;
};

type Choosing<Value extends string> = {
  kind: 'radio' | 'checkbox';
  chosen: (value: Value) => boolean;
  onChoose: (value: Value) => void;
};

const manyOptions = 12;

/** A question with its answers in view: groups get headings, long lists a filter. */
export function OptionList<Value extends string>({
  legend,
  name,
  options,
  hint,
  error,
  tip,
  id,
  look = 'cards',
  optional = false,
  onBlur,
  ref,
  kind,
  chosen,
  onChoose,
}: OptionListProps<Value> & Choosing<Value>) {
  const made = useId();
  const group = id ?? made;
  const [asked, setAsked] = useState('');
  const shown = matching(options, asked, chosen);

  return (
    <fieldset
      ref={ref}
      id={group}
      aria-describedby={describedBy(group)}
      onBlur={onBlur}
      className={`grid min-w-0 gap-1.5 ${error ? 'border-s-4 border-danger ps-4' : ''}`}
    >
      <legend className="float-start w-full font-semibold">
        {legend}
        {optional ? <span className="font-normal text-muted"> (optional)</span> : null}
      </legend>
      <Question id={group} hint={hint} error={error} tip={tip} />
      {options.length > manyOptions ? (
        <OptionFilter legend={legend} asked={asked} onAsk={setAsked} shown={shown.length} all={options.length} />
      ) : null}
      {grouped(shown).map(({ heading, options: members }) => (
        <div
          key={heading}
          role={heading ? 'group' : undefined}
          aria-label={heading || undefined}
          className="grid gap-2 pt-1"
        >
          {heading ? (
            <p aria-hidden="true" className="pt-2 text-sm font-semibold text-muted">
              {heading}
            </p>
          ) : null}
          <div className={look === 'pills' ? 'flex flex-wrap gap-2' : columns(options)}>
            {members.map((option) => (
              <OptionCard
                key={option.value}
                id={`${group}-${option.value}`}
                kind={kind}
                look={look}
                name={name}
                option={option}
                chosen={chosen(option.value)}
                onChoose={() => onChoose(option.value)}
              />
            ))}
          </div>
        </div>
      ))}
    </fieldset>
  );
}

/** Few answers read down, many read across; short labels stand closer. */
function columns(options: readonly Option[]): string {
  if (options.length <= 4) return 'grid gap-2';
  const hinted = options.some(({ hint }) => hint);
  return `grid gap-2 ${hinted ? 'grid-cols-[repeat(auto-fill,minmax(min(100%,16rem),1fr))]' : 'grid-cols-[repeat(auto-fill,minmax(min(100%,10rem),1fr))]'}`;
}
