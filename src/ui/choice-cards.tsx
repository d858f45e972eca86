import { OptionList, type OptionListProps } from './option-list.tsx';

type ChoiceCardsProps<Value extends string> = OptionListProps<Value> & {
  value: Value | '' | null | undefined;
  onChange: (value: Value) => void;
};

/** One answer out of a few or out of forty. Nothing is chosen beforehand. */
export function ChoiceCards<Value extends string>({ value, onChange, ...list }: ChoiceCardsProps<Value>) {
  return <OptionList {...list} kind="radio" chosen={(candidate) => candidate === value} onChoose={onChange} />;
}
