import type { Situation } from '#model/engine.ts';
import type { OperationArguments } from '#model/operations.ts';
import type { Delta, TableName } from '#model/schema.ts';
import { columnName } from '#model/schema.ts';
import type { Outcome, Statement } from '#model/statement.ts';
import { code, words } from '#model/text.ts';
import { beside, comes, goes, literal, quoteLast } from '../names.ts';
import { bareName, quoteName, quoteTable, regclass } from '../quote.ts';
import { back, measure, performed, short, statement, unhurried } from '../statement.ts';
import { prove } from './constraint-statements.ts';
import {
  carriesNothing,
  carryBack,
  carryOver,
  each,
  referredBy,
  proveAgain,
  referAgain,
  refuseForgotten,
} from './partition-carries.ts';
import { copyRights } from './rights.ts';

type Args = OperationArguments['partitionInPlace'];

const wordOf = (bound: string): string =>
  bound
    .toLowerCase()
    .replace(/::.*$/, '')
    .replace(/[^\p{L}\d]+/gu, '_')
    .replace(/^_|_$/g, '');

const oldName = (table: TableName): string => beside(table, `${bareName(table)}_before_cut`);
const partName = (table: TableName, from: string): string => beside(table, `${bareName(table)}_from_${wordOf(from)}`);

const partsOf = ({ table, cut, next }: Args): readonly TableName[] =>
  next.map((_, index) => partName(table, index === 0 ? cut : (next[index - 1] ?? cut)));

const tableComes = (table: TableName): readonly Delta[] => [
  { kind: 'add-table', table },
  { kind: 'add-column', column: columnName(table, '*'), is: { nullable: true, hasDefault: false, filled: true } },
];

const limited = ({ table, column, cut, proof }: Args): Statement =>
  statement(
    `ALTER TABLE ${quoteTable(table)} ADD CONSTRAINT ${quoteName(proof)} CHECK (${quoteName(column)} IS NOT NULL AND ${quoteName(column)} < ${literal(cut)}) NOT VALID`,
    {
      locks: { [table]: 'ACCESS EXCLUSIVE' },
      page: 'sql-altertable#SQL-ALTERTABLE-DESC-ADD-TABLE-CONSTRAINT',
      deltas: [comes('constraint', proof)],
      remark: `from here until the next file but one, a row at or after ${cut} is refused`,
    },
  );

/** The parent has the name, the rights, and everything of the table that `LIKE` knows; the proof belongs to the old table alone. */
function turn(args: Args, situation: Situation): readonly [Statement, ...Statement[]] {
  const { table, column, cut, next, carries = carriesNothing, proof } = args;
  const old = oldName(table);
  const parts = next.map((to, index) => ({ from: index === 0 ? cut : (next[index - 1] ?? cut), to }));
  return [
    statement(`ALTER TABLE ${quoteTable(table)} RENAME TO ${quoteLast(old)}`, {
      locks: { [table]: 'ACCESS EXCLUSIVE' },
      page: 'sql-altertable#SQL-ALTERTABLE-DESC-RENAME',
      deltas: tableComes(old),
    }),
    statement(
      `CREATE TABLE ${quoteTable(table)} (LIKE ${quoteTable(old)} INCLUDING ALL) PARTITION BY RANGE (${quoteName(column)})`,
      {
        locks: { [old]: 'ACCESS SHARE' },
        page: 'sql-createtable#SQL-CREATETABLE-PARMS-LIKE',
        remark:
          'LIKE brings columns, defaults, checks, indexes and comments; not triggers, foreign keys, policies or the owner',
      },
    ),
    statement(`ALTER TABLE ${quoteTable(table)} DROP CONSTRAINT ${quoteName(proof)}`, {
      page: 'sql-altertable#SQL-ALTERTABLE-DESC-DROP-CONSTRAINT',
      locks: { [table]: 'ACCESS EXCLUSIVE' },
      remark: 'of the new parent; the old table keeps it',
    }),
    copyRights(old, table, situation),
    ...carryOver(table, old, carries),
    statement(
      `ALTER TABLE ${quoteTable(table)} ATTACH PARTITION ${quoteTable(old)} FOR VALUES FROM (MINVALUE) TO (${literal(cut)})`,
      {
        locks: { [table]: 'SHARE UPDATE EXCLUSIVE', ...each([old, ...referredBy(carries)], 'ACCESS EXCLUSIVE') },
        page: 'sql-altertable#SQL-ALTERTABLE-DESC-ATTACH-PARTITION',
        remark: 'proved by the check: no scan; its indexes are taken over, none is built',
      },
    ),
    ...parts.map(({ from, to }) => {
      const part = partName(table, from);
      return statement(
        `CREATE TABLE ${quoteTable(part)} PARTITION OF ${quoteTable(table)} FOR VALUES FROM (${literal(from)}) TO (${literal(to)})`,
        {
          locks: { ...each(referredBy(carries), 'SHARE ROW EXCLUSIVE'), [table]: 'ACCESS EXCLUSIVE' },
          page: 'sql-createtable#SQL-CREATETABLE-PARTITION',
          deltas: tableComes(part),
        },
      );
    }),
    ...referAgain([table, old, ...parts.map(({ from }) => partName(table, from))], carries),
  ];
}

