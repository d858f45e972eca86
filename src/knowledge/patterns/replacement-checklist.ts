import type { ChangeContext } from '#model/change.ts';
import type { ChecklistItem, Question } from '#model/plan.ts';
import { code, joinText, words } from '#model/text.ts';
import { ignoreNotes } from './ignore-notes.ts';
import type { Replacement } from './replacement.ts';
import { meansOf, namesOf } from './replacement.ts';
import { keyQuestion } from './row-key.ts';

/** Release 0 must not remember a column that can still go again. */
export function ignoringRelease(
  context: ChangeContext,
  table: string,
  columns: readonly string[],
): readonly ChecklistItem[] {
  const notes = ignoreNotes(context, table, columns);
  if (notes.length === 0) return [];
  const detail = words`${joinText(notes, '. ')}, so that ${notes.length > 1 ? 'they' : 'it'} can come and go`;
  return [{ title: words`Release 0 today`, detail, critical: true }];
}

/** What must be known and done before a replacement begins. */
export function replacementChecklist(context: ChangeContext, replacement: Replacement): readonly ChecklistItem[] {
  const { table, to } = replacement;
  const { old } = namesOf(replacement);
  const { synced } = meansOf(context);
  const { capability, terms } = context.engine;
  const triggers = capability('triggers').kind !== 'never';
  return [
    ...ignoringRelease(context, table, [to]),
    ...(!triggers
      ? []
      : [
          {
            title: words`Triggers on ${code(table)}`,
            detail: words`the backfill fires each once per row, also one that stamps a time or writes history: guarded by ______`,
            critical: true,
          },
        ]),
    {
      title: words`What hangs on ${code(old)}`,
      detail: words`${terms.onColumn}${triggers ? ', triggers' : ''}: counterpart on ${code(to)}, or lost: ______`,
      critical: true,
    },
    ...(synced
      ? []
      : [
          {
            title: words`Other writers of ${code(old)}`,
            detail: words`jobs, imports, consoles and bulk loads write both columns or stop, as no sync covers them: ______`,
            critical: true,
          },
        ]),
  ];
}

/** What the plan had to leave open. */
export function replacementQuestions(context: ChangeContext, replacement: Replacement): readonly Question[] {
  const { table } = replacement;
  return [
    ...keyQuestion(context, table),
    ...(context.engine.capability('triggers').kind !== 'unconfirmed'
      ? []
      : [
          {
            about: words`Whether ${context.engine.name} can keep two columns equal for every writer is not confirmed`,
            settle: words`If it can, by a trigger or its like, add it with the column: it also covers old instances, jobs and consoles`,
            who: 'executor' as const,
          },
        ]),
  ];
}
