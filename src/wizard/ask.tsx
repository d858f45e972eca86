import { useController, useFormContext, type FieldPath } from 'react-hook-form';
import type { ReactNode } from 'react';
import type { Answers } from '#model/answers.ts';
import type { PageQuestion } from '#model/question.ts';
import { CheckCards } from '#ui/check-cards.tsx';
import { ChoiceCards } from '#ui/choice-cards.tsx';
import { DateInput } from '#ui/date-input.tsx';
import { Field } from '#ui/field.tsx';
import { NumberInput } from '#ui/number-input.tsx';
import type { Option } from '#ui/option.ts';
import { TextArea } from '#ui/text-area.tsx';
import { TextInput } from '#ui/text-input.tsx';
import { lookOf, toOptions, withNotSure } from './options.ts';
import { TipsBeside } from './tips-beside.tsx';

export type AnswerPath = FieldPath<Answers>;

/** Counted down to from three quarters on; longer text is kept whole. */
const softLimit = 20_000;

type AskProps = {
  question: Pick<PageQuestion, 'label' | 'hint' | 'control' | 'options' | 'unit'>;
  path: AnswerPath;
  /** Where knowledge supplies them; `Not sure` is added. */
  options?: readonly Option[];
  look?: 'prose' | 'code';
  placeholder?: string | undefined;
  /** The id of a list of suggestions. */
  list?: string | undefined;
  tip?: ReactNode;
  /** Told of each answer chosen from several. */
  onChosen?: (value: string) => void;
};

/** One question of a page with the control that fits it. Its id is its path in the answers. */
export function Ask({ question, path, options, look = 'prose', placeholder, list, tip, onChosen }: AskProps) {
  const { control } = useFormContext<Answers>();
  const { field, fieldState } = useController({ control, name: path, defaultValue: '' });
  const [page = '', key] = path.split('.');
  const given: unknown = field.value;
  const text = typeof given === 'string' ? given : '';
  const chosen = Array.isArray(given) ? given.filter((each) => typeof each === 'string') : [];
  const asked = {
    id: path,
    hint: question.hint,
    error: fieldState.error?.message,
    tip: tip ?? <TipsBeside page={page} question={key} />,
  };
  const offered = options === undefined ? toOptions(question.options ?? []) : withNotSure(options);
  const typed = { name: path, value: text, onBlur: field.onBlur, onChange: field.onChange, placeholder, list };

  switch (question.control) {
    case 'choice':
      return (
        <ChoiceCards
          {...asked}
          legend={question.label}
          name={path}
          options={offered}
          look={lookOf(offered)}
          value={text}
          onChange={(value) => {
            field.onChange(value);
            onChosen?.(value);
          }}
        />
      );
    case 'choices':
      return (
        <CheckCards
          {...asked}
          legend={question.label}
          name={path}
          options={offered}
          look={lookOf(offered)}
          value={chosen}
          onChange={field.onChange}
        />
      );
    case 'text':
      return (
        <Field {...asked} label={question.label}>
          {(tied) => <TextInput {...tied} {...typed} look={look} />}
        </Field>
      );
    case 'number':
      return (
        <Field {...asked} label={question.label}>
          {(tied) => (
            <NumberInput {...tied} {...typed} {...(question.unit === undefined ? {} : { unit: question.unit })} />
          )}
        </Field>
      );
    case 'date':
    case 'time': {
      const type = question.control;
      return (
        <Field {...asked} label={question.label}>
          {(tied) => <DateInput {...tied} {...typed} type={type} />}
        </Field>
      );
    }
    case 'prose':
    case 'sql': {
      const form = question.control === 'sql' ? 'code' : 'prose';
      return (
        <Field {...asked} label={question.label}>
          {(tied) => <TextArea {...tied} {...typed} look={form} limit={softLimit} />}
        </Field>
      );
    }
  }
}
