import { answersVersion, type Answers } from '#model/answers.ts';
import { readAnswers, readJson, withoutBlanks, type AnswersRead } from '#model/read-answers.ts';

/** Marks what this page wrote. */
const app = 'switchback';

/** Answers as they are kept: what wrote them, in which form, when, and where they came from. */
export interface Draft {
  readonly answers: Answers;
  /** ISO 8601 in UTC. */
  readonly savedAt: string;
  /** Left out for the person's own: `Example: …`, `A link`, a file's name. */
  readonly origin?: string | undefined;
}

export type DraftRead =
  | ({ readonly kind: 'read'; readonly draft: Draft } & Pick<AnswersRead, 'ignored'>)
  /** Text that is no draft of this page. */
  | { readonly kind: 'broken' }
  | { readonly kind: 'newer'; readonly version: number };

/** What turns the pages of one version into those of the next. */
export type Migrations = Readonly<Record<number, (pages: unknown) => unknown>>;

/** Version 1 is the first. */
const migrations: Migrations = {};

export const writeDraft = ({ answers, savedAt, origin }: Draft): string =>
  JSON.stringify({ app, version: answersVersion, savedAt, origin, answers: withoutBlanks(answers) ?? {} });

/** Reads what `writeDraft` of this or an earlier version wrote. Never throws. */
export function readDraft(text: string, older: Migrations = migrations, current: number = answersVersion): DraftRead {
  const envelope = readJson(text);
  if (typeof envelope !== 'object' || envelope === null || !('app' in envelope) || envelope.app !== app) {
    return { kind: 'broken' };
  }
  const version = 'version' in envelope ? envelope.version : undefined;
  if (typeof version !== 'number' || !Number.isInteger(version) || version < 0) return { kind: 'broken' };
  if (version > current) return { kind: 'newer', version };

  const written = 'answers' in envelope ? envelope.answers : {};
  const steps = Array.from({ length: current - version }, (_, at) => older[version + at]);
  const { answers, ignored } = readAnswers(steps.reduce((pages, step) => (step ? step(pages) : pages), written));
  const savedAt = 'savedAt' in envelope && typeof envelope.savedAt === 'string' ? envelope.savedAt : '';
  const origin = 'origin' in envelope && typeof envelope.origin === 'string' ? envelope.origin : undefined;
  return { kind: 'read', draft: { answers, savedAt, ...(origin === undefined ? {} : { origin }) }, ignored };
}
