import type { Hosting } from '#model/engine.ts';
import { code, words } from '#model/text.ts';

export const cloudflareD1: Hosting = {
  id: 'cloudflare-d1',
  name: 'Cloudflare D1',
  backup: words`nothing to start: Time Travel is always on and reaches back 30 days; note the moment, or the bookmark of ${code('npx wrangler d1 time-travel info <database>')}`,
  pointInTime: words`${code('npx wrangler d1 time-travel restore <database> --timestamp=<moment>')} puts this database itself back to any minute of the last 30 days: every write since is gone from it, and the bookmark of before leads forward again`,
  copy: words`a second database made from ${code('npx wrangler d1 export <database> --remote --output=<file>')}`,
  watches: [
    {
      family: 'blockers',
      title: 'Queries that wait or fail',
      reads: words`errors and query times in the D1 metrics of the dashboard; there is no ${code('lsof')} and no file to look at`,
    },
    { family: 'disk', title: 'Size', reads: words`the size of the database in the dashboard against its limit` },
  ],
  notes: [
    words`D1 runs a file in a transaction of its own, and ${code('PRAGMA foreign_keys')} cannot be changed: ${code('PRAGMA defer_foreign_keys')} stands in the guard instead`,
    words`Whether a rebuild’s other pragmas (${code('legacy_alter_table')}) and temporary tables are taken there is tried on the copy before`,
  ],
  source: { kind: 'manual', url: 'https://developers.cloudflare.com/d1/reference/time-travel' },
};
