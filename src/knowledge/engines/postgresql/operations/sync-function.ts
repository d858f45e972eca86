import type { OperationArguments, SyncPair } from '#model/operations.ts';
import type { Delta } from '#model/schema.ts';
import { columnName } from '#model/schema.ts';
import type { Statement } from '#model/statement.ts';
import { distinct } from '../equality.ts';
import { beside, schemasOf } from '../names.ts';
import { bareName, quoteName, quoteTable } from '../quote.ts';
import { statement } from '../statement.ts';
import { takenIn } from '../taken-in.ts';
import { typeChange } from '../type-change.ts';

export type Sync = Pick<OperationArguments['startSync'], 'name' | 'table' | 'pairs'>;

/** Triggers of one kind fire in the order of their names; this one must see what the others did. */
const triggerName = (name: string): string => quoteName(`zz_${bareName(name)}`);

const functionName = (table: string, name: string): string => quoteTable(beside(table, name));

/** Nobody can put a function or a table of theirs in front of what the function means. */
const searchPath = (...names: readonly string[]): string =>
  ['pg_catalog', ...new Set([...schemasOf(...names), 'public']), 'pg_temp'].join(', ');

const castOfItself = (pair: SyncPair): boolean => {
  const [source = '', ...types] = (pair.forward ?? '').split('::');
  return (
    types.length > 0 &&
    [pair.from, quoteName(pair.from)].includes(
      source
        .trim()
        .replace(/^\((.*)\)$/, '$1')
        .trim(),
    )
  );
};

/** How `from` is computed back: as said, or by its own type where the way forward only casts. `undefined`: it cannot be told. */
export const backwardOf = (pair: SyncPair): string | undefined =>
  pair.backward ?? (pair.forward === undefined || castOfItself(pair) ? quoteName(pair.to) : undefined);

const forwardOf = (pair: SyncPair): string => pair.forward ?? quoteName(pair.from);

/** An expression over the row that is about to be written: its columns resolve by their bare names. A column alone is taken as it is. */
function overRow(table: string, expression: string, columns: readonly string[]): string {
  const bare = columns.map(quoteName).find((column) => column === expression.trim());
  return bare === undefined
    ? `(SELECT ${expression} FROM (SELECT NEW.*) AS ${quoteName(bareName(table))})`
    : `NEW.${bare}`;
}

/** The plain copy may spell a value anew or cut it: without a look the copy would come back and change the first. */
const loses = ({ fromType, toType }: SyncPair): boolean =>
  fromType !== undefined && toType !== undefined && !typeChange(fromType, toType).widens;

/** One pair. Where an expression stands between them, a side that already means the same is left as its writer spelled it. */
function pairBody(table: string, pair: SyncPair): string {
  const [from, to] = [quoteName(pair.from), quoteName(pair.to)];
  const forward = overRow(table, forwardOf(pair), [pair.from]);
  const backward = backwardOf(pair);
  const wrote = {
    from: distinct(`NEW.${from}`, `OLD.${from}`, pair.fromType),
    to: distinct(`NEW.${to}`, `OLD.${to}`, pair.toType),
  };
  if (backward === undefined)
    return `  IF TG_OP = 'INSERT' THEN
    IF NEW.${to} IS NULL THEN NEW.${to} := ${forward}; END IF;
  ELSIF ${wrote.from} AND NOT (${wrote.to}) THEN NEW.${to} := ${forward};
  END IF;`;
  const back = overRow(table, backward, [pair.to]);
  const setTo = `NEW.${to} := ${forward};`;
  const setBack = `NEW.${from} := ${back};`;
  const same = pair.forward === undefined && pair.backward === undefined;
  const [setFrom, setToUnless] =
    same && !loses(pair)
      ? [setBack, setTo]
      : [
          `IF ${distinct(`NEW.${to}`, same ? `NEW.${from}::${pair.toType}` : forward, pair.toType)} THEN ${setBack} END IF;`,
          `IF ${distinct(`NEW.${from}`, same ? `NEW.${to}::${pair.fromType}` : back, pair.fromType)} THEN ${setTo} END IF;`,
        ];
  return `  IF TG_OP = 'INSERT' THEN
    IF NEW.${to} IS NULL THEN ${setTo} ELSE ${setFrom} END IF;
  ELSIF ${wrote.to} THEN ${setFrom}
  ELSIF ${wrote.from} THEN ${setToUnless}
  END IF;`;
}

