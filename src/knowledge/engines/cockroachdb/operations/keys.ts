import type { KeyChange, Situation } from '#model/engine.ts';
import type { OperationArguments } from '#model/operations.ts';
import type { Delta } from '#model/schema.ts';
import { unconfirmed } from '#model/source.ts';
import type { Outcome, Statement } from '#model/statement.ts';
import { code, words } from '#model/text.ts';
import { comes, goes } from '../../postgresql/names.ts';
import { pages } from '../manual.ts';
import { bareName, quoteIndex, quoteTable } from '../quote.ts';
import { reading } from '../reading.ts';
import { back, job, jobs, measure, performed, plainly } from '../statement.ts';
import { buildUnique, dropIndexNow, indexed, renameIndexTo } from './indexes.ts';

/** A unique index is a unique constraint already; only its name is another. */
export function attachUnique(args: OperationArguments['attachUnique'], _situation: Situation): Outcome {
  const { table, constraint, index } = args;
  const named = (from: string, to: string): Statement => ({ ...renameIndexTo(table, from, to), deltas: [] });
  return performed({
    does: words`Give the unique index ${code(index)} the name ${code(constraint)}: on CockroachDB it is the constraint already`,
    scripts: [jobs({ ...named(index, constraint), deltas: [goes('index', index), comes('constraint', constraint)] })],
    worked: words`${code(`SHOW CONSTRAINTS FROM ${table}`)} lists ${code(constraint)} as ${code('UNIQUE')}`,
    undo: back([
      jobs({ ...named(constraint, index), deltas: [goes('constraint', constraint), comes('index', index)] }),
    ]),
  });
}

/** The name that the engine gives to a unique index over columns: `orders_tenant_id_id_key`. */
const leftover = (table: string, columns: readonly string[]): string =>
  `${bareName(table)}_${columns.map((column) => bareName(column)).join('_')}_key`;

/** The key that goes stays as a unique index: a delta where its columns are known. */
const toKey = (table: string, columns: readonly string[], former?: readonly string[]): Statement => {
  const left: readonly Delta[] = former === undefined ? [] : [comes('index', leftover(table, former))];
  return job(
    `ALTER TABLE ${quoteTable(table)} ALTER PRIMARY KEY USING COLUMNS (${columns.map((column) => indexed(column)).join(', ')})`,
    { work: 'index build', page: pages.primaryKey, deltas: left },
  );
};

/** What a change of the key has left behind. */
const dropLeftover = (table: string, columns: readonly string[]): Statement =>
  job(`DROP INDEX IF EXISTS ${quoteIndex(table, leftover(table, columns))}`, {
    page: pages.dropIndex,
    source: unconfirmed(
      'Does DROP INDEX without CASCADE take away the unique index that ALTER PRIMARY KEY left? The manual asks for CASCADE only where CREATE TABLE made the index.',
    ),
    deltas: [goes('index', leftover(table, columns))],
    remark: 'the name as SHOW INDEXES shows it; where it is refused, a foreign key may need it: leave it',
  });

const noted = (table: string): Statement =>
  reading(`SHOW CREATE TABLE ${quoteTable(table)}`, {
    page: pages.showCreate,
    remark: 'keep the answer: the columns of the key today, whether it is hash-sharded, partitions, schema_locked',
  });

/**
 * Changes the key of a table, beside reads and writes. The old key stays as a unique index: nothing can stand twice in it, so it can be the key again.
 * A key that was dropped and added in one statement leaves no such index, and the way back is closed by the first duplicate.
 */
export function changeKey({ table, columns, was }: KeyChange, _situation: Situation): Outcome {
  if (was?.join() === columns.join())
    return {
      kind: 'cannot',
      because: words`${code(columns.join(', '))} is the key of ${code(table)} today`,
      instead: words`Say which columns the new key has`,
    };
  const old = was ?? ['<columns of the key today>'];
  const kept =
    was === undefined ? words`a unique index over its columns` : words`the unique index ${code(leftover(table, was))}`;
  const leftovers = was === undefined ? [] : [jobs(dropLeftover(table, was))];
  return performed({
    does: words`Change the primary key of ${code(table)} to ${code(columns.join(', '))}: a job writes the rows in the order of the new key, and anew each index that points to them, beside reads and writes. The old key stays as ${kept}. Look first for ${code('UPSERT')} and ${code('ON CONFLICT')} without columns: ${code('UPSERT')} takes a row for the same by the primary key only`,
    scripts: [plainly(noted(table)), jobs(toKey(table, columns, was))],
    worked: words`its job and those that follow it are ${code('succeeded')} in ${code('SHOW JOBS')}; ${code('SHOW CREATE TABLE')} shows the new ${code('PRIMARY KEY')} and ${kept}; ${code('EXPLAIN')} of a read by the old key uses that index`,
    undo: back([jobs(toKey(table, old, columns)), jobs(dropLeftover(table, columns)), ...leftovers], {
      minutes: measure(words`the same change on a copy with production's size, back again`),
      note: words`While its job runs, ${code('CANCEL JOB')} takes it back instead. Afterwards it is the same work once more, in the same disk. Partitions and a hash-sharded key come back only if the statement says so, as ${code('SHOW CREATE TABLE')} showed them.`,
    }),
  });
}

/** From a unique index that is there: the index proved that nothing stands twice, and goes when the key is there. */
export function attachPrimaryKey(args: OperationArguments['attachPrimaryKey'], _situation: Situation): Outcome {
  const { table, constraint, index, columns } = args;
  const key = toKey(table, columns);
  const former = toKey(table, ['<columns of the key today>']);
  return performed({
    does: words`Make ${code(columns.join(', '))} the primary key of ${code(table)} beside reads and writes, then drop ${code(index)}, which it does not need. The old key stays as a unique index`,
    scripts: [
      plainly(noted(table)),
      jobs({ ...key, deltas: [comes('constraint', constraint)] }),
      jobs(dropIndexNow(table, index)),
    ],
    worked: words`its job is ${code('succeeded')}; ${code('SHOW CREATE TABLE')} shows the key. Its name is the one that CockroachDB gives: ${code(`${bareName(table)}_pkey`)} unless the table had another`,
    undo: back(
      [jobs(buildUnique(table, index, columns)), jobs({ ...former, deltas: [goes('constraint', constraint)] })],
      {
        minutes: measure(words`the same change on a copy with production's size, back again`),
        note: words`The columns of the former key are in what was kept before. It leaves a unique index over ${code(columns.join(', '))} behind: drop it by the name in ${code('SHOW INDEXES')}.`,
      },
    ),
  });
}
