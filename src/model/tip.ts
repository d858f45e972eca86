import type { Answers } from './answers.ts';
import type { PageId } from './pages/index.ts';
import type { Source } from './source.ts';

/** What a tip may look at besides the answers. */
export interface TipContext {
  readonly natures: readonly string[];
}

/** One sentence shown beside a question while an answer makes it matter. */
export interface Tip {
  readonly id: string;
  readonly page: PageId | 'result';
  /** The question it stands beside; left out: at the head of the page. */
  readonly beside?: string;
  readonly when: (answers: Answers, context: TipContext) => boolean;
  readonly says: string;
  readonly source: Source;
}

export const defineTip = (tip: Tip): Tip => tip;
