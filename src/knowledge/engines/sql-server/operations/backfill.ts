import type { Situation } from '#model/engine.ts';
import type { OperationArguments } from '#model/operations.ts';
import { columnName } from '#model/schema.ts';
import type { Outcome, Statement } from '#model/statement.ts';
import { code, words } from '#model/text.ts';
import { defaultKind } from '../default-kind.ts';
import { pages } from '../manual.ts';
import { bareName, quoteName, quoteTable } from '../quote.ts';
import { back, batches, measure, performed, short, statement } from '../statement.ts';
import { readType } from '../type-name.ts';
import { fillBatch, inRange, overKeys, rowOf, rowsOfBatch } from './batch-statements.ts';

type Args = OperationArguments['backfill'];
type Kept = Args & { readonly keepIn: string };

/** Types that cannot be compared. */
const withoutEquality = new Set(['xml', 'text', 'ntext', 'image', 'geometry', 'geography', 'json']);

/** Which rows still need it. An expression that gives another value each time, or a type that cannot be compared, is written once. */
function needs({ column, expression, where, columnType, onlyEmpty = false }: Args): string {
  const name = quoteName(column);
  const once = defaultKind(expression) === 'volatile' || withoutEquality.has(readType(columnType ?? '')?.name ?? '');
  const differs = once || onlyEmpty ? `${name} IS NULL` : `EXISTS (SELECT ${name} EXCEPT SELECT ${expression})`;
  if (where === undefined) return differs;
  return once && !onlyEmpty ? `(${where})` : `(${where}) AND ${differs}`;
}

/** Of several runs the first old value stays: a key that is there already is passed over. UNION ALL leaves IDENTITY behind. */
const makeKeep = ({ table, key, column, keepIn }: Kept): readonly [Statement, Statement] => {
  const columns = `${quoteName(key)} AS row_key, ${quoteName(column)} AS old_value, ${quoteName(column)} AS new_value`;
  return [
    statement(
      `SELECT ${columns} INTO ${quoteTable(keepIn)} FROM ${quoteTable(table)} WHERE 1 = 0
UNION ALL SELECT ${quoteName(key)}, ${quoteName(column)}, ${quoteName(column)} FROM ${quoteTable(table)} WHERE 1 = 0`,
      {
        locks: { [table]: 'Sch-S' },
        page: pages.selectInto,
        deltas: [
          { kind: 'add-table', table: keepIn },
          {
            kind: 'add-column',
            column: columnName(keepIn, '*'),
            is: { nullable: true, hasDefault: false, filled: true },
          },
        ],
      },
    ),
    statement(
      `ALTER TABLE ${quoteTable(keepIn)} ADD CONSTRAINT ${quoteName(`PK_${bareName(keepIn)}`)} PRIMARY KEY (row_key) WITH (IGNORE_DUP_KEY = ON)`,
      {
        locks: { [keepIn]: 'Sch-M' },
        page: 't-sql/statements/alter-table-table-constraint-transact-sql',
        remark: 'the table is empty; IGNORE_DUP_KEY: of several runs the first old value stays',
      },
    ),
  ];
};

/** A row that somebody has changed since keeps its newer value. */
const putBack = ({ table, key, column, columnType, keepIn, batchSize }: Kept): Statement => {
  const row = rowOf(table);
  const now = `${row}.${quoteName(column)}`;
  const cast = (value: string) =>
    withoutEquality.has(readType(columnType ?? '')?.name ?? '') ? `CAST(${value} AS nvarchar(max))` : value;
  return statement(
    `UPDATE ${row} SET ${quoteName(column)} = kept.old_value
FROM ${quoteTable(table)} AS ${row} JOIN ${quoteTable(keepIn)} AS kept ON kept.row_key = ${row}.${quoteName(key)}
WHERE ${inRange('kept.row_key')} AND NOT EXISTS (SELECT ${cast(now)} EXCEPT SELECT ${cast('kept.new_value')})`,
    {
      locks: { [table]: 'IX', [keepIn]: 'IS' },
      work: 'rows',
      page: pages.update,
      deltas: [{ kind: 'fill', column: columnName(table, column) }],
      repeat: overKeys(keepIn, 'row_key', batchSize),
      remark: 'one commit for each range',
    },
  );
};

const dropKeep = ({ keepIn }: Kept): Statement =>
  statement(`DROP TABLE ${quoteTable(keepIn)}`, {
    locks: { [keepIn]: 'Sch-M' },
    page: pages.dropTable,
    deltas: [{ kind: 'drop-table', table: keepIn }],
    remark: 'only after the last range',
  });

/** Fills a column in ranges of the key. With `keepIn` the old values can be had back. */
export function backfill(args: Args, _situation: Situation): Outcome {
  const { table, key, column, expression, batchSize, keepIn } = args;
  const name = columnName(table, column);
  const worked = words`another pass changes no row: none is left for which ${code(needs(args))}`;
  const fill = {
    table,
    key,
    column,
    expression,
    needs: needs(args),
    size: batchSize,
    deltas: [{ kind: 'fill', column: name }] as const,
  };
  const ranges = words`in ranges of ${rowsOfBatch(batchSize)} keys: with 5,000 locks a statement takes the whole table`;
  if (keepIn === undefined)
    return performed({
      does: words`Fill ${code(name)} with ${code(expression)} ${ranges}`,
      scripts: [batches(fillBatch(fill))],
      worked,
      undo: {
        kind: 'unneeded',
        because: words`nobody reads ${code(name)} yet; stop the job where it is, and go on from there later`,
      },
    });
  const kept = { ...args, keepIn };
  const clause = `OUTPUT inserted.${quoteName(key)}, deleted.${quoteName(column)}, inserted.${quoteName(column)} INTO ${quoteTable(keepIn)} (row_key, old_value, new_value)`;
  return performed({
    does: words`Fill ${code(name)} with ${code(expression)} ${ranges}; the old values are kept in ${code(keepIn)}`,
    scripts: [short(...makeKeep(kept)), batches(fillBatch({ ...fill, keeps: { into: keepIn, clause } }))],
    worked: words`${worked}; ${code(keepIn)} has one row for each row that was changed`,
    undo: back([batches(putBack(kept)), short(dropKeep(kept))], {
      minutes: measure(words`one batch over ${code(keepIn)}, times the number of batches`),
      note: words`A row that was changed again since keeps its newer value.`,
    }),
  });
}
