import type { Hosting } from '#model/engine.ts';
import { words } from '#model/text.ts';

export const other: Hosting = {
  id: 'other',
  name: 'Somewhere else',
  backup: words`take a copy of the file or a backup in the way this place offers, and note the moment`,
  pointInTime: words`find out whether this place restores to a moment, whether it makes a new file or overwrites this one, and how long it takes`,
  copy: words`the newest backup, opened beside production`,
  notes: [],
  source: {
    kind: 'unconfirmed',
    question:
      'How are backup and restore done here: to which moments, into a new file or over this one, in how many minutes?',
  },
};