/** Looks first how far the run came: before the turn only the proof is to be taken away. Rows of the newer partitions move before the parent goes. */
function turnBack(args: Args): Statement {
  const { table, proof, carries = carriesNothing } = args;
  const back = carryBack(carries);
  const lines = (all: readonly string[]): string => all.map((line) => `    ${line};\n`).join('');
  const old = oldName(table);
  const partitions = partsOf(args);
  const [parent, kept, check] = [quoteTable(table), quoteTable(old), quoteName(proof)];
  return statement(
    `DO $back$ BEGIN
  IF (SELECT relkind FROM pg_class WHERE oid = ${regclass(table)}) = 'p' THEN
${lines(back.before)}    ALTER TABLE ${parent} DETACH PARTITION ${kept};
    ALTER TABLE ${kept} DROP CONSTRAINT ${check};
    INSERT INTO ${kept} OVERRIDING SYSTEM VALUE SELECT * FROM ${parent};
    DROP TABLE ${parent};
    ALTER TABLE ${kept} RENAME TO ${quoteLast(table)};
${lines(back.after)}  ELSE
    ALTER TABLE ${parent} DROP CONSTRAINT IF EXISTS ${check};
  END IF;
END $back$`,
    {
      locks: each(
        [table, old, ...partitions, ...referredBy(carries), ...carries.referring.map((key) => key.table)],
        'ACCESS EXCLUSIVE',
      ),
      work: 'rows',
      page: 'sql-altertable#SQL-ALTERTABLE-DESC-DETACH-PARTITION',
      deltas: [
        goes('constraint', proof),
        ...partitions.map((part): Delta => ({ kind: 'drop-table', table: part })),
        { kind: 'drop-table', table: old },
      ],
      remark:
        'the rows of the newer partitions move, none before the cut; a run that stopped before the turn loses only its check',
    },
  );
}

/** Puts a partitioned parent in front of a table without moving a row. */
export function partitionInPlace(args: Args, situation: Situation): Outcome {
  const { table, column, cut, proof, primaryKey, carries = carriesNothing } = args;
  if (!primaryKey.some((name) => bareName(name) === bareName(column)))
    return {
      kind: 'cannot',
      because: words`the primary key of a partitioned table must contain ${code(column)}, and that of ${code(table)} does not`,
      instead: words`Give ${code(table)} a primary key with ${code(column)} in it first (unique index built concurrently, then swapped in), as a change of its own`,
    };
  const old = oldName(table);
  return performed({
    does: words`Make ${code(table)} the partition before ${code(cut)} of a new parent of the same name: a check proves where its rows lie, then one short transaction turns the names round. File 1 refuses where something hangs on ${code(table)} that is not carried over`,
    scripts: [
      short(refuseForgotten(table, carries), limited(args)),
      unhurried(prove(table, proof)),
      short(...turn(args, situation)),
      ...proveAgain(table, [old, ...partsOf(args)], carries),
    ],
    worked: words`${code(`\\d+ ${table}`)} lists ${code(old)} and the new partitions; a row before and a row after ${code(cut)} can be inserted, read and deleted; the row count is as before`,
    undo: back([short(turnBack(args)), ...proveAgain(table, [], carries)], {
      minutes: measure(words`moving the rows at or after ${code(cut)} back, on a copy; seconds while there are none`),
      note: words`Nobody can use ${code(table)} while rows at or after ${code(cut)} move back, and 15 s are allowed: with many of them, first ${code(`SET statement_timeout = 0`)}.`,
    }),
  });
}
