import type { Control, Field, FieldAnswers } from '#model/fields.ts';
import { notSure, type PageQuestion } from '#model/question.ts';

const controls: Readonly<Record<Control, PageQuestion['control']>> = {
  name: 'text',
  names: 'text',
  type: 'text',
  expression: 'text',
  number: 'number',
  choice: 'choice',
  prose: 'prose',
  sql: 'sql',
  'yes-no': 'choice',
};

const yesNo = [
  { id: 'yes', label: 'Yes' },
  { id: 'no', label: 'No' },
];

/** A field of a change as a question of a page. */
export const toQuestion = ({ label, hint, control, options, essential, gives }: Field): PageQuestion => ({
  label,
  control: controls[control],
  essential,
  gives,
  who: 'executor',
  ...(hint === undefined ? {} : { hint }),
  ...(controls[control] === 'choice' ? { options: [...(options ?? yesNo), notSure] } : {}),
});

/** Names, types and expressions are read by a machine. */
export const isCode = ({ control }: Field): boolean => ['name', 'names', 'type', 'expression'].includes(control);

/** Whether a field is asked, given what was answered so far. */
export const isAsked = ({ when }: Field, answers: FieldAnswers): boolean =>
  when === undefined || when.is.includes(answers[when.field] ?? '');
