import type { Plan } from '#model/plan.ts';
import { plain } from '#model/text.ts';

/** One message as chat takes it. */
export interface ChatMessage {
  readonly id: string;
  readonly title: string;
  readonly text: string;
}

/** The messages of section 6, each ready to be sent on its own. */
export const toMessages = ({ messages }: Pick<Plan, 'messages'>): readonly ChatMessage[] =>
  messages.map(({ id, kind, audience, text }) => ({
    id,
    title: `${kind[0]?.toUpperCase() ?? ''}${kind.slice(1)}, to ${audience === 'both' ? 'everyone' : audience}`,
    text: plain(text),
  }));
