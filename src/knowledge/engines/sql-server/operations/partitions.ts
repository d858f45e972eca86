import type { Situation } from '#model/engine.ts';
import type { OperationArguments } from '#model/operations.ts';
import type { Delta, TableName } from '#model/schema.ts';
import { columnName } from '#model/schema.ts';
import type { Outcome, Statement } from '#model/statement.ts';
import { code, words } from '#model/text.ts';
import { pages } from '../manual.ts';
import { beside, comes, goes, literal } from '../names.ts';
import { bareName, quoteName, quoteTable } from '../quote.ts';
import { back, measure, performed, plainly, short, statement } from '../statement.ts';
import { prove, addUnproved, dropNamed } from './constraint-statements.ts';
import { renamed } from './renames.ts';

type Args = OperationArguments['partitionInPlace'];

const named = ({ table, column }: Args) => ({
  old: beside(table, `${bareName(table)}_before_cut`),
  fresh: beside(table, `${bareName(table)}_parts`),
  by: quoteName(`${bareName(table)}_by_${bareName(column)}`),
});

const tableComes = (table: TableName): readonly Delta[] => [
  { kind: 'add-table', table },
  { kind: 'add-column', column: columnName(table, '*'), is: { nullable: true, hasDefault: false, filled: true } },
];

const lowPriority = ' WITH (WAIT_AT_LOW_PRIORITY (MAX_DURATION = 1 MINUTES, ABORT_AFTER_WAIT = SELF))';

const switches = (from: string, to: string, tables: readonly [TableName, TableName]): Statement =>
  statement(`ALTER TABLE ${from} SWITCH ${to}${lowPriority}`, {
    locks: { [tables[0]]: 'Sch-M', [tables[1]]: 'Sch-M' },
    page: `${pages.alterTable}#switch`,
    remark: 'moves no row; refused unless both have the same columns, keys, indexes, checks and filegroup',
  });

/** What the new table is made of: where its rows go, and a table of the same shape. */
function prepared(args: Args): readonly [Statement, ...Statement[]] {
  const { table, column, cut, next } = args;
  const { fresh, by } = named(args);
  return [
    statement(
      `CREATE PARTITION FUNCTION ${by} (<type of ${column}>) AS RANGE RIGHT FOR VALUES (${[cut, ...next].map(literal).join(', ')})`,
      { page: 't-sql/statements/create-partition-function-transact-sql', deltas: [comes('type', by)] },
    ),
    statement(`CREATE PARTITION SCHEME ${by} AS PARTITION ${by} ALL TO ([PRIMARY])`, {
      page: 't-sql/statements/create-partition-scheme-transact-sql',
      remark: 'the filegroup in which the table stands',
    }),
    statement(
      `<CREATE TABLE ${quoteTable(fresh)} with the columns, keys, indexes, checks and rights of ${table}, ON ${by} (${quoteName(column)}): script ${table} and change its names>`,
      { language: 'text', page: pages.partitions, deltas: tableComes(fresh) },
    ),
  ];
}

/** The table becomes the first partition of a new one, which takes its name. */
function turn(args: Args): readonly [Statement, ...Statement[]] {
  const { table } = args;
  const { old, fresh } = named(args);
  return [
    switches(quoteTable(table), `TO ${quoteTable(fresh)} PARTITION 1`, [table, fresh]),
    renamed(table, quoteTable(table), bareName(old), 'OBJECT', tableComes(old)),
    renamed(fresh, quoteTable(fresh), bareName(table), 'OBJECT', [{ kind: 'drop-table', table: fresh }]),
  ];
}

/** The rows go back while none lies at or after the cut. */
function turnBack(args: Args): readonly [Statement, ...Statement[]] {
  const { table, proof } = args;
  const { old, fresh, by } = named(args);
  return [
    switches(quoteTable(table), `PARTITION 1 TO ${quoteTable(old)}`, [table, old]),
    renamed(table, quoteTable(table), bareName(fresh), 'OBJECT', tableComes(fresh)),
    renamed(old, quoteTable(old), bareName(table), 'OBJECT', [{ kind: 'drop-table', table: old }]),
    dropNamed(table, proof),
    statement(`DROP TABLE ${quoteTable(fresh)}`, {
      locks: { [fresh]: 'Sch-M' },
      page: pages.dropTable,
      deltas: [{ kind: 'drop-table', table: fresh }],
      remark: 'rows at or after the cut go with it: copy them first if there are any',
    }),
    statement(`DROP PARTITION SCHEME ${by}`, { page: 't-sql/statements/drop-partition-scheme-transact-sql' }),
    statement(`DROP PARTITION FUNCTION ${by}`, {
      page: 't-sql/statements/drop-partition-function-transact-sql',
      deltas: [goes('type', by)],
    }),
  ];
}

/** Puts a partitioned table in the place of a plain one without moving a row. */
export function partitionInPlace(args: Args, _situation: Situation): Outcome {
  const { table, column, cut, proof, primaryKey } = args;
  if (!primaryKey.some((name) => bareName(name) === bareName(column)))
    return {
      kind: 'cannot',
      because: words`a unique key of a partitioned table must contain ${code(column)}, and the primary key of ${code(table)} does not`,
      instead: words`Give ${code(table)} a primary key with ${code(column)} in it first, as a change of its own`,
    };
  const check = `CHECK (${quoteName(column)} IS NOT NULL AND ${quoteName(column)} < ${literal(cut)})`;
  return performed({
    does: words`Make ${code(table)} the partition before ${code(cut)} of a new table of the same shape: a trusted check proves where its rows lie (nobody can use the table while they are read), then one short transaction switches it in and turns the names round. Foreign keys, triggers, full-text indexes and change capture are not taken over`,
    scripts: [
      plainly(...prepared(args)),
      short(addUnproved(table, proof, check)),
      short(prove(table, proof)),
      short(...turn(args)),
    ],
    worked: words`${code('sys.partitions')} lists the rows of ${code(table)} in partition 1; a row before and a row after ${code(cut)} can be inserted, read and deleted; the row count is as before`,
    undo: back([short(...turnBack(args))], {
      minutes: measure(words`copying the rows at or after ${code(cut)}, on a copy; seconds while there are none`),
      note: words`Only while no row lies at or after ${code(cut)}. A run that stopped before the turn leaves the check ${code(proof)} and an empty table: drop both.`,
    }),
  });
}

/** Makes the rows of one partition a table of their own. */
export function detachPartition(
  { table, partition, from, to }: OperationArguments['detachPartition'],
  _situation: Situation,
): Outcome {
  const number = `$PARTITION.<partition function>(${literal(from)})`;
  return performed({
    does: words`Switch the partition from ${code(from)} to ${code(to)} of ${code(table)} out to ${code(partition)}: its rows are no longer seen through ${code(table)}`,
    scripts: [
      plainly(
        statement(
          `<CREATE TABLE ${quoteTable(partition)} of the same shape as ${table}, empty, in the filegroup of that partition>`,
          { language: 'text', page: pages.partitions },
        ),
      ),
      short(switches(quoteTable(table), `PARTITION ${number} TO ${quoteTable(partition)}`, [table, partition])),
    ],
    worked: words`${code('sys.partitions')} shows 0 rows there and the rows in ${code(partition)}`,
    undo: back(
      [short(switches(quoteTable(partition), `TO ${quoteTable(table)} PARTITION ${number}`, [partition, table]))],
      {
        note: words`It needs a trusted check on ${code(partition)} that says the bounds, and an empty partition to switch into.`,
      },
    ),
  });
}
