import type { Situation } from '#model/engine.ts';
import type { OperationArguments, SyncPair } from '#model/operations.ts';
import type { Delta } from '#model/schema.ts';
import { columnName } from '#model/schema.ts';
import type { Script, Statement } from '#model/statement.ts';
import type { Family } from '../family.ts';
import { beside } from '../names.ts';
import { bareName, quoteName, quoteTable } from '../quote.ts';
import { short, statement } from '../statement.ts';
import { differ, overRow } from './row-expression.ts';

export type Sync = Pick<OperationArguments['startSync'], 'name' | 'table' | 'pairs'>;

type Moment = 'insert' | 'update' | 'delete';

/** One trigger for each moment; the last one made fires last and sees what the others did. */
const triggerName = (table: string, name: string, moment: Moment): string =>
  quoteTable(beside(table, `${bareName(name)}_${moment}`));

const castOfItself = ({ forward = '', from }: SyncPair): boolean =>
  new RegExp(`^(?:cast|convert)\\s*\\(\\s*${bareName(from).replace(/\W/g, '\\$&')}\\s+(?:as|using)\\b`, 'i').test(
    forward.trim().replaceAll('`', ''),
  );

/** How `from` is computed back: as said, or by itself where the way forward only casts. `undefined`: it cannot be told. */
export const backwardOf = (pair: SyncPair): string | undefined =>
  pair.backward ?? (pair.forward === undefined || castOfItself(pair) ? quoteName(pair.to) : undefined);

const setting = (column: string, value: string): string => `SET NEW.${quoteName(column)} = ${value};`;

function insertBody(pair: SyncPair): string {
  const to = `NEW.${quoteName(pair.to)}`;
  const forward = overRow(pair.forward ?? quoteName(pair.from));
  const backward = backwardOf(pair);
  const fill = `  IF ${to} IS NULL THEN ${setting(pair.to, forward)}`;
  if (backward === undefined) return `${fill} END IF;`;
  const plain = pair.forward === undefined && pair.backward === undefined;
  const carry = setting(pair.from, overRow(backward));
  return plain ? `${fill} ELSE ${carry} END IF;` : `${fill}\n  ELSEIF ${differ(to, forward)} THEN ${carry} END IF;`;
}

/** Where an expression stands between them, a side that already means the same is left as its writer spelled it. */
function updateBody(pair: SyncPair): string {
  const [from, to] = [quoteName(pair.from), quoteName(pair.to)];
  const forward = overRow(pair.forward ?? from);
  const backward = backwardOf(pair);
  const fromMoved = differ(`NEW.${from}`, `OLD.${from}`);
  const toMoved = differ(`NEW.${to}`, `OLD.${to}`);
  if (backward === undefined) return `  IF ${fromMoved} AND NOT (${toMoved}) THEN ${setting(pair.to, forward)} END IF;`;
  const back = overRow(backward);
  const plain = pair.forward === undefined && pair.backward === undefined;
  const carryBack = plain
    ? setting(pair.from, back)
    : `IF ${differ(`NEW.${to}`, forward)} THEN ${setting(pair.from, back)} END IF;`;
  const carry = plain
    ? setting(pair.to, forward)
    : `IF ${differ(`NEW.${from}`, back)} THEN ${setting(pair.to, forward)} END IF;`;
  return `  IF ${toMoved} THEN ${carryBack}
  ELSEIF ${fromMoved} THEN ${carry}
  END IF;`;
}

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

interface Trigger {
  readonly table: string;
  readonly name: string;
  readonly when: 'BEFORE' | 'AFTER';
  readonly moment: Moment;
  readonly body: string;
  readonly deltas?: readonly Delta[];
}

/**
 * Puts a trigger on the table; everybody who uses the table waits for the moment that takes.
 * Where it can be said, one that stands already is left as it is: a file that stopped half way is run again.
 */
export const makeTrigger = (
  family: Family,
  situation: Situation,
  { table, name, when, moment, body, deltas = [] }: Trigger,
): Statement =>
  statement(
    `CREATE TRIGGER ${family.passesOverTriggers(situation) ? 'IF NOT EXISTS ' : ''}${triggerName(table, name, moment)} ${when} ${moment.toUpperCase()} ON ${quoteTable(table)} FOR EACH ROW
BEGIN
${body}
END`,
    {
      locks: { [table]: 'EXCLUSIVE' },
      source: family.source('triggers'),
      deltas,
      remark:
        'on 1419 the binary log forbids it to this account: log_bin_trust_function_creators = 1, set by who may; it runs with the rights of who made it',
    },
  );

/** The trigger for updates first: until both stand, a row that is inserted is left to the backfill. */
export const columnTriggers = (family: Family, sync: Sync, situation: Situation, deltas: readonly Delta[]): Script => {
  const { name, table, pairs } = sync;
  const body = (of: (pair: SyncPair) => string) => pairs.map(of).join('\n');
  return short(
    makeTrigger(family, situation, { table, name, when: 'BEFORE', moment: 'update', body: body(updateBody) }),
    makeTrigger(family, situation, { table, name, when: 'BEFORE', moment: 'insert', body: body(insertBody), deltas }),
  );
};

/** Also takes what a run that was stopped has left. */
export const dropTriggers = (
  family: Family,
  table: string,
  name: string,
  moments: readonly [Moment, ...Moment[]],
  deltas: readonly Delta[],
): Script => {
  const [first, ...rest] = moments.map((moment, index) =>
    statement(`DROP TRIGGER IF EXISTS ${triggerName(table, name, moment)}`, {
      locks: { [table]: 'EXCLUSIVE' },
      source: family.source('triggers'),
      deltas: index === 0 ? deltas : [],
    }),
  );
  if (!first) throw new Error('Cannot drop no triggers, expected at least one moment.');
  return short(first, ...rest);
};
