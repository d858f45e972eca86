import { z } from 'zod/mini';
import { fieldAnswers } from '../fields.ts';
import { answer, proseQuestion } from '../question.ts';

const plannedChange = z.object({ kind: answer, fields: z.prefault(fieldAnswers, {}) });

/** One change or several, each of a kind, and in the person's own words. */
export const changePage = {
  id: 'change',
  title: 'What is going to change?',
  short: 'Planned change',
  questions: {
    description: proseQuestion('The change in your own words', 'the first line of the prompt', {
      hint: 'What, why, and what depends on it',
    }),
    notDoing: proseQuestion('What happens if it is not done?', 'the reason in the approval block'),
  },
  schema: z.object({ changes: z.prefault(z.array(plannedChange), []), description: answer, notDoing: answer }),
} as const;

export type PlannedChangeAnswers = z.infer<typeof plannedChange>;
