import type { Situation } from '#model/engine.ts';
import type { Operations } from '#model/operations.ts';
import type { Cannot } from '#model/statement.ts';
import { code, type Text, words } from '#model/text.ts';

const cannot = (because: Text, instead: Text): Cannot => ({ kind: 'cannot', because, instead });

const noEnums = (type: string): Cannot =>
  cannot(
    words`MongoDB has no enumerated types`,
    words`Change the list of values where it stands: in the validator (${code('$jsonSchema')}, ${code('enum')}) that admits ${code(type)}, and in the releases that read it, readers first.`,
  );

const noCounters: Cannot = cannot(
  words`MongoDB has no sequences`,
  words`If a counter document gives the numbers, note its value and go on with it.`,
);

const noParts = (table: string): Cannot =>
  cannot(
    words`a collection has no partitions; sharding is another thing and takes a key for good`,
    words`Use a new collection for each period, or a time series collection for what comes from now on, and move ${code(table)} over in batches; rows that age out go by a TTL index.`,
  );

const noStream: Cannot = cannot(
  words`the replica set has no publications`,
  words`Use a change stream reader or ${code('mongosync')} between clusters, started before the first copy, and watch its lag.`,
);

/** Operations for which there is nothing in MongoDB, each with the way round it. */
export const absent = {
  addEnumValue: ({ type }) => noEnums(type),
  renameEnumValue: ({ type }) => noEnums(type),
  createEnum: ({ type }) => noEnums(type),
  dropEnum: ({ type }) => noEnums(type),
  widenSequence: () => noCounters,
  moveSequence: () => noCounters,
  partitionInPlace: ({ table }) => noParts(table),
  detachPartition: ({ table }) => noParts(table),
  publish: () => noStream,
  subscribe: () => noStream,
  unsubscribe: () => noStream,
  createExtension: ({ extension }) =>
    cannot(
      words`MongoDB has no extensions`,
      words`Find out which feature of the server or of Atlas ${code(extension)} stands for.`,
    ),
  updateExtension: ({ extension }) =>
    cannot(
      words`MongoDB has no extensions`,
      words`Find out which feature of the server or of Atlas ${code(extension)} stands for.`,
    ),
} satisfies Partial<Operations<Situation>>;
