import type { Version } from '#model/engine.ts';

const version = (id: string, supportEnds: string, ended = false): Version => ({
  id,
  name: `MariaDB ${id}`,
  supportEnds,
  ...(ended ? { ended } : {}),
});

/** The lines with long-term support, newest first, with the end of maintenance by the community: https://mariadb.org/about/#maintenance-policy */
export const versions: readonly Version[] = [
  version('11.8', '2028-06-04'),
  version('11.4', '2029-05-29'),
  version('10.11', '2028-02-16'),
  version('10.6', '2026-07-06', true),
];

/** Those that `npm run verify:mysql` holds on a server. */
export const measuredReleases: readonly string[] = ['11.8', '10.11'];
