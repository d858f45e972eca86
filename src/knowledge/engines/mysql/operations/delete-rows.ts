import type { Situation } from '#model/engine.ts';
import type { OperationArguments, Operations } from '#model/operations.ts';
import { columnName } from '#model/schema.ts';
import type { Statement } from '#model/statement.ts';
import { code, words } from '#model/text.ts';
import type { Family } from '../family.ts';
import { quoteName, quoteTable } from '../quote.ts';
import { back, batches, measure, performed, short, statement } from '../statement.ts';
import { inRange, overKeys } from './batch-statements.ts';

type Args = OperationArguments['deleteRows'];
type Archived = Args & { readonly archive: string };

const deleteBatch = (family: Family, { table, key, where, batchSize }: Args): Statement =>
  statement(`DELETE FROM ${quoteTable(table)} WHERE ${inRange(quoteName(key))} AND (${where})`, {
    locks: { [table]: 'SHARED_WRITE' },
    work: 'rows',
    source: family.source('rows'),
    repeat: overKeys(table, key, batchSize),
    remark: 'on 1205 or 1213 run that range again',
  });

const makeArchive = (family: Family, { table, archive }: Archived): Statement =>
  statement(`CREATE TABLE ${quoteTable(archive)} LIKE ${quoteTable(table)}`, {
    locks: { [table]: 'SHARED_READ' },
    source: family.source('create table'),
    deltas: [
      { kind: 'add-table', table: archive },
      { kind: 'add-column', column: columnName(archive, '*'), is: { nullable: true, hasDefault: false, filled: true } },
    ],
    remark: 'with its indexes and without its foreign keys and triggers',
  });

/** The rows are locked while they are copied, and only what is in the archive is deleted. */
const moveBatch = (family: Family, { table, key, where, archive, batchSize }: Archived): Statement => {
  const [of, kept, name] = [quoteTable(table), quoteTable(archive), quoteName(key)];
  return statement(
    `START TRANSACTION;
INSERT INTO ${kept} SELECT * FROM ${of} WHERE ${inRange(name)} AND (${where}) FOR UPDATE;
DELETE ${of} FROM ${of} JOIN ${kept} AS kept ON kept.${name} = ${of}.${name} WHERE kept.${name} > :from AND kept.${name} <= :to;
COMMIT`,
    {
      locks: { [table]: 'SHARED_WRITE', [archive]: 'SHARED_WRITE' },
      work: 'rows',
      source: family.source('rows'),
      repeat: overKeys(table, key, batchSize),
      remark:
        'on an error leave the session: the range is rolled back whole; run it again. Where the table computes a column, name the others on both sides',
    },
  );
};

const putBack = (family: Family, { table, key, archive, batchSize }: Archived): Statement => {
  const [of, kept, name] = [quoteTable(table), quoteTable(archive), quoteName(key)];
  return statement(
    `INSERT INTO ${of}
SELECT kept.* FROM ${kept} AS kept WHERE kept.${name} > :from AND kept.${name} <= :to
  AND NOT EXISTS (SELECT 1 FROM ${of} AS here WHERE here.${name} = kept.${name})`,
    {
      locks: { [table]: 'SHARED_WRITE', [archive]: 'SHARED_READ' },
      work: 'rows',
      source: family.source('rows'),
      repeat: overKeys(archive, key, batchSize),
      remark: 'one commit for each range',
    },
  );
};

const dropArchive = (family: Family, { archive }: Archived): Statement =>
  statement(`DROP TABLE ${quoteTable(archive)}`, {
    locks: { [archive]: 'EXCLUSIVE' },
    source: family.source('drop table'),
    deltas: [{ kind: 'drop-table', table: archive }],
    remark: 'only after every row of it was found in the table again',
  });

/** Deletes in ranges of the key. With an archive each row is kept there in the same transaction. */
export const deleteRows =
  (family: Family): Operations<Situation>['deleteRows'] =>
  (args) => {
    const { table, where, batchSize, archive } = args;
    const worked = words`the last range is through; no row of ${code(table)} is left for which ${code(where)}. Rows that went with them by ${code('ON DELETE CASCADE')} are in no archive and in no trigger: look for such foreign keys before. The file of the table stays as large as it was`;
    if (archive === undefined)
      return performed({
        does: words`Delete the rows of ${code(table)} for which ${code(where)} in ranges of ${batchSize} keys`,
        scripts: [batches(deleteBatch(family, args))],
        worked,
        undo: {
          kind: 'none',
          because: words`no copy of the deleted rows is kept`,
          loses: { what: words`the rows of ${code(table)} for which ${code(where)}; only a backup has them` },
        },
      });
    const archived = { ...args, archive };
    return performed({
      does: words`Move the rows of ${code(table)} for which ${code(where)} to ${code(archive)} in ranges of ${batchSize} keys, each range in one transaction`,
      scripts: [short(makeArchive(family, archived)), batches(moveBatch(family, archived))],
      worked,
      undo: back([batches(putBack(family, archived)), short(dropArchive(family, archived))], {
        minutes: measure(words`one batch over ${code(archive)}, times the number of batches`),
        note: words`Triggers of ${code(table)} fire for each row that comes back.`,
      }),
    });
  };
