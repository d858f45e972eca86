import type { Situation } from '#model/engine.ts';
import type { OperationArguments } from '#model/operations.ts';
import { columnName } from '#model/schema.ts';
import type { Outcome, Statement } from '#model/statement.ts';
import { code, words } from '#model/text.ts';
import { pages } from '../manual.ts';
import { bareName, objectId, quoteName, quoteTable } from '../quote.ts';
import { back, batches, measure, performed, short, statement } from '../statement.ts';
import { inRange, overKeys, passingBy, rowOf, rowsOfBatch } from './batch-statements.ts';

type Args = OperationArguments['deleteRows'];
type Archived = Args & { readonly archive: string };

const deleteBatch = (args: Args): Statement => {
  const { table, key, where, batchSize, archive } = args;
  return statement(
    `DELETE ${rowOf(table)}${archive === undefined ? '' : ` OUTPUT deleted.* INTO ${quoteTable(archive)}`}
FROM ${quoteTable(table)} AS ${rowOf(table)} ${passingBy}
WHERE ${inRange(quoteName(key))} AND (${where})`,
    {
      locks: { [table]: 'IX', ...(archive === undefined ? {} : { [archive]: 'IX' }) },
      work: 'rows',
      page: archive === undefined ? pages.delete : pages.output,
      repeat: overKeys(table, key, batchSize),
      remark: 'sqlcmd -v from=… to=…; locked rows are taken in the next pass, until a pass deletes none',
    },
  );
};

/** Columns and their order only: UNION ALL leaves IDENTITY behind, and a computed column becomes a plain one. */
const makeArchive = ({ table, key, archive }: Archived): readonly [Statement, Statement] => [
  statement(
    `SELECT * INTO ${quoteTable(archive)} FROM ${quoteTable(table)} WHERE 1 = 0 UNION ALL SELECT * FROM ${quoteTable(table)} WHERE 1 = 0`,
    {
      locks: { [table]: 'Sch-S' },
      page: pages.selectInto,
      deltas: [
        { kind: 'add-table', table: archive },
        {
          kind: 'add-column',
          column: columnName(archive, '*'),
          is: { nullable: true, hasDefault: false, filled: true },
        },
      ],
      remark: 'where the table has a rowversion column, make the archive by hand with binary(8) in its place',
    },
  ),
  statement(
    `ALTER TABLE ${quoteTable(archive)} ADD CONSTRAINT ${quoteName(`PK_${bareName(archive)}`)} PRIMARY KEY (${quoteName(key)})`,
    {
      locks: { [archive]: 'Sch-M' },
      page: 't-sql/statements/alter-table-table-constraint-transact-sql',
      remark: 'the table is empty',
    },
  ),
];

/** IDENTITY_INSERT wants the columns named, so they are read from the catalog. */
const putBack = ({ table, key, archive, batchSize }: Archived): Statement => {
  const text = (name: string) => quoteTable(name).replaceAll("'", "''");
  return statement(
    `DECLARE @columns nvarchar(max) = (SELECT STRING_AGG(CAST(QUOTENAME(name) AS nvarchar(max)), N', ') FROM sys.columns
  WHERE object_id = ${objectId(table)} AND is_computed = 0 AND generated_always_type = 0 AND TYPE_NAME(user_type_id) <> N'timestamp');
DECLARE @own nvarchar(100) = CASE OBJECTPROPERTY(${objectId(table)}, 'TableHasIdentity') WHEN 1 THEN N'SET IDENTITY_INSERT ${text(table)} ' ELSE N'' END;
DECLARE @insert nvarchar(max) = CASE @own WHEN N'' THEN N'' ELSE @own + N'ON; ' END
  + N'INSERT INTO ${text(table)} (' + @columns + N') SELECT ' + @columns + N' FROM ${text(archive)} AS a WHERE ${inRange(`a.${quoteName(key)}`).replaceAll("'", "''")}
  AND NOT EXISTS (SELECT 1 FROM ${text(table)} AS o WITH (UPDLOCK, HOLDLOCK) WHERE o.${quoteName(key)} = a.${quoteName(key)});' + CASE @own WHEN N'' THEN N'' ELSE @own + N'OFF;' END;
EXEC sys.sp_executesql @insert`,
    {
      locks: { [table]: 'IX', [archive]: 'IS' },
      work: 'rows',
      page: 't-sql/statements/set-identity-insert-transact-sql',
      repeat: overKeys(archive, key, batchSize),
      remark: 'one commit for each range',
    },
  );
};

const dropArchive = ({ archive }: Archived): Statement =>
  statement(`DROP TABLE ${quoteTable(archive)}`, {
    locks: { [archive]: 'Sch-M' },
    page: pages.dropTable,
    deltas: [{ kind: 'drop-table', table: archive }],
    remark: 'only after every row of it was found in the table again',
  });

/** Deletes in ranges of the key. With an archive each row is kept there in the same statement. */
export function deleteRows(args: Args, _situation: Situation): Outcome {
  const { table, where, batchSize, archive } = args;
  const ranges = words`in ranges of ${rowsOfBatch(batchSize)} keys: with 5,000 locks a statement takes the whole table`;
  const worked = words`the last range is through; no row of ${code(table)} is left for which ${code(where)}. Rows that went with them by ${code('ON DELETE CASCADE')} are in no archive: look for such foreign keys before`;
  if (archive === undefined)
    return performed({
      does: words`Delete the rows of ${code(table)} for which ${code(where)} ${ranges}`,
      scripts: [batches(deleteBatch(args))],
      worked,
      undo: {
        kind: 'none',
        because: words`no copy of the deleted rows is kept`,
        loses: { what: words`the rows of ${code(table)} for which ${code(where)}; only a backup has them` },
      },
    });
  const archived = { ...args, archive };
  return performed({
    does: words`Move the rows of ${code(table)} for which ${code(where)} to ${code(archive)} ${ranges}, each range in one statement`,
    scripts: [short(...makeArchive(archived)), batches(deleteBatch(archived))],
    worked,
    undo: back([batches(putBack(archived)), short(dropArchive(archived))], {
      minutes: measure(words`one batch over ${code(archive)}, times the number of batches`),
      note: words`Triggers of ${code(table)} fire for each batch that comes back.`,
    }),
  });
}
