import type { Situation } from '#model/engine.ts';
import type { OperationArguments } from '#model/operations.ts';
import { columnName } from '#model/schema.ts';
import type { Outcome, Statement } from '#model/statement.ts';
import { code, words } from '#model/text.ts';
import { defaultKind } from '../default-kind.ts';
import { quoteLast, quoteName, quoteTable } from '../quote.ts';
import { back, batches, measure, performed, short, statement } from '../statement.ts';
import { fillRemark, inRange, overKeys } from './batch-statements.ts';
import { allOf } from './names.ts';

type Args = OperationArguments['backfill'];
type Kept = Args & { readonly keepIn: string };

const changing =
  /\b(?:random|randomblob|current_timestamp|current_date|current_time|datetime|strftime|julianday|unixepoch)\b/i;

/** Which rows still need it. An expression that gives another value each time is written once. */
function needs({ column, expression, where, onlyEmpty = false }: Args): string {
  const name = quoteName(column);
  const once = defaultKind(expression) === 'volatile' && changing.test(expression);
  const differs = once || onlyEmpty ? `${name} IS NULL` : `${name} IS NOT (${expression})`;
  if (where === undefined) return differs;
  return once && !onlyEmpty ? `(${where})` : `(${where}) AND ${differs}`;
}

const fill = (args: Args): Statement => {
  const { table, key, column, expression, batchSize } = args;
  return statement(
    `UPDATE ${quoteTable(table)} SET ${quoteName(column)} = ${expression}\nWHERE ${inRange(key)} AND ${needs(args)}`,
    {
      writes: [table],
      blocks: 'nothing',
      work: 'rows',
      page: 'lang_update',
      deltas: [{ kind: 'fill', column: columnName(table, column) }],
      repeat: overKeys(table, key, batchSize),
      remark: fillRemark(key, batchSize),
    },
  );
};

const makeKeep = ({ table, keepIn }: Kept): Statement =>
  statement(`CREATE TABLE ${quoteTable(keepIn)} (row_key PRIMARY KEY NOT NULL, old_value, new_value)`, {
    writes: [table],
    page: 'lang_createtable',
    deltas: allOf(keepIn),
    remark: 'without types: each value is kept as it is',
  });

/** The old value is kept in the transaction that writes the new one; of several runs the first old value stays. */
const keepingBatch = (args: Kept): Statement => {
  const { table, key, column, expression, keepIn, batchSize } = args;
  const [kept, rows] = [quoteLast(keepIn), quoteTable(table)];
  return statement(
    `BEGIN IMMEDIATE;
INSERT INTO ${quoteTable(keepIn)} (row_key, old_value, new_value)
SELECT ${quoteName(key)}, ${quoteName(column)}, ${expression} FROM ${rows} WHERE ${inRange(key)} AND ${needs(args)}
ON CONFLICT (row_key) DO UPDATE SET new_value = excluded.new_value;
UPDATE ${rows} SET ${quoteName(column)} = (SELECT new_value FROM ${quoteTable(keepIn)} WHERE ${kept}.row_key = ${quoteLast(table)}.${quoteName(key)})
WHERE ${inRange(key)} AND ${needs(args)};
COMMIT`,
    {
      writes: [table, keepIn],
      blocks: 'nothing',
      work: 'rows',
      transaction: 'outside',
      page: 'lang_upsert',
      deltas: [{ kind: 'fill', column: columnName(table, column) }],
      repeat: overKeys(table, key, batchSize),
      remark: fillRemark(key, batchSize),
    },
  );
};

/** A row that somebody has changed since keeps its newer value. */
const putBack = ({ table, key, column, keepIn, batchSize }: Kept): Statement =>
  statement(
    `UPDATE ${quoteTable(table)} SET ${quoteName(column)} = kept.old_value
FROM ${quoteTable(keepIn)} AS kept
WHERE kept.row_key > :from AND kept.row_key <= :to AND ${quoteLast(table)}.${quoteName(key)} = kept.row_key
  AND ${quoteLast(table)}.${quoteName(column)} IS kept.new_value`,
    {
      writes: [table],
      blocks: 'nothing',
      work: 'rows',
      page: 'lang_update#update_from',
      deltas: [{ kind: 'fill', column: columnName(table, column) }],
      repeat: overKeys(keepIn, 'row_key', batchSize),
      remark: 'one commit for each range',
    },
  );

const dropKeep = ({ keepIn }: Kept): Statement =>
  statement(`DROP TABLE ${quoteTable(keepIn)}`, {
    writes: [keepIn],
    page: 'lang_droptable',
    deltas: [{ kind: 'drop-table', table: keepIn }],
    remark: 'only after the last range',
  });

/** Fills a column in ranges of the key. With `keepIn` the old values can be had back. */
export function backfill(args: Args, _situation: Situation): Outcome {
  const { table, column, expression, batchSize, keepIn } = args;
  const name = columnName(table, column);
  const worked = words`another pass changes no row: none is left for which ${code(needs(args))}`;
  if (keepIn === undefined)
    return performed({
      does: words`Fill ${code(name)} with ${code(expression)} in ranges of ${batchSize} keys`,
      scripts: [batches(fill(args))],
      worked,
      undo: {
        kind: 'unneeded',
        because: words`nobody reads ${code(name)} yet; stop the job where it is, and go on from there later`,
      },
    });
  const kept = { ...args, keepIn };
  return performed({
    does: words`Fill ${code(name)} with ${code(expression)} in ranges of ${batchSize} keys; the old values are kept in ${code(keepIn)}`,
    scripts: [short(makeKeep(kept)), batches(keepingBatch(kept))],
    worked: words`${worked}; ${code(keepIn)} has one row for each row that was changed`,
    undo: back([batches(putBack(kept)), short(dropKeep(kept))], {
      minutes: measure(words`one batch over ${code(keepIn)}, times the number of batches`),
      note: words`A row that was changed again since keeps its newer value.`,
    }),
  });
}
