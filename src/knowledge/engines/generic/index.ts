import type { Engine } from '#model/engine.ts';
import { unconfirmed } from '#model/source.ts';
import { words } from '#model/text.ts';
import { capabilities } from './capabilities.ts';
import { choice } from './choice.ts';
import { columns } from './columns.ts';
import { constraints } from './constraints.ts';
import { enums } from './enums.ts';
import { guard } from './guard.ts';
import { indexes } from './indexes.ts';
import { partitions } from './partitions.ts';
import { queries } from './queries.ts';
import { routines } from './routines.ts';
import { rows } from './rows.ts';
import { safety } from './safety.ts';
import { server } from './server.ts';
import { syncs } from './syncs.ts';
import { tables } from './tables.ts';
import { watches } from './watches.ts';

/** The engine of which nothing is known: it says in words what to do, claims nothing, and asks what must be found out. */
export const generic: Engine = {
  id: choice.id,
  name: choice.name,
  versions: choice.versions,
  hostings: [
    {
      id: 'other',
      name: 'Somewhere else',
      backup: words`take a backup in the way your engine and provider offer, and note the moment`,
      pointInTime: words`find out whether a restore to a moment is possible, whether it makes a new database or overwrites this one, and how long it takes`,
      copy: words`the newest backup, restored into a database of the same size`,
      notes: [],
      source: unconfirmed(
        'How are backup and restore done here: to which moments, into a new database or over this one, in how many minutes?',
      ),
    },
  ],
  can: capabilities,
  // Not known, so planned for.
  refusesStalePrepared: true,
  operations: {
    ...columns,
    ...indexes,
    ...constraints,
    ...tables,
    ...syncs,
    ...rows,
    ...enums,
    ...partitions,
    ...routines,
    ...server,
  },
  queries,
  guard,
  running: () => ({
    command: '',
    connection: words`Connect to the primary itself, not through a pooler or proxy, so that limits set for the session hold.`,
    begin: '',
    commit: '',
  }),
  watches,
  safety,
  typeChange: (from, to) => ({
    work: 'unconfirmed',
    indexes: 'rebuilt',
    widens: false,
    source: unconfirmed(
      `Does changing ${from} to ${to} rewrite the table on this engine, does ${to} hold every value of ${from}, and who is blocked meanwhile?`,
    ),
  }),
  defaultKind: () => 'unconfirmed',
  checkName: (name) =>
    name.trim() === ''
      ? { message: 'Enter a name' }
      : name.includes('\0')
        ? { message: 'Remove the NUL character from the name' }
        : undefined,
  facts: () => [
    {
      says: words`Nothing is confirmed of this engine: each statement stands in words, and what it locks, rewrites and undoes is a question to settle in the dry run.`,
      source: unconfirmed('Which engine and version is it?'),
    },
  ],
};
