import { notSure, type Option as Answer } from '#model/question.ts';
import type { Option } from '#ui/option.ts';

/** Answers as the controls take them. `Not sure` excludes the others. */
export const toOptions = (answers: readonly Answer[]): readonly Option[] =>
  answers.map(({ id, label, hint, group }) => ({ value: id, label, hint, group, alone: id === notSure.id }));

/** The same with `Not sure` at the end. */
export const withNotSure = (options: readonly Option[], hint?: string): readonly Option[] => [
  ...options,
  { value: notSure.id, label: notSure.label, hint, alone: true },
];

/** Short answers stand in a row; many or explained ones get cards. */
export const lookOf = (options: readonly Option[]): 'cards' | 'pills' =>
  options.length > 7 || options.some(({ hint }) => hint) ? 'cards' : 'pills';
