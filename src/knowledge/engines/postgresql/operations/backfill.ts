import type { Situation } from '#model/engine.ts';
import type { OperationArguments } from '#model/operations.ts';
import type { Delta } from '#model/schema.ts';
import { columnName } from '#model/schema.ts';
import type { Outcome, Statement } from '#model/statement.ts';
import { code, words } from '#model/text.ts';
import { defaultKind } from '../default-kind.ts';
import { distinctTypes, hasEquality } from '../equality.ts';
import { quoteName, quoteTable } from '../quote.ts';
import { back, batches, measure, performed, short, statement } from '../statement.ts';
import { batchOf, fillBatch, fillRemark, ofTable, overKeys } from './batch-statements.ts';

type Args = OperationArguments['backfill'];
type Kept = Args & { readonly keepIn: string };

/** Which rows still need it. An expression that gives another value each time is written once. */
function needs({ column, expression, where, columnType, expressionType, onlyEmpty = false }: Args): string {
  const name = quoteName(column);
  const once = defaultKind(expression) === 'volatile';
  const differs =
    once || onlyEmpty ? `${name} IS NULL` : distinctTypes(name, `(${expression})`, columnType, expressionType);
  if (where === undefined) return differs;
  return once && !onlyEmpty ? `(${where})` : `(${where}) AND ${differs}`;
}

const keepDeltas = (keepIn: string): readonly Delta[] => [
  { kind: 'add-table', table: keepIn },
  { kind: 'add-column', column: columnName(keepIn, '*'), is: { nullable: true, hasDefault: false, filled: true } },
];

const makeKeep = ({ table, key, column, keepIn }: Kept): readonly [Statement, Statement] => [
  statement(
    `CREATE TABLE ${quoteTable(keepIn)} AS
SELECT ${quoteName(key)} AS row_key, ${quoteName(column)} AS old_value, ${quoteName(column)} AS new_value FROM ${quoteTable(table)} WITH NO DATA`,
    { locks: { [table]: 'ACCESS SHARE' }, page: 'sql-createtableas', deltas: keepDeltas(keepIn) },
  ),
  statement(`ALTER TABLE ${quoteTable(keepIn)} ADD PRIMARY KEY (row_key)`, {
    locks: { [keepIn]: 'ACCESS EXCLUSIVE' },
    work: 'index build',
    page: 'sql-altertable#SQL-ALTERTABLE-DESC-ADD-TABLE-CONSTRAINT',
    remark: 'the table is empty',
  }),
];

/** Writes the new value and keeps the old one in the same statement; of several runs the first old value stays. */
const keepingBatch = (args: Kept): Statement => {
  const { table, key, column, expression, keepIn, batchSize } = args;
  const value = ofTable(table, column);
  return statement(
    `${batchOf(table, key, needs(args), { take: `, ${quoteName(column)} AS kept_value` })},
changed AS (
  UPDATE ${quoteTable(table)} SET ${quoteName(column)} = ${expression}
  FROM batch WHERE ${ofTable(table, key)} = batch.batch_key
  RETURNING batch.batch_key, batch.kept_value, ${value} AS given_value
)
INSERT INTO ${quoteTable(keepIn)} (row_key, old_value, new_value) SELECT batch_key, kept_value, given_value FROM changed
  ON CONFLICT (row_key) DO UPDATE SET new_value = excluded.new_value`,
    {
      locks: { [table]: 'ROW EXCLUSIVE', [keepIn]: 'ROW EXCLUSIVE' },
      work: 'rows',
      page: 'queries-with#QUERIES-WITH-MODIFYING',
      deltas: [{ kind: 'fill', column: columnName(table, column) }],
      repeat: overKeys(table, key, batchSize),
      remark: fillRemark(key, batchSize),
    },
  );
};

/** A row that somebody has changed since keeps its newer value. */
const putBack = ({ table, key, column, columnType, keepIn, batchSize }: Kept): Statement => {
  const cast = hasEquality(columnType) ? '' : '::text';
  return statement(
    `UPDATE ${quoteTable(table)} SET ${quoteName(column)} = kept.old_value
FROM ${quoteTable(keepIn)} AS kept
WHERE kept.row_key > :from AND kept.row_key <= :to AND ${ofTable(table, key)} = kept.row_key
  AND ${ofTable(table, column)}${cast} IS NOT DISTINCT FROM kept.new_value${cast}`,
    {
      locks: { [table]: 'ROW EXCLUSIVE', [keepIn]: 'ACCESS SHARE' },
      work: 'rows',
      page: 'sql-update',
      deltas: [{ kind: 'fill', column: columnName(table, column) }],
      repeat: overKeys(keepIn, 'row_key', batchSize),
      remark: 'one commit for each range',
    },
  );
};

const dropKeep = ({ keepIn }: Kept): Statement =>
  statement(`DROP TABLE ${quoteTable(keepIn)}`, {
    locks: { [keepIn]: 'ACCESS EXCLUSIVE' },
    page: 'sql-droptable',
    deltas: [{ kind: 'drop-table', table: keepIn }],
    remark: 'only after the last range',
  });

/** Fills a column in ranges of the key. With `keepIn` the old values can be had back. */
export function backfill(args: Args, _situation: Situation): Outcome {
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
    scripts: [short(...makeKeep(kept)), batches(keepingBatch(kept))],
    worked: words`${worked}; ${code(keepIn)} has one row for each row that was changed`,
    undo: back([batches(putBack(kept)), short(dropKeep(kept))], {
      minutes: measure(words`one batch over ${code(keepIn)}, times the number of batches`),
      note: words`A row that was changed again since keeps its newer value.`,
    }),
  });
}
