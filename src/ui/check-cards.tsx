import { OptionList, type OptionListProps } from './option-list.tsx';
import { toggled } from './option.ts';

type CheckCardsProps<Value extends string> = OptionListProps<Value> & {
  value: readonly Value[];
  onChange: (value: readonly Value[]) => void;
};

/** Any number of answers. An option marked `alone` excludes the others. */
export function CheckCards<Value extends string>({ value, onChange, ...list }: CheckCardsProps<Value>) {
  return (
    <OptionList
      {...list}
      kind="checkbox"
      chosen={(candidate) => value.includes(candidate)}
      onChoose={(pressed) => onChange(toggled(list.options, value, pressed))}
    />
  );
}
