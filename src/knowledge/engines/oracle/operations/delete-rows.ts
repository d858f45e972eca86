import type { Situation } from '#model/engine.ts';
import type { OperationArguments } from '#model/operations.ts';
import { columnName } from '#model/schema.ts';
import type { Outcome, Statement } from '#model/statement.ts';
import { code, words } from '#model/text.ts';
import { pages } from '../manual.ts';
import { ofTable, quoteName, quoteTable, sqlString } from '../quote.ts';
import { back, batches, measure, performed, short, statement } from '../statement.ts';
import { batchLoop, looped, loopRemark } from './batch-loop.ts';

type Args = OperationArguments['deleteRows'];
type Archived = Args & { readonly archive: string };

function deleteBatch({ table, key, where, batchSize, archive }: Args): Statement {
  const on = quoteTable(table);
  const keep =
    archive === undefined
      ? []
      : [
          'FORALL i IN 1 .. ids.COUNT',
          `  INSERT INTO ${quoteTable(archive)} SELECT * FROM ${on} WHERE ROWID = ids(i);`,
        ];
  return statement(
    batchLoop({
      table,
      key,
      size: batchSize,
      where: `(${where})`,
      each: [...keep, 'FORALL i IN 1 .. ids.COUNT', `  DELETE FROM ${on} WHERE ROWID = ids(i);`],
    }),
    {
      locks: { [table]: 'ROW EXCLUSIVE', ...(archive === undefined ? {} : { [archive]: 'ROW EXCLUSIVE' }) },
      work: 'rows',
      page: pages.forall,
      repeat: looped(table, key, batchSize),
      remark: loopRemark(quoteName(key)),
    },
  );
}

const makeArchive = ({ table, key, archive }: Archived): readonly [Statement, Statement] => [
  statement(`CREATE TABLE ${quoteTable(archive)} AS SELECT * FROM ${quoteTable(table)} WHERE 1 = 0`, {
    page: pages.createTable,
    deltas: [
      { kind: 'add-table', table: archive },
      {
        kind: 'add-column',
        column: columnName(archive, '*'),
        is: { nullable: true, hasDefault: false, filled: true },
      },
    ],
    remark:
      'columns and their order; invisible ones are not in it: name them by hand, here and in the loop. A virtual column becomes a plain one',
  }),
  statement(`ALTER TABLE ${quoteTable(archive)} ADD PRIMARY KEY (${quoteName(key)})`, {
    locks: { [archive]: 'exclusive DDL' },
    page: pages.constraint,
    remark: 'the table is empty',
  }),
];

/** Virtual columns cannot be written, so the columns are read from the dictionary. */
function putBack({ table, key, archive, batchSize }: Archived): Statement {
  const [by, from] = [quoteName(key), quoteTable(archive)];
  const start = sqlString(`INSERT INTO ${quoteTable(table)} (`);
  const rest = sqlString(
    ` FROM ${from} a WHERE a.ROWID = :id AND NOT EXISTS (SELECT 1 FROM ${quoteTable(table)} o WHERE o.${by} = a.${by})`,
  );
  return statement(
    batchLoop({
      table: archive,
      key,
      size: batchSize,
      declares: ['columns VARCHAR2(32767);'],
      begins: [
        `SELECT LISTAGG('"' || column_name || '"', ', ') WITHIN GROUP (ORDER BY column_id) INTO columns FROM all_tab_cols`,
        `  WHERE ${ofTable(table)} AND virtual_column = 'NO' AND hidden_column = 'NO';`,
      ],
      each: [
        'FORALL i IN 1 .. ids.COUNT',
        `  EXECUTE IMMEDIATE ${start} || columns || ') SELECT ' || columns || ${rest} USING ids(i);`,
      ],
    }),
    {
      locks: { [table]: 'ROW EXCLUSIVE' },
      work: 'rows',
      page: pages.forall,
      repeat: looped(archive, key, batchSize),
      remark: `an identity that is GENERATED ALWAYS takes no number (ORA-32795): make it BY DEFAULT for as long as this runs; ${loopRemark(by)}`,
    },
  );
}

const dropArchive = ({ archive }: Archived): Statement =>
  statement(`DROP TABLE ${quoteTable(archive)}`, {
    locks: { [archive]: 'exclusive DDL' },
    page: pages.dropTable,
    deltas: [{ kind: 'drop-table', table: archive }],
    remark: 'only after every row of it was found in the table again',
  });

/** Deletes in ranges of the key. With an archive each row is kept there in the same transaction. */
export function deleteRows(args: Args, _situation: Situation): Outcome {
  const { table, where, batchSize, archive } = args;
  const worked = words`another pass says 0 rows; no row of ${code(table)} is left for which ${code(where)}. Rows that went with them by ${code('ON DELETE CASCADE')} are in no archive: look for such foreign keys before. The room stays with ${code(table)} until it is moved`;
  if (archive === undefined)
    return performed({
      does: words`Delete the rows of ${code(table)} for which ${code(where)} in ranges of ${batchSize} keys`,
      scripts: [batches(deleteBatch(args))],
      worked,
      undo: {
        kind: 'none',
        because: words`no copy of the deleted rows is kept`,
        loses: {
          what: words`the rows of ${code(table)} for which ${code(where)}; a flashback query shows them while undo is kept (${code('undo_retention')} promises nothing), after that only a backup`,
        },
      },
    });
  const archived = { ...args, archive };
  return performed({
    does: words`Move the rows of ${code(table)} for which ${code(where)} to ${code(archive)} in ranges of ${batchSize} keys, each range in one transaction`,
    scripts: [short(...makeArchive(archived)), batches(deleteBatch(archived))],
    worked,
    undo: back([batches(putBack(archived)), short(dropArchive(archived))], {
      minutes: measure(words`one range of ${code(archive)}, times the number of ranges`),
      note: words`Triggers of ${code(table)} fire for each row that comes back.`,
    }),
  });
}
