import { z } from 'zod';
import { changePage } from './pages/change.ts';
import { databasePage } from './pages/database.ts';
import { dependenciesPage } from './pages/dependencies.ts';
import { riskPage } from './pages/risk.ts';
import { scalePage } from './pages/scale.ts';
import { stackPage } from './pages/stack.ts';

/** What was typed and chosen: ids and strings, nothing computed. Saved, shared and imported as such. */
export const answersSchema = z.object({
  database: databasePage.schema.prefault({}),
  stack: stackPage.schema.prefault({}),
  scale: scalePage.schema.prefault({}),
  change: changePage.schema.prefault({}),
  risk: riskPage.schema.prefault({}),
  dependencies: dependenciesPage.schema.prefault({}),
});

export type Answers = z.infer<typeof answersSchema>;

/** Nothing answered yet. */
export const noAnswers: Answers = answersSchema.parse({});

/** The version of the saved form. Older ones are migrated in `drafts`. */
export const answersVersion = 1;
