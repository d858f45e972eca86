import type { Root } from 'mdast';
import type { Plan } from '#model/plan.ts';

/** What a person leaves with. `markdown` is what is shown raw, copied and downloaded, byte for byte. */
export interface Made {
  readonly plan: Plan;
  readonly runbook: Root;
  readonly markdown: string;
  /** The same without the answers at its end. */
  readonly markdownAlone: string;
  /** The same as rich text. */
  readonly html: () => string;
  readonly fileName: string;
  readonly prompts: {
    readonly plan: string;
    readonly planAskFirst: string;
    readonly sql: string;
    readonly review: string;
  };
  readonly messages: readonly { readonly id: string; readonly title: string; readonly text: string }[];
}
