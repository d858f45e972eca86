import { z } from 'zod/mini';

/** The summary before the plan is made. It asks nothing. */
export const checkPage = {
  id: 'check',
  title: 'Check your answers',
  short: 'Check your answers',
  questions: {},
  schema: z.object({}),
} as const;
