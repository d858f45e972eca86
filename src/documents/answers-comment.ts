import type { Answers } from '#model/answers.ts';
import { answersComment } from '#model/answers-file.ts';

/** A document with its answers in a trailing comment, so that it can be opened again. */
export const withAnswers = (document: string, answers: Answers): string =>
  `${document.trimEnd()}\n\n${answersComment(answers)}\n`;
