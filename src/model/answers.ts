import { z } from 'zod/mini';
import { changePage } from './pages/change.ts';
import { databasePage } from './pages/database.ts';
import { dependenciesPage } from './pages/dependencies.ts';
import { riskPage } from './pages/risk.ts';
import { scalePage } from './pages/scale.ts';
import { stackPage } from './pages/stack.ts';

/** What was typed and chosen: ids and strings, nothing computed. Saved, shared and imported as such. */
export const answersSchema = z.object({
  database: z.prefault(databasePage.schema, {}),
  stack: z.prefault(stackPage.schema, {}),
  scale: z.prefault(scalePage.schema, {}),
  change: z.prefault(changePage.schema, {}),
  risk: z.prefault(riskPage.schema, {}),
  dependencies: z.prefault(dependenciesPage.schema, {}),
});

export type Answers = z.infer<typeof answersSchema>;

/** Nothing answered yet. */
export const noAnswers: Answers = answersSchema.parse({});

/** The version of the saved form. Older ones are migrated in `drafts`. */
export const answersVersion = 1;
