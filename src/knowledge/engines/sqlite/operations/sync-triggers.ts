import type { OperationArguments, SyncPair } from '#model/operations.ts';
import type { Delta } from '#model/schema.ts';
import { columnName } from '#model/schema.ts';
import type { Statement } from '#model/statement.ts';
import { bareName, beside, quoteLast, quoteName, quoteTable } from '../quote.ts';
import { statement } from '../statement.ts';

export type Sync = Pick<OperationArguments['startSync'], 'name' | 'table' | 'pairs'>;

const page = 'lang_createtrigger';

/** A trigger is named for its sync and its moment. */
export const triggerName = (table: string, name: string, moment: string): string =>
  quoteTable(beside(table, `${bareName(name)}_${moment}`));

const castOfItself = ({ from, forward = '' }: SyncPair): boolean =>
  new RegExp(`^cast\\s*\\(\\s*"?${bareName(from)}"?\\s+as\\b[^()]*(?:\\([\\d\\s,]*\\))?\\s*\\)$`, 'i').test(
    forward.trim(),
  );

/** How `from` is computed back: as said, or by itself where the way forward only casts. `undefined`: it cannot be told. */
export const backwardOf = (pair: SyncPair): string | undefined =>
  pair.backward ?? (pair.forward === undefined || castOfItself(pair) ? quoteName(pair.to) : undefined);

const forwardOf = (pair: SyncPair): string => pair.forward ?? quoteName(pair.from);

/** An update of the row that was just written; expressions are read over that row. */
const again = (table: string, column: string, expression: string, only: string): string =>
  `  UPDATE ${quoteLast(table)} SET ${quoteName(column)} = ${expression} WHERE rowid = NEW.rowid AND ${only};`;

function onInsert(table: string, pair: SyncPair): readonly string[] {
  const [to, forward, backward] = [quoteName(pair.to), forwardOf(pair), backwardOf(pair)];
  return [
    again(table, pair.to, forward, `${to} IS NULL`),
    ...(backward === undefined
      ? []
      : [again(table, pair.from, backward, `NEW.${to} IS NOT NULL AND ${to} IS NOT (${forward})`)]),
  ];
}

/** The new column wins where both are written; a side that means the same already keeps its spelling. */
function onUpdate(table: string, pair: SyncPair): readonly string[] {
  const [from, to] = [quoteName(pair.from), quoteName(pair.to)];
  const [forward, backward] = [forwardOf(pair), backwardOf(pair)];
  const changed = (column: string) => `NEW.${column} IS NOT OLD.${column}`;
  const stays = `NEW.${to} IS OLD.${to} AND ${changed(from)}`;
  return backward === undefined
    ? [again(table, pair.to, forward, stays)]
    : [
        again(table, pair.from, backward, `${changed(to)} AND ${to} IS NOT (${forward})`),
        again(table, pair.to, forward, `${stays} AND ${from} IS NOT (${backward})`),
      ];
}

const pairsOf = (table: string, pair: SyncPair): readonly { readonly from: string; readonly to: string }[] => {
  const [from, to] = [columnName(table, pair.from), columnName(table, pair.to)];
  return [{ from, to }, ...(backwardOf(pair) === undefined ? [] : [{ from: to, to: from }])];
};

/** It fills only what may be NULL: SQLite looks at NOT NULL before any trigger can have changed the row. So the laws are told that it fills nothing. */
const startDelta = ({ name, table, pairs }: Sync): Delta => ({
  kind: 'start-sync',
  name,
  sync: { pairs: pairs.flatMap((pair) => pairsOf(table, pair)), fills: false },
});

/** What a narrow side cannot hold. */
const narrowDeltas = ({ table, pairs }: Sync, narrow: boolean): readonly Delta[] =>
  pairs
    .filter(({ narrows }) => narrows === true)
    .map(({ from }) => ({ kind: 'alter-column', column: columnName(table, from), set: { narrow } }));

/** A trigger cannot change the row before it is written, so two of them write it once more afterwards. */
export function syncTriggers(sync: Sync): readonly [Statement, Statement] {
  const { name, table, pairs } = sync;
  const columns = pairs.flatMap(({ from, to }) => [quoteName(from), quoteName(to)]).join(', ');
  return [
    statement(
      `CREATE TRIGGER ${triggerName(table, name, 'insert')} AFTER INSERT ON ${quoteLast(table)}\nBEGIN\n${pairs.flatMap((pair) => onInsert(table, pair)).join('\n')}\nEND`,
      { writes: [table], page, deltas: [startDelta(sync), ...narrowDeltas(sync, true)] },
    ),
    statement(
      `CREATE TRIGGER ${triggerName(table, name, 'update')} AFTER UPDATE OF ${columns} ON ${quoteLast(table)}\nBEGIN\n${pairs.flatMap((pair) => onUpdate(table, pair)).join('\n')}\nEND`,
      { writes: [table], page },
    ),
  ];
}

export const dropTrigger = (table: string, name: string, moment: string, deltas: readonly Delta[] = []): Statement =>
  statement(`DROP TRIGGER ${triggerName(table, name, moment)}`, { writes: [table], page: 'lang_droptrigger', deltas });

export const dropSync = (sync: Sync): readonly [Statement, Statement] => [
  dropTrigger(sync.table, sync.name, 'insert', [{ kind: 'stop-sync', name: sync.name }, ...narrowDeltas(sync, false)]),
  dropTrigger(sync.table, sync.name, 'update'),
];
