import type { Version } from '#model/engine.ts';

const version = (id: string): Version => ({ id, name: `Cassandra ${id}` });

/** Newest first: https://cassandra.apache.org/_/download.html */
export const versions: readonly Version[] = [version('5.0'), version('4.1'), version('4.0')];
