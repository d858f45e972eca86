import type { OperationArguments, SyncPair } from '#model/operations.ts';
import type { Delta, TableName } from '#model/schema.ts';
import { columnName } from '#model/schema.ts';
import type { Statement } from '#model/statement.ts';
import { quoteName, quoteTable } from '../quote.ts';
import { overRow } from './row-expression.ts';
import { makeTrigger } from './trigger-statements.ts';

export type Sync = Pick<OperationArguments['startSync'], 'name' | 'table' | 'pairs'>;

const forwardOf = (pair: SyncPair): string => pair.forward ?? quoteName(pair.from);

/** How `from` is computed back. `undefined`: it cannot be told. */
export const backwardOf = (pair: SyncPair): string | undefined =>
  pair.backward ?? (pair.forward === undefined ? quoteName(pair.to) : undefined);

/** NULL against a value differs, NULL against NULL does not; only ever asked as it is, because NOT of it could be NULL. */
export const differ = (left: string, right: string): string =>
  `(${left} <> ${right} OR ${left} IS NULL AND ${right} IS NOT NULL OR ${left} IS NOT NULL AND ${right} IS NULL)`;

/** An expression is computed by SQL, which knows more functions than PL/SQL does; a column alone is taken as it is. */
const set = (target: string, expression: string, plain: boolean): string =>
  plain ? `${target} := :NEW.${expression};` : `SELECT ${overRow(expression)} INTO ${target} FROM dual;`;

/** One side of a pair follows the other, in the row that is about to be written. */
function plainBody({ from, to }: SyncPair): string {
  const [a, b] = [quoteName(from), quoteName(to)];
  return `  IF INSERTING THEN
    IF :NEW.${b} IS NULL THEN :NEW.${b} := :NEW.${a}; ELSE :NEW.${a} := :NEW.${b}; END IF;
  ELSIF ${differ(`:NEW.${b}`, `:OLD.${b}`)} THEN :NEW.${a} := :NEW.${b};
  ELSIF ${differ(`:NEW.${a}`, `:OLD.${a}`)} THEN :NEW.${b} := :NEW.${a};
  END IF;`;
}

/** Where an expression stands between them, a side that already means the same is left as its writer spelled it. */
function computedBody(table: TableName, pair: SyncPair): string {
  const [a, b] = [quoteName(pair.from), quoteName(pair.to)];
  const forth = set('forth', forwardOf(pair), pair.forward === undefined);
  const backward = backwardOf(pair);
  const [wroteFrom, wroteTo] = [differ(`:NEW.${a}`, `:OLD.${a}`), differ(`:NEW.${b}`, `:OLD.${b}`)];
  if (backward === undefined)
    return `  IF INSERTING AND :NEW.${b} IS NULL OR UPDATING AND ${wroteFrom} AND (:NEW.${b} = :OLD.${b} OR :NEW.${b} IS NULL AND :OLD.${b} IS NULL) THEN
    ${set(`:NEW.${b}`, forwardOf(pair), pair.forward === undefined)}
  END IF;`;
  const back = set('back', backward, pair.backward === undefined);
  return `  DECLARE
    forth ${quoteTable(table)}.${b}%TYPE;
    back ${quoteTable(table)}.${a}%TYPE;
  BEGIN
    IF INSERTING AND :NEW.${b} IS NULL THEN
      ${forth}
      :NEW.${b} := forth;
    ELSIF INSERTING OR ${wroteTo} THEN
      ${forth}
      ${back}
      IF ${differ(`:NEW.${b}`, 'forth')} THEN :NEW.${a} := back; END IF;
    ELSIF ${wroteFrom} THEN
      ${back}
      ${forth}
      IF ${differ(`:NEW.${a}`, 'back')} THEN :NEW.${b} := forth; END IF;
    END IF;
  END;`;
}

const pairBody = (table: TableName, pair: SyncPair): string =>
  pair.forward === undefined && pair.backward === undefined ? plainBody(pair) : computedBody(table, pair);

const pairsOf = (table: TableName, pair: SyncPair) => {
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

/** It runs before the row is checked, so that it can fill a column that is NOT NULL. */
export const syncTrigger = (sync: Sync, deltas: readonly Delta[]): readonly [Statement, Statement, Statement] =>
  makeTrigger(
    sync.table,
    sync.name,
    'BEFORE INSERT OR UPDATE',
    `BEGIN
${sync.pairs.map((pair) => pairBody(sync.table, pair)).join('\n')}
END;`,
    deltas,
  );
