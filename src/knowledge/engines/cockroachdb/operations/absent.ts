import type { Situation } from '#model/engine.ts';
import type { Operations } from '#model/operations.ts';
import type { Cannot } from '#model/statement.ts';
import { code, type Text, words } from '#model/text.ts';

const cannot = (because: Text, instead: Text): Cannot => ({ kind: 'cannot', because, instead });

const noExtensions = (extension: string): Cannot =>
  cannot(
    words`CockroachDB has no extensions that are installed`,
    words`Find out which functions of ${code(extension)} are used: some are built in, the others go into the application or into functions of your own.`,
  );

const noPublications: Cannot = cannot(
  words`CockroachDB has no publications and subscriptions`,
  words`Use a changefeed for consumers outside, physical cluster replication for a standby of the whole cluster, or logical data replication (self-hosted, since 25.1) for single tables; start it before the first copy and watch its lag.`,
);

/** Operations for which there is nothing in CockroachDB, each with the way round it. */
export const absent = {
  partitionInPlace: ({ table }) =>
    cannot(
      words`partitions of CockroachDB place rows in regions: an existing table is not attached as one, and one partition alone cannot be dropped`,
      words`Let rows of ${code(table)} age out by row-level TTL (${code('ttl_expiration_expression')}), or in batches; for a hot end of the key use a hash-sharded index.`,
    ),
  detachPartition: ({ partition }) =>
    cannot(
      words`one partition alone cannot be taken from a table, and dropping it drops no row`,
      words`Export the rows of ${code(partition)}, then delete them in batches; partition the table anew only to place its rows elsewhere.`,
    ),
  createExtension: ({ extension }) => noExtensions(extension),
  updateExtension: ({ extension }) => noExtensions(extension),
  publish: () => noPublications,
  subscribe: () => noPublications,
  unsubscribe: () => noPublications,
} satisfies Partial<Operations<Situation>>;
