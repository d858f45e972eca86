import type { Answers } from '#model/answers.ts';
import { pages } from '#model/pages/index.ts';
import type { PageQuestion } from '#model/question.ts';

const isFree = ({ control }: PageQuestion): boolean => control === 'prose' || control === 'sql';

/** The answers without descriptions, notes and pasted SQL. Names, numbers and choices stay. */
export function withoutFreeText(answers: Answers, isFreeField: (kind: string, field: string) => boolean): Answers {
  const blanked = Object.fromEntries(
    pages.map(({ id, questions }) => {
      const free = Object.entries<PageQuestion>(questions).filter(([, question]) => isFree(question));
      return [id, Object.fromEntries(free.map(([key]) => [key, '']))];
    }),
  );
  const changes = answers.change.changes.map(({ kind, fields }) => ({
    kind,
    fields: Object.fromEntries(Object.entries(fields).filter(([field]) => !isFreeField(kind, field))),
  }));
  return {
    database: { ...answers.database, ...blanked['database'] },
    stack: { ...answers.stack, ...blanked['stack'] },
    scale: { ...answers.scale, ...blanked['scale'] },
    change: { ...answers.change, ...blanked['change'], changes },
    risk: { ...answers.risk, ...blanked['risk'] },
    dependencies: { ...answers.dependencies, ...blanked['dependencies'] },
  };
}
