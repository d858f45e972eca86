import type { Situation } from '#model/engine.ts';
import type { OperationArguments, Operations } from '#model/operations.ts';
import type { Cannot } from '#model/statement.ts';
import { code, type Text, words } from '#model/text.ts';

export const cannot = (because: Text, instead: Text): Cannot => ({ kind: 'cannot', because, instead });

const byTheRelease = (what: Text): Cannot =>
  cannot(
    words`Cassandra runs nothing of ours inside a write that could be relied on`,
    words`Let the release that writes keep ${what}, in one logged batch where both must come`,
  );

const equal = (pairs: OperationArguments['startSync']['pairs']): Cannot =>
  byTheRelease(words`${code(pairs.map(({ from, to }) => `${from} and ${to}`).join(', '))} equal`);

const carried = ({ from, to }: OperationArguments['startTableSync']): Cannot =>
  byTheRelease(words`${code(from)} and ${code(to)} equal`);

const unchecked = (what: Text, table: string): Cannot =>
  cannot(
    words`Cassandra has no ${what}`,
    words`Let the release that writes ${code(table)} look at it, and count in an export what breaks it`,
  );

const noDefault = (table: string, column: string): Cannot =>
  cannot(words`a column has no default`, words`Let the release that writes ${code(table)} set ${code(column)}`);

const noEnum = (type: string): Cannot =>
  cannot(
    words`Cassandra has no enumerated types`,
    words`Change the list of values where it stands: in the releases that read and write ${code(type)}, readers first`,
  );

const noCounting = cannot(
  words`Cassandra has no sequences`,
  words`Let the release make keys that need none, such as ${code('uuid()')}`,
);

const newTable = (table: string, what: Text): Cannot =>
  cannot(
    what,
    words`Make a new table beside ${code(table)}, let releases write both, copy the rows with an earlier timestamp, compare, move reads, then stop writing the old one`,
  );

const stream = cannot(
  words`Cassandra publishes no tables`,
  words`Turn on change data capture for the table (${code('WITH cdc = true')}) with an agent on each node that reads its log, or let the release write to the stream as well`,
);

const noExtension = (extension: string): Cannot =>
  cannot(words`Cassandra has no extensions`, words`Find out which part of the cluster ${code(extension)} stands for`);

/** Operations for which there is nothing in Cassandra, each with the way round it. */
export const absent = {
  changeType: ({ table, column, from, to }) =>
    cannot(
      words`the type of a column may not be changed after it was made, and its name may not come back with another type`,
      words`Add a column of type ${code(to)} under a new name beside ${code(`${table}.${column}`)} (${code(from)}), let releases write both, fill it, move reads`,
    ),
  changeCollation: ({ table, column }) =>
    cannot(
      words`a column has no collation: text is compared by its bytes`,
      words`Keep a second column beside ${code(`${table}.${column}`)} that the release writes in the form it is compared by`,
    ),
  renameColumn: ({ table, from, to }) =>
    cannot(
      words`only a column of the primary key can be renamed, and only while no index is on it`,
      words`Add ${code(to)} beside ${code(`${table}.${from}`)}, let releases write both, fill it, move reads, then drop ${code(from)}`,
    ),
  setDefault: ({ table, column }) => noDefault(table, column),
  dropDefault: ({ table, column }) => noDefault(table, column),
  setNotNull: ({ table }) => unchecked(words`NOT NULL`, table),
  addGeneratedColumn: ({ table, column, expression }) =>
    cannot(
      words`Cassandra computes no column`,
      words`Let the release that writes ${code(table)} set ${code(column)} to ${code(expression)}`,
    ),
  renameIndex: ({ from, to }) =>
    cannot(
      words`an index cannot be renamed`,
      words`Leave the name ${code(from)}: no query says it, so nobody needs ${code(to)}`,
    ),
  attachUnique: ({ table }) => unchecked(words`unique constraint beside the primary key`, table),
  attachPrimaryKey: ({ table }) => newTable(table, words`the primary key of a table can never be changed`),
  addCheck: ({ table }) => unchecked(words`check constraints in these versions`, table),
  addForeignKey: ({ table }) => unchecked(words`foreign keys`, table),
  validateConstraint: ({ table }) => unchecked(words`constraints`, table),
  dropConstraint: ({ table }) => unchecked(words`constraints`, table),
  dropCompatibilityView: ({ view }) =>
    cannot(
      words`no view can stand in for a table that is written to`,
      words`Let the releases find ${code(view)} under its new name by a setting`,
    ),
  startSync: ({ pairs }) => equal(pairs),
  stopSync: ({ pairs }) => equal(pairs),
  startTableSync: carried,
  stopTableSync: carried,
  vacuum: ({ table }) =>
    cannot(
      words`compaction gives room back by itself, once ${code('gc_grace_seconds')} have passed since a delete`,
      words`Leave ${code(table)} to it, and see that a repair has ended within ${code('gc_grace_seconds')}: else deleted rows can come back`,
    ),
  addEnumValue: ({ type }) => noEnum(type),
  renameEnumValue: ({ type }) => noEnum(type),
  createEnum: ({ type }) => noEnum(type),
  dropEnum: ({ type }) => noEnum(type),
  partitionInPlace: ({ table }) => newTable(table, words`a table is partitioned by its primary key, for good`),
  detachPartition: ({ table }) =>
    cannot(
      words`a partition cannot be taken out of a table`,
      words`Export its rows of ${code(table)}, then delete them by their partition key`,
    ),
  createExtension: ({ extension }) => noExtension(extension),
  updateExtension: ({ extension }) => noExtension(extension),
  widenSequence: () => noCounting,
  moveSequence: () => noCounting,
  publish: () => stream,
  subscribe: () => stream,
  unsubscribe: () => stream,
} satisfies Partial<Operations<Situation>>;
