import type { Version } from '#model/engine.ts';

/** The releases with long-term support, newest first: https://clickhouse.com/docs/whats-new/changelog */
export const versions: readonly Version[] = ['26.3', '25.8', '25.3'].map((id) => ({
  id,
  name: `ClickHouse ${id} LTS`,
}));
