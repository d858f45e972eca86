import type { Hosting } from '#model/engine.ts';
import { code, words } from '#model/text.ts';
import { inManual } from './manual.ts';

export const hostings: readonly Hosting[] = [
  {
    id: 'google-cloud',
    name: 'Google Cloud',
    backup: words`take a snapshot of each table (${code('CREATE SNAPSHOT TABLE <dataset>.<snapshot> CLONE <dataset>.<table>')}), which costs only what changes later, with an expiration beyond the whole change`,
    pointInTime: words`copy the table as of the moment beside it (${code('bq cp <dataset>.<table>@<milliseconds since 1970> <dataset>.<copy>')}), look at it and copy back what you need: within the time travel window of the dataset, 7 days unless it was set to fewer`,
    copy: words`clones of the tables in a dataset of their own (${code('CREATE TABLE <copy> CLONE <table>')}), with a reservation of the same size`,
    notes: [
      words`After the time travel window come 7 days of fail-safe, from where only Cloud Customer Care brings a table back`,
    ],
    source: inManual('time-travel'),
  },
];