const functionText = (table: string, name: string, body: string, ...names: readonly string[]): string =>
  `CREATE OR REPLACE FUNCTION ${functionName(table, name)}() RETURNS trigger LANGUAGE plpgsql
SET search_path = ${searchPath(table, ...names)} AS $sync$
BEGIN
${body}
END $sync$`;

/** Locks nothing: nobody calls it before its trigger is there. */
export const makeFunction = (table: string, name: string, body: string, ...names: readonly string[]): Statement =>
  statement(functionText(table, name, body, ...names), { page: 'plpgsql-trigger', shared: takenIn(bareName(name)) });

export const syncFunction = ({ name, table, pairs }: Sync): Statement =>
  makeFunction(table, name, `${pairs.map((pair) => pairBody(table, pair)).join('\n')}\n  RETURN NEW;`);

const pairsOf = (table: string, pair: SyncPair): readonly { readonly from: string; readonly to: string }[] => {
  const [from, to] = [columnName(table, pair.from), columnName(table, pair.to)];
  return [{ from, to }, ...(backwardOf(pair) === undefined ? [] : [{ from: to, to: from }])];
};

export const startDelta = ({ name, table, pairs }: Sync): Delta => ({
  kind: 'start-sync',
  name,
  sync: { pairs: pairs.flatMap((pair) => pairsOf(table, pair)), fills: true },
});

/** What a narrow side cannot hold. */
export const narrowDeltas = ({ table, pairs }: Sync, narrow: boolean): readonly Delta[] =>
  pairs
    .filter(({ narrows }) => narrows === true)
    .map(({ from }) => ({ kind: 'alter-column', column: columnName(table, from), set: { narrow } }));

/** Puts the trigger on the table. `when`: `BEFORE INSERT OR UPDATE`. */
export const makeTrigger = (table: string, name: string, when: string, deltas: readonly Delta[]): Statement =>
  statement(
    `CREATE TRIGGER ${triggerName(name)} ${when} ON ${quoteTable(table)}
  FOR EACH ROW EXECUTE FUNCTION ${functionName(table, name)}()`,
    {
      locks: { [table]: 'SHARE ROW EXCLUSIVE' },
      page: 'sql-createtrigger',
      deltas,
      remark: 'zz_: triggers fire by name, and this one must be the last',
    },
  );

const dropped = (
  table: string,
  name: string,
  deltas: readonly Delta[],
  whether: '' | 'IF EXISTS ',
): readonly [Statement, Statement] => [
  statement(`DROP TRIGGER ${whether}${triggerName(name)} ON ${quoteTable(table)}`, {
    locks: { [table]: 'ACCESS EXCLUSIVE' },
    page: 'sql-droptrigger',
    deltas,
  }),
  statement(`DROP FUNCTION ${whether}${functionName(table, name)}()`, { page: 'sql-dropfunction' }),
];

export const dropTrigger = (table: string, name: string, deltas: readonly Delta[]): readonly [Statement, Statement] =>
  dropped(table, name, deltas, '');

/** For the way back: the run may have stopped before the trigger, or before the function, was there. */
export const dropTriggerIfThere = (
  table: string,
  name: string,
  deltas: readonly Delta[],
): readonly [Statement, Statement] => dropped(table, name, deltas, 'IF EXISTS ');

/** What ends a sync that hurts without any lock on the table. */
export const emptied = (table: string, name: string): string =>
  `CREATE OR REPLACE FUNCTION ${functionName(table, name)}() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$`;
