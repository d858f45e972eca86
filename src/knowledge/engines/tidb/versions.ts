import type { Version } from '#model/engine.ts';

const version = (id: string): Version => ({ id, name: `TiDB ${id}` });

/** The lines with long-term support, newest first: https://docs.pingcap.com/tidb/stable/release-timeline */
export const versions: readonly Version[] = [version('8.5'), version('8.1'), version('7.5'), version('7.1')];
