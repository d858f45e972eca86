import { z } from 'zod/mini';

/** One option of a choice. `not-sure` is always among them and has a cautious meaning. */
export interface Option {
  readonly id: string;
  readonly label: string;
  readonly hint?: string;
  /** Options of one group stand together under this heading. */
  readonly group?: string;
}

export type QuestionControl = 'choice' | 'choices' | 'text' | 'number' | 'prose' | 'sql' | 'date' | 'time';

/** One question of a wizard page. */
export interface PageQuestion {
  readonly label: string;
  readonly hint?: string;
  readonly control: QuestionControl;
  /** Left out where knowledge supplies the options (engines, hostings, stacks). */
  readonly options?: readonly Option[];
  readonly unit?: string;
  /** One of the five answers that make a useful plan. */
  readonly essential: boolean;
  /** What answering it changes in the runbook; shown beside the fold and in the list of assumptions. */
  readonly gives: string;
  /** Who can say, when the person at the page cannot. */
  readonly who: string;
}

export const notSure: Option = { id: 'not-sure', label: 'Not sure' };

type Rest = Partial<Omit<PageQuestion, 'label' | 'control' | 'gives'>>;

const question =
  (control: QuestionControl) =>
  (label: string, gives: string, rest: Rest = {}): PageQuestion => ({
    label,
    control,
    gives,
    essential: false,
    who: 'executor',
    ...rest,
  });

/** One of several; `Not sure` is added here and never by hand. */
export const choice = (label: string, gives: string, options: readonly Option[], rest: Rest = {}): PageQuestion => ({
  ...question('choice')(label, gives, rest),
  ...(options.length > 0 ? { options: [...options, notSure] } : {}),
});

/** Any of several; `Not sure` stands beside them. */
export const choices = (label: string, gives: string, options: readonly Option[], rest: Rest = {}): PageQuestion => ({
  ...question('choices')(label, gives, rest),
  ...(options.length > 0 ? { options: [...options, notSure] } : {}),
});

export const textQuestion = question('text');
export const numberQuestion = question('number');
export const proseQuestion = question('prose');
export const sqlQuestion = question('sql');
export const dateQuestion = question('date');
export const timeQuestion = question('time');

/** A typed or chosen answer; blank when there is none. */
export const answer = z.prefault(z.string(), '');

/** Several chosen answers; empty when there is none. */
export const answers = z.prefault(z.array(z.string()), []);
