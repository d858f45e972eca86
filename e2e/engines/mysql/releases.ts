/** A release that Debian has, for every machine with its package tools. */
export interface Release {
  /** The engine of `src/knowledge/engines`. */
  readonly engine: 'mysql' | 'mariadb';
  /** The version line, as the server's own version begins. */
  readonly id: string;
  readonly suite: string;
  readonly package: string;
  /** Stands for the others of its engine where a run must be short. */
  readonly standsForAll?: true;
}

export const releases: readonly Release[] = [
  { engine: 'mariadb', id: '10.11', suite: 'bookworm', package: 'mariadb-server-core' },
  { engine: 'mariadb', id: '11.8', suite: 'trixie', package: 'mariadb-server-core', standsForAll: true },
  { engine: 'mysql', id: '9.7', suite: 'sid', package: 'mysql-server-core', standsForAll: true },
];
