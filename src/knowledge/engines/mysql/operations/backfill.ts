import type { Situation } from '#model/engine.ts';
import type { OperationArguments, Operations } from '#model/operations.ts';
import { columnName } from '#model/schema.ts';
import type { Statement } from '#model/statement.ts';
import { code, words } from '#model/text.ts';
import { defaultKind } from '../default-kind.ts';
import { dialectOf } from '../dialect.ts';
import type { Family } from '../family.ts';
import { quoteName, quoteTable } from '../quote.ts';
import { back, batches, measure, performed, short, statement } from '../statement.ts';
import { fillBatch, fillRemark, inRange, overKeys } from './batch-statements.ts';
import { differ } from './row-expression.ts';

type Args = OperationArguments['backfill'];
type Kept = Args & { readonly keepIn: string };

/** Which rows still need it. An expression that gives another value each time is written once. */
function needs({ column, expression, where, onlyEmpty = false }: Args): string {
  const name = quoteName(column);
  const once = defaultKind(expression) === 'volatile';
  const differs = once || onlyEmpty ? `${name} IS NULL` : differ(name, expression);
  if (where === undefined) return differs;
  return once && !onlyEmpty ? `(${where})` : `(${where}) AND ${differs}`;
}

const keepText = (family: Family, { table, key, column, keepIn, columnType = `<type of ${column}>` }: Kept): string =>
  dialectOf(family).createsFromSelect
    ? `CREATE TABLE ${quoteTable(keepIn)} (PRIMARY KEY (row_key)) ENGINE=InnoDB
SELECT ${quoteName(key)} AS row_key, ${quoteName(column)} AS old_value, ${quoteName(column)} AS new_value FROM ${quoteTable(table)} LIMIT 0`
    : `CREATE TABLE ${quoteTable(keepIn)} (row_key <type of ${key}> PRIMARY KEY, old_value ${columnType}, new_value ${columnType})`;

const makeKeep = (family: Family, args: Kept): Statement =>
  statement(keepText(family, args), {
    locks: { [args.table]: 'SHARED_READ' },
    source: family.source('create table'),
    deltas: [
      { kind: 'add-table', table: args.keepIn },
      {
        kind: 'add-column',
        column: columnName(args.keepIn, '*'),
        is: { nullable: true, hasDefault: false, filled: true },
      },
    ],
  });

/** The old value is kept and the new one written in one transaction; of several runs the first old value stays. */
const keepingBatch = (family: Family, args: Kept): Statement => {
  const { table, key, column, expression, keepIn, batchSize } = args;
  const [of, kept, name] = [quoteTable(table), quoteTable(keepIn), quoteName(key)];
  const still =
    args.onlyEmpty === true
      ? `${of}.${quoteName(column)} IS NULL`
      : differ(`${of}.${quoteName(column)}`, 'kept.new_value');
  return statement(
    `START TRANSACTION;
INSERT INTO ${kept} (row_key, old_value, new_value)
SELECT ${name}, ${quoteName(column)}, ${expression} FROM ${of} WHERE ${inRange(name)} AND ${needs(args)} FOR UPDATE
ON DUPLICATE KEY UPDATE new_value = VALUES(new_value);
UPDATE ${of} JOIN ${kept} AS kept ON kept.row_key = ${of}.${name} SET ${of}.${quoteName(column)} = kept.new_value
WHERE kept.row_key > :from AND kept.row_key <= :to AND ${still};
COMMIT`,
    {
      locks: { [table]: 'SHARED_WRITE', [keepIn]: 'SHARED_WRITE' },
      work: 'rows',
      source: family.source('rows'),
      deltas: [{ kind: 'fill', column: columnName(table, column) }],
      repeat: overKeys(table, key, batchSize),
      remark: `${fillRemark(key, batchSize)}; a range that fails is rolled back by leaving the session`,
    },
  );
};

/** A row that somebody has changed since keeps its newer value. */
const putBack = (family: Family, { table, key, column, keepIn, batchSize }: Kept): Statement => {
  const of = quoteTable(table);
  return statement(
    `UPDATE ${of} JOIN ${quoteTable(keepIn)} AS kept ON kept.row_key = ${of}.${quoteName(key)} SET ${of}.${quoteName(column)} = kept.old_value
WHERE kept.row_key > :from AND kept.row_key <= :to AND NOT (${differ(`${of}.${quoteName(column)}`, 'kept.new_value')})`,
    {
      locks: { [table]: 'SHARED_WRITE', [keepIn]: 'SHARED_READ' },
      work: 'rows',
      source: family.source('rows'),
      deltas: [{ kind: 'fill', column: columnName(table, column) }],
      repeat: overKeys(keepIn, 'row_key', batchSize),
      remark: 'one commit for each range',
    },
  );
};

const dropKeep = (family: Family, { keepIn }: Kept): Statement =>
  statement(`DROP TABLE ${quoteTable(keepIn)}`, {
    locks: { [keepIn]: 'EXCLUSIVE' },
    source: family.source('drop table'),
    deltas: [{ kind: 'drop-table', table: keepIn }],
    remark: 'only after the last range',
  });

/** Fills a column in ranges of the key. With `keepIn` the old values can be had back. */
export const backfill =
  (family: Family): Operations<Situation>['backfill'] =>
  (args) => {
    const { table, key, column, expression, batchSize, keepIn } = args;
    const name = columnName(table, column);
    const worked = words`another pass changes no row (${code('Changed: 0')}): none is left for which ${code(needs(args))}`;
    if (keepIn === undefined)
      return performed({
        does: words`Fill ${code(name)} with ${code(expression)} in ranges of ${batchSize} keys`,
        scripts: [
          batches(
            fillBatch(family, {
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
      scripts: [short(makeKeep(family, kept)), batches(keepingBatch(family, kept))],
      worked: words`${worked}; ${code(keepIn)} has one row for each row that was changed`,
      undo: back([batches(putBack(family, kept)), short(dropKeep(family, kept))], {
        minutes: measure(words`one batch over ${code(keepIn)}, times the number of batches`),
        note: words`A row that was changed again since keeps its newer value.`,
      }),
    });
  };
