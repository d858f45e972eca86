import type { Engine } from '#model/engine.ts';
import type { EngineChoice } from './engine-choice.ts';
import { choice as cassandra } from './cassandra/choice.ts';
import { choice as dynamodb } from './dynamodb/choice.ts';
import { choice as cockroachdb } from './cockroachdb/choice.ts';
import { choice as bigquery } from './bigquery/choice.ts';
import { choice as clickhouse } from './clickhouse/choice.ts';
import { choice as generic } from './generic/choice.ts';
import { choice as mariadb } from './mariadb/choice.ts';
import { choice as mongodb } from './mongodb/choice.ts';
import { choice as mysql } from './mysql/choice.ts';
import { choice as oracle } from './oracle/choice.ts';
import { choice as postgresql } from './postgresql/choice.ts';
import { choice as redshift } from './redshift/choice.ts';
import { choice as snowflake } from './snowflake/choice.ts';
import { choice as sqlite } from './sqlite/choice.ts';
import { choice as sqlServer } from './sql-server/choice.ts';
import { choice as tidb } from './tidb/choice.ts';
import { choice as yugabytedb } from './yugabytedb/choice.ts';

export type { EngineChoice } from './engine-choice.ts';

/** One line for each engine: what the first page offers, and how the rest is loaded. The one that stands in for all others is last. */
const engines: readonly { readonly choice: EngineChoice; readonly load: () => Promise<Engine> }[] = [
  { choice: postgresql, load: async () => (await import('./postgresql/index.ts')).postgresql },
  { choice: mysql, load: async () => (await import('./mysql/index.ts')).mysql },
  { choice: mariadb, load: async () => (await import('./mariadb/index.ts')).mariadb },
  { choice: sqlite, load: async () => (await import('./sqlite/index.ts')).sqlite },
  { choice: sqlServer, load: async () => (await import('./sql-server/index.ts')).sqlServer },
  { choice: oracle, load: async () => (await import('./oracle/index.ts')).oracle },
  { choice: mongodb, load: async () => (await import('./mongodb/index.ts')).mongodb },
  { choice: cockroachdb, load: async () => (await import('./cockroachdb/index.ts')).cockroachdb },
  { choice: yugabytedb, load: async () => (await import('./yugabytedb/index.ts')).yugabytedb },
  { choice: tidb, load: async () => (await import('./tidb/index.ts')).tidb },
  { choice: cassandra, load: async () => (await import('./cassandra/index.ts')).cassandra },
  { choice: dynamodb, load: async () => (await import('./dynamodb/index.ts')).dynamodb },
  { choice: snowflake, load: async () => (await import('./snowflake/index.ts')).snowflake },
  { choice: bigquery, load: async () => (await import('./bigquery/index.ts')).bigquery },
  { choice: redshift, load: async () => (await import('./redshift/index.ts')).redshift },
  { choice: clickhouse, load: async () => (await import('./clickhouse/index.ts')).clickhouse },
  { choice: generic, load: async () => (await import('./generic/index.ts')).generic },
];

/** What the first page offers, in its order. */
export const engineChoices: readonly EngineChoice[] = engines.map(({ choice }) => choice);

/** Everything that is known of one engine. An id that is not offered gets the neutral engine, which claims nothing. */
export function loadEngine(id: string): Promise<Engine> {
  const known = engines.find(({ choice }) => choice.id === id) ?? engines.at(-1);
  if (!known) throw new Error(`Cannot load the engine \`${id}\`, expected at least the neutral one to be listed.`);
  return known.load();
}
