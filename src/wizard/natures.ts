import type { Answers } from '#model/answers.ts';
import type { Change } from '#model/change.ts';
import type { FieldAnswers } from '#model/fields.ts';
import type { Nature } from '#model/plan.ts';

/** What each nature means for the way back. */
export const natureWords: Readonly<Record<Nature, { readonly word: string; readonly means: string }>> = {
  additive: {
    word: 'Additive',
    means: 'Only adds. Old releases go on as before; the way back takes the new thing away.',
  },
  destructive: {
    word: 'Destructive',
    means: 'Takes data or an object away. After that step the way back is a restore.',
  },
  rename: {
    word: 'Rename',
    means: 'Old and new releases use different names. Both must work while they run together.',
  },
  transform: {
    word: 'Transform',
    means: 'Changes what is stored. Old and new form live side by side until reads have moved.',
  },
};

export const natureOf = (change: Change, fields: FieldAnswers): Nature => change.natureOf?.(fields) ?? change.nature;

/** The natures of all chosen changes. */
export const naturesOf = (answers: Answers, changes: readonly Change[]): readonly Nature[] =>
  answers.change.changes.flatMap(({ kind, fields }) => {
    const change = changes.find(({ id }) => id === kind);
    return change === undefined ? [] : [natureOf(change, fields)];
  });
