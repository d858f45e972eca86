import type { Situation } from '#model/engine.ts';
import type { OperationArguments, SyncPair } from '#model/operations.ts';
import type { Delta } from '#model/schema.ts';
import { columnName } from '#model/schema.ts';
import type { Cannot, Script, Statement } from '#model/statement.ts';
import { words } from '#model/text.ts';
import { beside } from '../../postgresql/names.ts';
import { pages } from '../manual.ts';
import { bareName, quoteLast, quoteName, quoteTable } from '../quote.ts';
import { job, jobs } from '../statement.ts';
import { atLeast } from '../versions.ts';

export type Sync = Pick<OperationArguments['startSync'], 'name' | 'table' | 'pairs'>;

/** What an engine answers that has no triggers yet. */
export const withoutTriggers = (situation: Situation): Cannot | undefined =>
  atLeast('24.3', situation)
    ? undefined
    : {
        kind: 'cannot',
        because: words`CockroachDB has triggers since 24.3, and the version at hand is older or not known`,
        instead: words`Releases write both places themselves, in one transaction, before anything is copied`,
      };

/** Triggers of one kind fire in the order of their names; this one must see what the others did. */
const triggerName = (name: string): string => quoteName(`zz_${bareName(name)}`);

const functionName = (table: string, name: string): string => quoteTable(beside(table, name));

/** OLD and NEW stand in brackets where a column is read, and bare where it is set. */
const now = (column: string): string => `(NEW).${quoteName(column)}`;
const before = (column: string): string => `(OLD).${quoteName(column)}`;

const forwardOf = (pair: SyncPair): string => pair.forward ?? quoteName(pair.from);

/** How `from` is computed back. `undefined`: it cannot be told. */
export const backwardOf = (pair: SyncPair): string | undefined =>
  pair.backward ?? (pair.forward === undefined ? quoteName(pair.to) : undefined);

/** An expression over the row that is about to be written. A column alone is taken as it is. */
const overRow = (table: string, expression: string, column: string): string =>
  expression.trim() === quoteName(column)
    ? now(column)
    : `(SELECT ${expression} FROM (SELECT ${now(column)} AS ${quoteName(column)}) AS ${quoteLast(table)})`;

function pairBody(table: string, pair: SyncPair): string {
  const [from, to] = [quoteName(pair.from), quoteName(pair.to)];
  const forth = `NEW.${to} := ${overRow(table, forwardOf(pair), pair.from)};`;
  const wroteTo = `${now(pair.to)} IS DISTINCT FROM ${before(pair.to)}`;
  const wroteFrom = `${now(pair.from)} IS DISTINCT FROM ${before(pair.from)}`;
  const backward = backwardOf(pair);
  if (backward === undefined)
    return `  IF TG_OP = 'INSERT' THEN
    IF ${now(pair.to)} IS NULL THEN ${forth} END IF;
  ELSIF ${wroteFrom} AND NOT (${wroteTo}) THEN ${forth}
  END IF;`;
  const back = `NEW.${from} := ${overRow(table, backward, pair.to)};`;
  return `  IF TG_OP = 'INSERT' THEN
    IF ${now(pair.to)} IS NULL THEN ${forth} ELSE ${back} END IF;
  ELSIF ${wroteTo} THEN ${back}
  ELSIF ${wroteFrom} THEN ${forth}
  END IF;`;
}

const makeFunction = (table: string, name: string, body: string): Statement =>
  job(
    `CREATE OR REPLACE FUNCTION ${functionName(table, name)}() RETURNS TRIGGER AS $$
BEGIN
${body}
END
$$ LANGUAGE PLpgSQL`,
    { page: `${pages.triggers}#trigger-function` },
  );

/** A function, then the trigger that calls it. `when`: `BEFORE INSERT OR UPDATE`. */
export const makeTrigger = (
  table: string,
  name: string,
  when: string,
  body: string,
  deltas: readonly Delta[],
): readonly [Script, Script] => [
  jobs(makeFunction(table, name, body)),
  jobs(
    job(
      `CREATE TRIGGER ${triggerName(name)} ${when} ON ${quoteTable(table)}
  FOR EACH ROW EXECUTE FUNCTION ${functionName(table, name)}()`,
      {
        page: pages.createTrigger,
        deltas,
        remark: 'zz_: triggers fire by name, and this one must be the last; an error in it fails the write',
      },
    ),
  ),
];

export const dropTrigger = (
  table: string,
  name: string,
  deltas: readonly Delta[],
  whether: '' | 'IF EXISTS ' = '',
): readonly [Script, Script] => [
  jobs(job(`DROP TRIGGER ${whether}${triggerName(name)} ON ${quoteTable(table)}`, { page: pages.dropTrigger, deltas })),
  jobs(job(`DROP FUNCTION ${whether}${functionName(table, name)}`, { page: 'drop-function' })),
];

const pairsOf = (table: string, pair: SyncPair) => {
  const [from, to] = [columnName(table, pair.from), columnName(table, pair.to)];
  return [{ from, to }, ...(backwardOf(pair) === undefined ? [] : [{ from: to, to: from }])];
};

/** That NOT NULL is looked at only after the trigger stands in no page of the manual: a writer that leaves a required copy out may be refused before. */
export const startDelta = ({ name, table, pairs }: Sync): Delta => ({
  kind: 'start-sync',
  name,
  sync: { pairs: pairs.flatMap((pair) => pairsOf(table, pair)), fills: true, late: true },
});

/** What a narrow side cannot hold. */
export const narrowDeltas = ({ table, pairs }: Sync, narrow: boolean): readonly Delta[] =>
  pairs
    .filter(({ narrows }) => narrows === true)
    .map(({ from }) => ({ kind: 'alter-column', column: columnName(table, from), set: { narrow } }));

export const syncTrigger = (sync: Sync, deltas: readonly Delta[]): readonly [Script, Script] =>
  makeTrigger(
    sync.table,
    sync.name,
    'BEFORE INSERT OR UPDATE',
    `${sync.pairs.map((pair) => pairBody(sync.table, pair)).join('\n')}\n  RETURN NEW;`,
    deltas,
  );
