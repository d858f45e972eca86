import type { Hosting } from '#model/engine.ts';
import { code, words } from '#model/text.ts';

export const litefs: Hosting = {
  id: 'litefs',
  name: 'LiteFS',
  backup: words`${code('litefs export -name <file.db> <copy of the file>')} on the primary: it is safe while the file is in use`,
  pointInTime: words`LiteFS itself restores to no point in time: what was exported is put back on the primary, and the replicas follow`,
  copy: words`the exported file`,
  watches: [
    {
      family: 'replication lag',
      title: 'Replicas behind the primary',
      reads: words`the position of each replica against the primary’s, from LiteFS’s metrics`,
    },
  ],
  notes: [words`Scripts run on the primary only: a replica refuses writes`],
  source: { kind: 'manual', url: 'https://fly.io/docs/litefs/backup' },
};
