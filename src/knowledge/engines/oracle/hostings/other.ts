import type { Hosting } from '#model/engine.ts';
import { unconfirmed } from '#model/source.ts';
import { words } from '#model/text.ts';

export const other: Hosting = {
  id: 'other',
  name: 'Somewhere else',
  backup: words`take a backup in the way your provider offers, and note the moment and the SCN`,
  pointInTime: words`find out whether the provider can restore to a moment, whether that makes a new database or overwrites this one, and how long it takes`,
  copy: words`the newest backup, restored into a database of the same size, edition and options`,
  notes: [],
  source: unconfirmed(
    'How does your provider back up and restore: to which moments, into a new database or over this one, in how many minutes, and is flashback on?',
  ),
};
