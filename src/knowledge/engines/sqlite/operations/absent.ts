import type { Situation } from '#model/engine.ts';
import type { Operations } from '#model/operations.ts';
import type { Cannot } from '#model/statement.ts';
import { code, type Text, words } from '#model/text.ts';

const cannot = (because: Text, instead: Text): Cannot => ({ kind: 'cannot', because, instead });

const noEnums = words`SQLite has no enumerated types`;
const noStreams = words`SQLite publishes no stream of its changes`;
const noPartitions = words`SQLite has no partitions`;
const noExtensions = words`an extension of SQLite is code that each program loads when it opens the file; nothing of it is installed in the file`;
const noSequences = words`SQLite has no sequences: a key of type ${code('INTEGER')} counts by itself to 9,223,372,036,854,775,807, and ${code('AUTOINCREMENT')} keeps its last number in ${code('sqlite_sequence')}`;

const listed = words`Keep the values in a ${code('CHECK')} or, better, in a table of their own with a foreign key: then a value is added by an ${code('INSERT')}`;
const copied = words`Copy the file while it is in use (${code('VACUUM INTO')}, the backup API), or let a tool follow its log: Litestream, LiteFS`;

/** What SQLite does not have, with the way round each. */
export const absent = {
  addEnumValue: () => cannot(noEnums, listed),
  renameEnumValue: () => cannot(noEnums, listed),
  createEnum: () => cannot(noEnums, listed),
  dropEnum: () => cannot(noEnums, listed),
  partitionInPlace: ({ table }) =>
    cannot(
      noPartitions,
      words`Delete old rows of ${code(table)} in batches, or keep each period in a file of its own and ${code('ATTACH')} what is needed`,
    ),
  detachPartition: ({ partition }) =>
    cannot(noPartitions, words`Where ${code(partition)} is a file of its own, ${code('DETACH')} it`),
  createExtension: ({ extension }) =>
    cannot(
      noExtensions,
      words`Ship ${code(extension)} with every program that opens the file, in a release before the first statement that needs it`,
    ),
  updateExtension: ({ extension }) =>
    cannot(noExtensions, words`Bring out a release with the new ${code(extension)}; go back by the release before`),
  widenSequence: () => cannot(noSequences, words`Nothing to run`),
  moveSequence: ({ from, to }) =>
    cannot(
      noSequences,
      words`Only the key of the table counts by itself: to move from ${code(from)} to ${code(to)}, rebuild the table with the other key`,
    ),
  publish: () => cannot(noStreams, copied),
  subscribe: () => cannot(noStreams, copied),
  unsubscribe: () => cannot(noStreams, words`Nothing to run`),
  upgradeServer: ({ to }) =>
    cannot(
      words`there is no server: the library of version ${code(to)} comes with a release of the application`,
      words`Bring out the release with the new library and go back by the release before. The file stays the same, but a definition that uses what only ${code(to)} knows cannot be opened by an older library: change the schema in a later step`,
    ),
  revokeAccess: ({ role }) =>
    cannot(
      words`SQLite has no roles and no rights`,
      words`Take ${code(role)} out by the rights of the file, or open it with ${code('mode=ro')} there`,
    ),
} satisfies Partial<Operations<Situation>>;
