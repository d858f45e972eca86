import { readAnswersComment } from '#model/answers-file.ts';
import { readAnswers, readJson, type AnswersRead } from '#model/read-answers.ts';
import { readDraft } from './envelope.ts';

export type FileRead =
  | ({ readonly kind: 'read' } & AnswersRead)
  /** Not a runbook of this page and no JSON of answers. */
  | { readonly kind: 'not ours' }
  | { readonly kind: 'newer'; readonly version: number };

const looksLikeAnswers = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && ['database', 'change', 'scale'].some((page) => page in value);

/** Reads a downloaded runbook, a saved draft or plain answers as JSON. Never throws. */
export function readFile(text: string): FileRead {
  const json = readJson(text);
  if (json === undefined) {
    const found = readAnswersComment(text.replaceAll('\r\n', '\n'));
    return found.kind === 'none' ? { kind: 'not ours' } : found;
  }
  const draft = readDraft(text);
  if (draft.kind === 'newer') return draft;
  if (draft.kind === 'read') return { kind: 'read', answers: draft.draft.answers, ignored: draft.ignored };
  return looksLikeAnswers(json) ? { kind: 'read', ...readAnswers(json) } : { kind: 'not ours' };
}
