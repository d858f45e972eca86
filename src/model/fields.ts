import { z } from 'zod/mini';

/** How a field is asked. */
export type Control = 'name' | 'names' | 'type' | 'expression' | 'number' | 'choice' | 'prose' | 'sql' | 'yes-no';

/** One question that a kind of change asks. What was typed is kept as typed. */
export interface Field {
  readonly label: string;
  readonly hint?: string;
  readonly control: Control;
  readonly options?: readonly { readonly id: string; readonly label: string; readonly hint?: string }[];
  /** Asked first; the plan is poor without it. The rest stands folded. */
  readonly essential: boolean;
  /** What answering it changes in the runbook. */
  readonly gives: string;
  /** Shown only when another field has one of these values. */
  readonly when?: { readonly field: string; readonly is: readonly string[] };
  readonly placeholder?: string;
  /** What the plan takes when it is left blank, as a phrase: `none`. Such a field is an assumption and no open question. */
  readonly blank?: string;
}

const field =
  (control: Control) =>
  (label: string, rest: Partial<Omit<Field, 'label' | 'control'>> = {}): Field => ({
    label,
    control,
    essential: false,
    gives: '',
    ...rest,
  });

/** A table, column, index or constraint name, unquoted. */
export const nameField = field('name');
/** Several names, separated by commas. */
export const namesField = field('names');
/** A data type of the engine. */
export const typeField = field('type');
/** An expression of the engine's language. */
export const expressionField = field('expression');
export const choiceField = field('choice');
export const proseField = field('prose');
export const sqlField = field('sql');
export const yesNoField = field('yes-no');

/** The answers to the fields of one change: always strings, blank when not answered. */
export const fieldAnswers = z.record(z.string(), z.string());
export type FieldAnswers = z.infer<typeof fieldAnswers>;
