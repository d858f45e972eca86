import type { Situation } from '#model/engine.ts';
import type { OperationArguments, Operations } from '#model/operations.ts';
import type { Cannot } from '#model/statement.ts';
import { code, type Text, words } from '#model/text.ts';

export const cannot = (because: Text, instead: Text): Cannot => ({ kind: 'cannot', because, instead });

const byTheRelease = (what: Text): Cannot =>
  cannot(
    words`DynamoDB runs nothing of ours inside a write: a function on the stream comes after it`,
    words`Let the release that writes keep ${what} in one update, or in ${code('TransactWriteItems')} where there are two items`,
  );

const equal = (pairs: OperationArguments['startSync']['pairs']): Cannot =>
  byTheRelease(words`${code(pairs.map(({ from, to }) => `${from} and ${to}`).join(', '))} equal`);

const carried = ({ from, to }: OperationArguments['startTableSync']): Cannot =>
  cannot(
    words`two tables are kept equal by nothing inside a write`,
    words`Let the release write ${code(from)} and ${code(to)} in ${code('TransactWriteItems')}, or carry the stream of ${code(from)} over by a Lambda function: it comes later, more than once, and must pass over what is older`,
  );

const unchecked = (what: Text, table: string): Cannot =>
  cannot(
    words`DynamoDB has no ${what}`,
    words`Let the release that writes ${code(table)} look at it, with a condition on each write where one item is enough`,
  );

const noEnum = (type: string): Cannot =>
  cannot(
    words`DynamoDB has no enumerated types`,
    words`Change the list of values where it stands: in the releases that read and write ${code(type)}, readers first`,
  );

const noCounting = cannot(
  words`DynamoDB has no sequences`,
  words`If an item counts, note its value and go on with it (${code('ADD')} in one update)`,
);

const noDefault = (table: string, column: string): Cannot =>
  cannot(words`an attribute has no default`, words`Let the release that writes ${code(table)} set ${code(column)}`);

const newTable = (table: string, because: Text): Cannot =>
  cannot(
    because,
    words`Make a new table beside ${code(table)}, let releases write both, copy the items with a condition that keeps newer ones, compare, move reads, then stop writing the old one`,
  );

const stream = cannot(
  words`DynamoDB publishes no tables`,
  words`Turn on the stream of the table (${code('aws dynamodb update-table --stream-specification StreamEnabled=true,StreamViewType=NEW_AND_OLD_IMAGES')}) before the first copy; its records are kept for 24 hours`,
);

const noExtension = (extension: string): Cannot =>
  cannot(
    words`DynamoDB has no extensions`,
    words`Find out which feature of the table ${code(extension)} stands for, and change that as a step of its own`,
  );

/** Operations for which there is nothing in DynamoDB, each with the way round it. */
export const absent = {
  changeCollation: ({ column }) =>
    cannot(
      words`an attribute has no collation: text is compared by its bytes`,
      words`Keep a second attribute beside ${code(column)} that the release writes in the form it is compared by`,
    ),
  setDefault: ({ table, column }) => noDefault(table, column),
  dropDefault: ({ table, column }) => noDefault(table, column),
  setNotNull: ({ table }) => unchecked(words`NOT NULL outside its keys`, table),
  addGeneratedColumn: ({ table, column, expression }) =>
    cannot(
      words`DynamoDB computes no attribute`,
      words`Let the release that writes ${code(table)} set ${code(column)} to ${code(expression)}`,
    ),
  renameIndex: ({ from, to }) =>
    cannot(
      words`an index cannot be renamed`,
      words`Create ${code(to)} beside ${code(from)}, let the release name it, then delete ${code(from)}`,
    ),
  attachUnique: ({ table }) => unchecked(words`unique constraint beside the primary key`, table),
  attachPrimaryKey: ({ table }) => newTable(table, words`the key attributes of a table can never be changed`),
  addCheck: ({ table }) => unchecked(words`check constraints`, table),
  addForeignKey: ({ table }) => unchecked(words`foreign keys`, table),
  validateConstraint: ({ table }) => unchecked(words`constraints`, table),
  dropConstraint: ({ table }) => unchecked(words`constraints`, table),
  dropCompatibilityView: ({ view }) =>
    cannot(words`DynamoDB has no views`, words`Let the releases find ${code(view)} under its new name by a setting`),
  startSync: ({ pairs }) => equal(pairs),
  stopSync: ({ pairs }) => equal(pairs),
  startTableSync: carried,
  stopTableSync: carried,
  vacuum: ({ table }) =>
    cannot(
      words`room is given back by itself`,
      words`Leave ${code(table)}; items that age out go by its time to live (${code('aws dynamodb update-time-to-live')}), within days`,
    ),
  addEnumValue: ({ type }) => noEnum(type),
  renameEnumValue: ({ type }) => noEnum(type),
  createEnum: ({ type }) => noEnum(type),
  dropEnum: ({ type }) => noEnum(type),
  partitionInPlace: ({ table }) => newTable(table, words`a table is partitioned by its key, and splits by itself`),
  detachPartition: ({ table }) =>
    cannot(
      words`a partition cannot be taken out of a table`,
      words`Export ${code(table)} to S3, then delete those items in batches`,
    ),
  replaceRoutine: ({ name }) =>
    cannot(
      words`DynamoDB runs no routines of ours`,
      words`Change ${code(name)} where it runs, as a new version of its Lambda function behind an alias: the way back is the alias`,
    ),
  createExtension: ({ extension }) => noExtension(extension),
  updateExtension: ({ extension }) => noExtension(extension),
  widenSequence: () => noCounting,
  moveSequence: () => noCounting,
  publish: () => stream,
  subscribe: () => stream,
  unsubscribe: () => stream,
  upgradeServer: () =>
    cannot(
      words`the service has no version to choose`,
      words`Upgrade the SDK of the application, as a release of its own`,
    ),
  revokeAccess: ({ table, role }) =>
    cannot(
      words`rights are given by IAM, not by the table`,
      words`Add a statement with ${code('"Effect": "Deny"')} for ${code(table)} and each of its indexes to the policy of ${code(role)}; taking it out again is the way back`,
    ),
} satisfies Partial<Operations<Situation>>;
