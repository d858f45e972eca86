import type { Situation } from '#model/engine.ts';
import type { OperationArguments, Operations } from '#model/operations.ts';
import type { Cannot } from '#model/statement.ts';
import { code, words } from '#model/text.ts';
import { cannot } from '../../mysql/operations/cannot.ts';

type Pairs = OperationArguments['startSync']['pairs'];

const noTriggers = (what: Cannot['because']): Cannot =>
  cannot(words`TiDB has no triggers`, words`Let the release that writes keep ${what} in the same transaction`);

const equal = (pairs: Pairs) =>
  noTriggers(words`${code(pairs.map(({ from, to }) => `${from} and ${to}`).join(', '))} equal`);

const carried = ({ from, to }: OperationArguments['startTableSync']): Cannot =>
  noTriggers(words`${code(from)} and ${code(to)} equal`);

const stream = cannot(
  words`TiDB has no publications and no binary log`,
  words`Stream the tables by a TiCDC changefeed (${code('cdc cli changefeed create')}) with a filter for them, begun at the TSO of the backup that the other side was filled from, and watch its ${code('checkpoint')}`,
);

const noExtensions = (extension: string): Cannot =>
  cannot(
    words`TiDB has no extensions inside a database`,
    words`Find out which setting or component of the cluster ${code(extension)} stands for, and change that as a step of its own`,
  );

const noView = (name: string): Cannot =>
  cannot(
    words`a view of TiDB is for reading only, so none can stand in for ${code(name)} while something still writes to it`,
    words`Let the releases find the table by a setting, stop its writers for the moment of ${code('RENAME TABLE')}, rename, switch the setting, let them go on`,
  );

/** Operations for which there is nothing in TiDB, each with the way round it. */
export const absent = {
  startSync: ({ pairs }) => equal(pairs),
  stopSync: ({ pairs }) => equal(pairs),
  startTableSync: carried,
  stopTableSync: carried,
  dropCompatibilityView: ({ view }) => noView(view),
  publish: () => stream,
  subscribe: () => stream,
  unsubscribe: () => stream,
  createExtension: ({ extension }) => noExtensions(extension),
  updateExtension: ({ extension }) => noExtensions(extension),
  moveSequence: ({ table, from, to }) =>
    cannot(
      words`TiDB adds ${code('AUTO_INCREMENT')} to no column that is there, and one that was taken away does not come back`,
      words`Make a sequence that begins above the greatest number of ${code(`${table}.${from}`)} (${code('CREATE SEQUENCE')}), and let the release that inserts take ${code(to)} from it (${code('NEXTVAL')})`,
    ),
  partitionInPlace: ({ table, column, cut }) =>
    cannot(
      words`no table becomes a partition of another without its rows being written anew`,
      words`Make a table beside ${code(table)}, partitioned by ${code(column)}, with a partition before ${code(cut)} and one for each bound after; let releases write both, copy the rows in ranges, compare, then turn both names in one ${code('RENAME TABLE')}`,
    ),
} satisfies Partial<Operations<Situation>>;

export { noView };
