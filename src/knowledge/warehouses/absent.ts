import type { Situation } from '#model/engine.ts';
import type { Operations } from '#model/operations.ts';
import type { Cannot } from '#model/statement.ts';
import { code, type Text, words } from '#model/text.ts';

export const cannot = (because: Text, instead: Text): Cannot => ({ kind: 'cannot', because, instead });

/** What an engine says in its own words of what it does not have. Phrases for the way round, beginning with a verb. */
export interface Ways {
  readonly name: string;
  /** In place of an index on these columns. */
  readonly sorted: (table: string, columns: string) => Text;
  /** How a list of values is kept. */
  readonly listed: (type: string) => Text;
  readonly parted: (table: string) => Text;
  readonly sent: Text;
  readonly upgraded: Text;
  readonly numbered: Text;
  readonly extended: (extension: string) => Text;
}

/** Operations for which there is nothing, each with the way round it. */
export const absentWith = ({ name, sorted, listed, parted, sent, upgraded, numbered, extended }: Ways) => {
  const noIndexes = words`${name} has no indexes that answer for single rows`;
  const noUnique = words`${name} enforces no unique or primary key: a declared one is informational, and duplicates are taken`;
  const noTriggers = words`${name} runs no code of ours inside a write`;
  const noViews = words`a view of ${name} cannot be written to, so it cannot stand in for a table`;
  const counted = (table: string, columns: string) =>
    words`Let the load that writes ${code(table)} leave out what is there already (${code('MERGE')} or a check before the insert), and count duplicates of ${code(columns)} after each load by a scheduled query that alarms.`;
  const both = (what: string) =>
    words`Let the load or release that writes keep ${code(what)} equal in the same statement or transaction, and count the differences by a scheduled query.`;
  const noEnum = (type: string) => cannot(words`${name} has no enumerated types of their own`, listed(type));
  const noStream = () => cannot(words`${name} has no publications and subscriptions`, sent);
  const noExtension = (extension: string) => cannot(words`${name} has no extensions to install`, extended(extension));
  return {
    createIndex: ({ table, columns, unique }) =>
      unique
        ? cannot(noUnique, counted(table, columns.join(', ')))
        : cannot(noIndexes, sorted(table, columns.join(', '))),
    dropIndex: ({ index }) =>
      cannot(
        noIndexes,
        words`Nothing is to be dropped: find out what ${code(index)} stands for, it is no index of this engine.`,
      ),
    renameIndex: ({ from }) => cannot(noIndexes, words`Nothing is to be renamed: ${code(from)} is no index here.`),
    attachUnique: ({ table, columns = [] }) => cannot(noUnique, counted(table, columns.join(', '))),
    attachPrimaryKey: ({ table, columns }) => cannot(noUnique, counted(table, columns.join(', '))),
    addForeignKey: ({ table, columns, references }) =>
      cannot(
        words`${name} enforces no foreign keys: a declared one is informational, and the optimizer may trust it where it is wrong`,
        words`Count the rows of ${code(table)} whose ${code(columns.join(', '))} is not found in ${code(references)} after each load by a scheduled query that alarms, and declare the key only while that count is 0.`,
      ),
    addGeneratedColumn: ({ table, column, expression }) =>
      cannot(
        words`${name} is not confirmed to add a computed column to a table that stands`,
        words`Make a view of ${code(table)} that gives ${code(column)} as ${code(expression)}, and let readers take the view.`,
      ),
    changeCollation: ({ table, column, to }) =>
      cannot(
        words`${name} does not change the collation of a column that stands`,
        words`Name ${code(to)} in the queries that sort or compare ${code(column)}, or give it to a new column of ${code(table)} that takes over.`,
      ),
    startSync: ({ pairs }) => cannot(noTriggers, both(pairs.map(({ from, to }) => `${from} and ${to}`).join(', '))),
    stopSync: ({ pairs }) => cannot(noTriggers, both(pairs.map(({ from, to }) => `${from} and ${to}`).join(', '))),
    startTableSync: ({ from, to }) => cannot(noTriggers, both(`${from} and ${to}`)),
    stopTableSync: ({ from, to }) => cannot(noTriggers, both(`${from} and ${to}`)),
    dropCompatibilityView: ({ view }) =>
      cannot(noViews, words`Leave it: no view ${code(view)} was made to be written to.`),
    addEnumValue: ({ type }) => noEnum(type),
    renameEnumValue: ({ type }) => noEnum(type),
    createEnum: ({ type }) => noEnum(type),
    dropEnum: ({ type }) => noEnum(type),
    partitionInPlace: ({ table }) =>
      cannot(words`${name} makes no existing table a partition of another`, parted(table)),
    detachPartition: ({ table }) =>
      cannot(words`${name} has no partitions that are tables of their own`, parted(table)),
    createExtension: ({ extension }) => noExtension(extension),
    updateExtension: ({ extension }) => noExtension(extension),
    widenSequence: () => cannot(words`${name} has no sequence of a narrow type that could be widened`, numbered),
    moveSequence: () => cannot(words`${name} does not move the numbering of rows to another column`, numbered),
    publish: noStream,
    subscribe: noStream,
    unsubscribe: noStream,
    upgradeServer: () => cannot(words`${name} is upgraded by its vendor`, upgraded),
  } satisfies Partial<Operations<Situation>>;
};

/** No check holds a value either. */
export const noChecks = (name: string) => {
  const none = words`${name} has no enforced check constraints`;
  return {
    addCheck: ({ table, expression }) =>
      cannot(
        none,
        words`Refuse such rows of ${code(table)} in the load, before they are written, and count rows where not (${code(expression)}) by a scheduled query that alarms.`,
      ),
    validateConstraint: ({ table, constraint }) =>
      cannot(
        none,
        words`Count the rows of ${code(table)} that break ${code(constraint)}; 0 is the proof for that moment.`,
      ),
  } satisfies Partial<Operations<Situation>>;
};

/** No stack relies on a table under two names where a view cannot be written to. */
export const noView = (name: string, from: string, to: string): Cannot =>
  cannot(
    words`a view of ${name} cannot be written to, so it cannot stand in for ${code(from)} for those who write`,
    words`Stop the writers of ${code(from)} for the moment of the rename, rename it to ${code(to)}, make a view ${code(from)} for those who only read, let the writers go on under ${code(to)}.`,
  );
