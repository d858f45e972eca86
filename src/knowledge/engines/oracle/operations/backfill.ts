import type { Situation } from '#model/engine.ts';
import type { OperationArguments } from '#model/operations.ts';
import { columnName } from '#model/schema.ts';
import type { Outcome, Statement } from '#model/statement.ts';
import { code, words } from '#model/text.ts';
import { defaultKind } from '../default-kind.ts';
import { pages } from '../manual.ts';
import { quoteName, quoteTable } from '../quote.ts';
import { back, batches, measure, performed, short, statement } from '../statement.ts';
import { isComparable } from '../type-name.ts';
import { batchLoop, looped, loopRemark } from './batch-loop.ts';
import { differs, fillBatch } from './batch-statements.ts';

type Args = OperationArguments['backfill'];
type Kept = Args & { readonly keepIn: string };

/** Which rows still need it. An expression that gives another value each time, or a type that cannot be compared, is written once. */
function needs({ column, expression, where, columnType, onlyEmpty = false }: Args): string {
  const name = quoteName(column);
  const once = defaultKind(expression) === 'volatile' || !isComparable(columnType);
  const open = once || onlyEmpty ? `${name} IS NULL` : differs(name, expression);
  if (where === undefined) return open;
  return once && !onlyEmpty ? `(${where})` : `(${where}) AND ${open}`;
}

const makeKeep = ({ table, key, column, keepIn }: Kept): readonly [Statement, Statement] => {
  const value = quoteName(column);
  return [
    statement(
      `CREATE TABLE ${quoteTable(keepIn)} AS
  SELECT ${quoteName(key)} AS row_key, ${value} AS old_value, ${value} AS new_value FROM ${quoteTable(table)} WHERE 1 = 0`,
      {
        page: pages.createTable,
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
    statement(`ALTER TABLE ${quoteTable(keepIn)} ADD PRIMARY KEY (row_key)`, {
      locks: { [keepIn]: 'exclusive DDL' },
      page: pages.constraint,
      remark: 'the table is empty',
    }),
  ];
};

/** A row that somebody has changed since keeps its newer value. */
function putBack({ table, key, column, columnType, keepIn, batchSize }: Kept): Statement {
  const [on, by, name, kept] = [quoteTable(table), quoteName(key), quoteName(column), quoteTable(keepIn)];
  const of = (value: string) => `(SELECT k.${value} FROM ${kept} k WHERE k.row_key = ${on}.${by})`;
  const same = isComparable(columnType)
    ? `DECODE(${on}.${name}, k.new_value, 1, 0) = 1`
    : `(DBMS_LOB.COMPARE(${on}.${name}, k.new_value) = 0 OR ${on}.${name} IS NULL AND k.new_value IS NULL)`;
  return statement(
    batchLoop({
      table,
      key,
      size: batchSize,
      where: `EXISTS (SELECT 1 FROM ${kept} k WHERE k.row_key = ${on}.${by} AND ${same})`,
      each: ['FORALL i IN 1 .. ids.COUNT', `  UPDATE ${on} SET ${name} = ${of('old_value')} WHERE ROWID = ids(i);`],
    }),
    {
      locks: { [table]: 'ROW EXCLUSIVE' },
      work: 'rows',
      page: pages.forall,
      deltas: [{ kind: 'fill', column: columnName(table, column) }],
      repeat: looped(table, key, batchSize),
      remark: loopRemark(by),
    },
  );
}

const dropKeep = ({ keepIn }: Kept): Statement =>
  statement(`DROP TABLE ${quoteTable(keepIn)}`, {
    locks: { [keepIn]: 'exclusive DDL' },
    page: pages.dropTable,
    deltas: [{ kind: 'drop-table', table: keepIn }],
    remark: 'only after a pass that put back 0 rows',
  });

/** Fills a column in ranges of the key. With `keepIn` the old values can be had back. */
export function backfill(args: Args, _situation: Situation): Outcome {
  const { table, key, column, expression, batchSize, keepIn } = args;
  const name = columnName(table, column);
  const worked = words`another pass says 0 rows: none is left for which ${code(needs(args))}. The empty string is NULL: an expression that gives it leaves the row empty`;
  const fill = {
    table,
    key,
    column,
    expression,
    needs: needs(args),
    size: batchSize,
    deltas: [{ kind: 'fill', column: name }] as const,
  };
  if (keepIn === undefined)
    return performed({
      does: words`Fill ${code(name)} with ${code(expression)} in ranges of ${batchSize} keys`,
      scripts: [batches(fillBatch(fill))],
      worked,
      undo: {
        kind: 'unneeded',
        because: words`nobody reads ${code(name)} yet; stop the loop where it is, and go on from there later`,
      },
    });
  const kept = { ...args, keepIn };
  return performed({
    does: words`Fill ${code(name)} with ${code(expression)} in ranges of ${batchSize} keys; the old values are kept in ${code(keepIn)}`,
    scripts: [short(...makeKeep(kept)), batches(fillBatch({ ...fill, keepIn }))],
    worked: words`${worked}; ${code(keepIn)} has one row for each row that was changed`,
    undo: back([batches(putBack(kept)), short(dropKeep(kept))], {
      minutes: measure(words`one range of ${code(table)}, times the number of ranges`),
      note: words`A row that was changed again since keeps its newer value. If ${code(column)} was made NOT NULL meanwhile, that goes first.`,
    }),
  });
}
