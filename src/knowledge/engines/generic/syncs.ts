import type { Situation } from '#model/engine.ts';
import type { OperationArguments, Operations, SyncPair } from '#model/operations.ts';
import { columnName, type Delta, type Sync } from '#model/schema.ts';
import { code, words } from '#model/text.ts';
import { back, described, unneeded } from './described.ts';

const question =
  'Can this engine run code of ours on every insert and update of a row, before it is written, for every writer?';

const bothWays = (table: string, pairs: readonly SyncPair[]): Sync => ({
  pairs: pairs.flatMap(({ from, to }) => [
    { from: columnName(table, from), to: columnName(table, to) },
    { from: columnName(table, to), to: columnName(table, from) },
  ]),
  fills: true,
});

const told = (pairs: readonly SyncPair[]) =>
  pairs
    .map(
      ({ from, to, forward, backward }) =>
        `${from} and ${to}${forward === undefined ? '' : ` (${to} is ${forward})`}${backward === undefined ? '' : ` (${from} is ${backward})`}`,
    )
    .join('; ');

const keepEqual = (name: string, table: string, pairs: readonly SyncPair[]) => ({
  text: `Create the trigger ${name} on ${table} that keeps equal in every row, for every writer and in both directions: ${told(pairs)}. On an insert it fills the side that was left out; on an update it carries over the side that changed.`,
  deltas: [{ kind: 'start-sync', name, sync: bothWays(table, pairs) } as const],
  question,
});

const startSync: Operations<Situation>['startSync'] = ({ name, table, pairs }) =>
  described({
    does: words`Keep the columns of ${code(table)} equal by ${code(name)}`,
    run: keepEqual(name, table, pairs),
    worked: words`a row written through either column has both, for an insert and for an update`,
    undo: back({
      text: `Drop the trigger ${name} on ${table}.`,
      deltas: [{ kind: 'stop-sync', name }],
      question: `Does dropping a trigger wait for running writes on ${table}?`,
    }),
  });

const stopSync: Operations<Situation>['stopSync'] = ({ name, table, pairs, key, batchSize }) => {
  const copied = pairs.map(({ from, to, backward }) => `${from} from ${backward ?? to}`).join(', ');
  return described({
    does: words`Stop ${code(name)} on ${code(table)}`,
    run: {
      text: `Drop the trigger ${name} on ${table}.`,
      deltas: [{ kind: 'stop-sync', name }],
      question: `Does dropping a trigger wait for running writes on ${table}?`,
    },
    worked: words`errors of the write path stay flat`,
    undo: back(
      {
        ...keepEqual(name, table, pairs),
        text: `${keepEqual(name, table, pairs).text} Then, walking ${key} in batches of ${batchSize} rows, set ${copied} where they differ, until no row differs.`,
        deltas: [
          ...keepEqual(name, table, pairs).deltas,
          ...pairs.map(({ from }): Delta => ({ kind: 'fill', column: columnName(table, from) })),
        ],
      },
      'nothing',
      words`Readers of the old columns are wrong until the last batch is done.`,
    ),
  });
};

type TableSync = OperationArguments['startTableSync'];

const oneWay = ({ from, to, columns, key, toKey }: TableSync): Sync => ({
  pairs: [{ from: key, to: toKey }, ...columns].map((pair) => ({
    from: columnName(from, pair.from),
    to: columnName(to, pair.to),
  })),
  fills: false,
});

const carryRows = (sync: TableSync) => {
  const { name, from, to, key, toKey, columns, label, onlyExisting = false } = sync;
  const list = columns.map((column) => `${column.from} to ${column.to}`).join(', ');
  const rows = onlyExisting
    ? `It changes only rows that ${to} already has, and adds or deletes none.`
    : `It inserts, updates and deletes there by ${toKey} = ${key}.`;
  return {
    text: `Create the trigger ${name} on ${from} that carries every write over to ${to}: ${list}.${label === undefined ? '' : ` It sets ${label.column} to ${label.value}.`} ${rows}`,
    deltas: [{ kind: 'start-sync', name, sync: oneWay(sync) } as const],
    question:
      'Can this engine run code of ours after every insert, update and delete of a row, in the same transaction, for every writer?',
  };
};

const dropCarrier = ({ name, from }: TableSync) => ({
  text: `Drop the trigger ${name} on ${from}.`,
  deltas: [{ kind: 'stop-sync', name } as const],
  question: `Does dropping a trigger wait for running writes on ${from}?`,
});

/** Rows of before are not there yet, unless the second table had rows of its own all along. */
const unfilled = ({ to, columns, label, onlyExisting }: TableSync): readonly Delta[] =>
  label !== undefined || onlyExisting === true
    ? []
    : columns.map((column) => ({ kind: 'alter-column', column: columnName(to, column.to), set: { filled: false } }));

const startTableSync: Operations<Situation>['startTableSync'] = (sync) =>
  described({
    does: words`Carry every write of ${code(sync.from)} over to ${code(sync.to)} by ${code(sync.name)}`,
    run: { ...carryRows(sync), deltas: [...carryRows(sync).deltas, ...unfilled(sync)] },
    worked: words`a row inserted, changed and deleted in ${code(sync.from)} is so in ${code(sync.to)}`,
    undo: back(dropCarrier(sync)),
  });

const copy = (sync: TableSync & { readonly batchSize: number }) => ({
  text: `Walk ${sync.key} of ${sync.from} in batches of ${sync.batchSize} rows and copy to ${sync.to} what is missing or differs there, one commit for each batch.`,
  deltas: sync.columns.map((column): Delta => ({ kind: 'fill', column: columnName(sync.to, column.to) })),
  question: `How many rows a second can be copied from ${sync.from} without harm to its writers?`,
  repeat: { kind: 'key-range', table: sync.from, key: sync.key, size: sync.batchSize, pauseSeconds: 0.5 } as const,
});

const stopTableSync: Operations<Situation>['stopTableSync'] = (sync) =>
  described({
    does: words`Stop ${code(sync.name)} on ${code(sync.from)}`,
    run: dropCarrier(sync),
    worked: words`errors of the write path stay flat`,
    undo: back(
      {
        text: `${carryRows(sync).text} Then: ${copy(sync).text}`,
        deltas: [...carryRows(sync).deltas, ...copy(sync).deltas],
        question: carryRows(sync).question,
      },
      'nothing',
      words`Readers of ${code(sync.to)} are wrong until the last batch is done.`,
    ),
  });

const copyRows: Operations<Situation>['copyRows'] = (sync) =>
  described({
    does: words`Copy the rows of ${code(sync.from)} to ${code(sync.to)} in batches of ${sync.batchSize}`,
    run: copy(sync),
    worked: words`both tables have the same rows`,
    undo: unneeded(words`nobody reads ${code(sync.to)} yet; stop the job, what was copied may stay`),
  });

export const syncs = { startSync, stopSync, startTableSync, stopTableSync, copyRows };
