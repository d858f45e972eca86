import type { Situation } from '#model/engine.ts';
import type { OperationArguments } from '#model/operations.ts';
import { columnName } from '#model/schema.ts';
import type { Outcome, Script, Statement } from '#model/statement.ts';
import { code, words } from '#model/text.ts';
import { distinctTypes } from '../../postgresql/equality.ts';
import { defaultKind } from '../default-kind.ts';
import { ofTable, quoteName, quoteTable } from '../quote.ts';
import { back, batches, job, jobs, measure, performed, statement } from '../statement.ts';
import { allColumns, fillBatch, inRange, overKeys, walkRemark } from './batch-statements.ts';

type Filled = OperationArguments['backfill'];
type Kept = Filled & { readonly keepIn: string };

/** Which rows still need it. An expression that gives another value each time is written once. */
function needs({ column, expression, where, columnType, expressionType, onlyEmpty = false }: Filled): string {
  const name = quoteName(column);
  const once = defaultKind(expression) === 'volatile';
  const differs =
    once || onlyEmpty ? `${name} IS NULL` : distinctTypes(name, `(${expression})`, columnType, expressionType);
  if (where === undefined) return differs;
  return once && !onlyEmpty ? `(${where})` : `(${where}) AND ${differs}`;
}

const makeKeep = ({ table, key, column, keepIn }: Kept): Statement =>
  job(
    `CREATE TABLE ${quoteTable(keepIn)} (row_key PRIMARY KEY, old_value, new_value) AS
SELECT ${quoteName(key)}, ${quoteName(column)}, ${quoteName(column)} FROM ${quoteTable(table)} LIMIT 0`,
    { page: 'create-table-as', deltas: allColumns(keepIn) },
  );

/** Writes the new value and keeps the old one in the same statement; of several runs the first old value stays. */
function keepingBatch(args: Kept): Statement {
  const { table, key, column, expression, keepIn, batchSize } = args;
  return statement(
    `WITH batch AS (
  SELECT ${quoteName(key)} AS batch_key, ${quoteName(column)} AS kept_value FROM ${quoteTable(table)} WHERE ${inRange(quoteName(key))} AND ${needs(args)}
), changed AS (
  UPDATE ${quoteTable(table)} SET ${quoteName(column)} = ${expression}
  FROM batch WHERE ${ofTable(table, key)} = batch.batch_key
  RETURNING batch.batch_key, batch.kept_value, ${ofTable(table, column)} AS given_value
)
INSERT INTO ${quoteTable(keepIn)} (row_key, old_value, new_value) SELECT batch_key, kept_value, given_value FROM changed
  ON CONFLICT (row_key) DO UPDATE SET new_value = excluded.new_value`,
    {
      work: 'rows',
      page: 'common-table-expressions',
      deltas: [{ kind: 'fill', column: columnName(table, column) }],
      repeat: overKeys(table, key, batchSize),
      remark: walkRemark(key, batchSize),
    },
  );
}

/** A row that somebody has changed since keeps its newer value. */
const putBack = ({ table, key, column, keepIn, batchSize }: Kept): Statement =>
  statement(
    `UPDATE ${quoteTable(table)} SET ${quoteName(column)} = kept.old_value
FROM ${quoteTable(keepIn)} AS kept
WHERE kept.row_key > :from AND kept.row_key <= :to AND ${ofTable(table, key)} = kept.row_key
  AND ${ofTable(table, column)} IS NOT DISTINCT FROM kept.new_value`,
    {
      work: 'rows',
      page: 'update',
      deltas: [{ kind: 'fill', column: columnName(table, column) }],
      repeat: overKeys(keepIn, 'row_key', batchSize),
      remark: 'one commit for each range',
    },
  );

const dropKeep = ({ keepIn }: Kept): Script =>
  jobs(
    job(`DROP TABLE ${quoteTable(keepIn)}`, {
      page: 'drop-table',
      deltas: [{ kind: 'drop-table', table: keepIn }],
      remark: 'only after the last range',
    }),
  );

/** Fills a column in ranges of the key. With `keepIn` the old values can be had back. */
export function backfill(args: Filled, _situation: Situation): Outcome {
  const { table, key, column, expression, batchSize, keepIn } = args;
  const name = columnName(table, column);
  const worked = words`another pass changes no row`;
  if (keepIn === undefined)
    return performed({
      does: words`Fill ${code(name)} with ${code(expression)} in ranges of ${batchSize} keys`,
      scripts: [
        batches(
          fillBatch({
            table,
            key,
            column,
            expression,
            needs: needs(args),
            size: batchSize,
            deltas: [{ kind: 'fill', column: name }],
          }),
        ),
      ],
      worked,
      undo: {
        kind: 'unneeded',
        because: words`nobody reads ${code(name)} yet; stop the job where it is, and go on from there later`,
      },
    });
  const kept = { ...args, keepIn };
  return performed({
    does: words`Fill ${code(name)} with ${code(expression)} in ranges of ${batchSize} keys; the old values are kept in ${code(keepIn)}`,
    scripts: [jobs(makeKeep(kept)), batches(keepingBatch(kept))],
    worked: words`${worked}; ${code(keepIn)} has one row for each row that was changed`,
    undo: back([batches(putBack(kept)), dropKeep(kept)], {
      minutes: measure(words`one batch over ${code(keepIn)}, times the number of batches`),
      note: words`A row that was changed again since keeps its newer value.`,
    }),
  });
}
