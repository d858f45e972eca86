import type { Situation } from '#model/engine.ts';
import type { OperationArguments, Operations } from '#model/operations.ts';
import { columnName, type Delta } from '#model/schema.ts';
import type { Script, Undo } from '#model/statement.ts';
import { code, words } from '#model/text.ts';
import { earlier, load, piped, unload } from '../bulk.ts';
import { dsbulk, inManual, nodetool } from '../manual.ts';
import { bareName, keyspaceOf, quoteName, quoteTable } from '../quote.ts';
import { agreed, back, changing, measure, paceOf, paced, performed, plainly, statement } from '../statement.ts';
import { cannot } from './absent.ts';
import { dropped } from './schema.ts';

/** Rows a second where the operation does not say. */
const pace = 500;

const drawn = (table: string) => measure(words`rows of ${code(table)} ÷ the pace, from the dry run`);

type Kept = OperationArguments['backfill'] & { readonly keepIn: string };

const copied = (table: string): readonly Delta[] => [
  { kind: 'add-table', table },
  { kind: 'add-column', column: columnName(table, '*'), is: { nullable: true, hasDefault: false, filled: true } },
];

const keep = ({ table, key, column, keepIn, batchSize, columnType = `<type of ${column}>` }: Kept): Script[] => [
  changing(
    statement(`CREATE TABLE ${quoteTable(keepIn)} (row_key <type of ${key}> PRIMARY KEY, old_value ${columnType})`, {
      deltas: copied(keepIn),
    }),
  ),
  paced(
    piped(
      table,
      `SELECT ${quoteName(key)} AS row_key, ${quoteName(column)} AS old_value FROM ${quoteTable(table)}`,
      keepIn,
      `INSERT INTO ${quoteTable(keepIn)} (row_key, old_value) VALUES (:row_key, :old_value)`,
      { key, size: batchSize, deltas: [], remark: 'before the first new value is written' },
    ),
  ),
];

const putBack = ({ table, key, column, keepIn, batchSize }: Kept): Undo =>
  back(
    [
      paced(
        piped(
          keepIn,
          `SELECT row_key, old_value FROM ${quoteTable(keepIn)}`,
          table,
          `UPDATE ${quoteTable(table)} SET ${quoteName(column)} = :old_value WHERE ${quoteName(key)} = :row_key`,
          {
            key: 'row_key',
            size: batchSize,
            deltas: [{ kind: 'fill', column: columnName(table, column) }],
            remark: 'also puts back values that somebody changed since: compare first; a row deleted since comes back',
          },
        ),
      ),
      dropped(keepIn),
    ],
    { minutes: drawn(keepIn) },
  );

/** The write time of what is read: a newer value on either side stands, whichever way the rows go. */
function timed(expression: string): { readonly select: string; readonly using: string } {
  const named = expression.replaceAll(/'[^']*'/g, '').match(/[a-z_]\w*/gi);
  if (named === null) return { select: '', using: ` USING TIMESTAMP ${earlier}` };
  const source = /^\w+$/.test(expression.trim()) ? quoteName(expression.trim()) : '<the column it reads>';
  return { select: `, writetime(${source}) AS written`, using: ' USING TIMESTAMP :written' };
}

const backfill: Operations<Situation>['backfill'] = (args) => {
  const { table, key, column, expression, where, batchSize, keepIn } = args;
  const name = columnName(table, column);
  const filter = where === undefined ? '' : ` WHERE ${where} ALLOW FILTERING`;
  const { select, using } = keepIn === undefined ? timed(expression) : { select: '', using: '' };
  const fill = paced(
    piped(
      table,
      `SELECT ${quoteName(key)} AS row_key, ${expression} AS new_value${select} FROM ${quoteTable(table)}${filter}`,
      table,
      `UPDATE ${quoteTable(table)}${using} SET ${quoteName(column)} = :new_value WHERE ${quoteName(key)} = :row_key`,
      { key, size: batchSize, deltas: [{ kind: 'fill', column: name }] },
    ),
  );
  const kept = keepIn === undefined ? undefined : { ...args, keepIn };
  const [first = fill, ...rest] = kept === undefined ? [fill] : [...keep(kept), fill];
  return performed({
    does: words`Fill ${code(name)} at most ${batchSize} rows a second${keepIn === undefined ? words`, each with the write time of what it is made from: a newer write of a release wins` : words`, its old values kept in ${code(keepIn)}`}`,
    scripts: [first, ...rest],
    worked: words`${code('dsbulk')} reports no failed row; a repair of ${code(table)} has ended since`,
    undo:
      kept === undefined
        ? { kind: 'unneeded', because: words`stop it; nobody reads ${code(name)} yet, and run again it goes on` }
        : putBack(kept),
  });
};

const copyRows: Operations<Situation>['copyRows'] = ({ from, to, key, toKey, columns, label, batchSize }) => {
  const [read, write] = [
    [
      `${quoteName(key)} AS k`,
      ...columns.map((column, index) => `${quoteName(column.from)} AS c${String(index)}`),
      `writetime(${columns.map(({ from: column }) => quoteName(column))[0] ?? '<a column that is no key>'}) AS written`,
    ],
    [quoteName(toKey), ...columns.map((column) => quoteName(column.to))],
  ];
  const values = [':k', ...columns.map((_, index) => `:c${String(index)}`)];
  const labelled =
    label === undefined ? [[], []] : [[quoteName(label.column)], [`'${label.value.replaceAll("'", "''")}'`]];
  return performed({
    does: words`Copy the rows of ${code(from)} to ${code(to)} at most ${batchSize} rows a second while releases write both, each row with the write time that it has: a newer write of a release wins`,
    scripts: [
      paced(
        piped(
          from,
          `SELECT ${read.join(', ')} FROM ${quoteTable(from)}`,
          to,
          `INSERT INTO ${quoteTable(to)} (${[...write, ...(labelled[0] ?? [])].join(', ')}) VALUES (${[...values, ...(labelled[1] ?? [])].join(', ')}) USING TIMESTAMP :written`,
          {
            key,
            size: batchSize,
            deltas: columns.map((column): Delta => ({ kind: 'fill', column: columnName(to, column.to) })),
            remark: 'a row with a time to live loses it: carry it with USING TTL, or leave such rows to expire',
          },
        ),
      ),
    ],
    worked: words`${code('dsbulk')} reports no failed row; both tables compare equal`,
    undo: { kind: 'unneeded', because: words`nobody reads ${code(to)} yet; stop it, what was copied may stay` },
  });
};

const deleteRows: Operations<Situation>['deleteRows'] = ({ table, key, where, batchSize, archive }) => {
  const file = archive === undefined ? undefined : `${bareName(archive)}.csv`;
  const select = `SELECT * FROM ${quoteTable(table)} WHERE ${where} ALLOW FILTERING`;
  const keepFirst = plainly(
    statement(unload(table, select, file), {
      language: 'shell',
      work: 'scan',
      source: dsbulk,
      remark: 'a folder of files; without their times to live and write times',
    }),
  );
  const remove = paced(
    piped(
      table,
      `SELECT ${quoteName(key)} AS row_key FROM ${quoteTable(table)} WHERE ${where} ALLOW FILTERING`,
      table,
      `DELETE FROM ${quoteTable(table)} WHERE ${quoteName(key)} = :row_key`,
      {
        key,
        size: batchSize,
        deltas: [],
        remark:
          'each delete is a tombstone until gc_grace_seconds have passed: keep the pace low, watch reads; by the partition key alone where whole partitions go',
      },
    ),
  );
  return performed({
    does: words`Delete the rows of ${code(table)} where ${code(where)}, at most ${batchSize} a second${file === undefined ? '' : words`, after an export to ${code(file)}`}`,
    scripts: file === undefined ? [remove] : [keepFirst, remove],
    worked: words`no row is left where ${code(where)}; tombstones per read as before; a repair has ended within ${code('gc_grace_seconds')}`,
    undo:
      file === undefined
        ? {
            kind: 'none',
            because: words`deleted rows are kept nowhere`,
            loses: { what: words`the rows of ${code(table)} where ${code(where)}, except what a restore brings back` },
          }
        : back(
            [
              paced(
                statement(
                  `dsbulk load -h <contact point> -k ${quoteName(keyspaceOf(table))} -t ${quoteName(bareName(table))} -url '${file}' --executor.maxPerSecond ${String(batchSize)}`,
                  { language: 'shell', work: 'rows', source: dsbulk, repeat: paceOf(table, key, batchSize) },
                ),
              ),
            ],
            { minutes: drawn(table), note: words`Rows come back without the time to live that they had.` },
          ),
  });
};

const exportColumn: Operations<Situation>['exportColumn'] = ({ table, key, column, file }) =>
  performed({
    does: words`Export ${code(key)} and ${code(columnName(table, column))} to ${code(file)}`,
    scripts: [
      plainly(
        statement(
          unload(
            table,
            `SELECT ${quoteName(key)} AS row_key, ${quoteName(column)} AS old_value FROM ${quoteTable(table)}`,
            file,
          ),
          {
            language: 'shell',
            work: 'scan',
            source: dsbulk,
            deltas: [{ kind: 'export', column: columnName(table, column) }],
            remark: `a folder; back by: ${load(table, `UPDATE ${quoteTable(table)} SET ${quoteName(column)} = :old_value WHERE ${quoteName(key)} = :row_key`, 500, file)}`,
          },
        ),
      ),
    ],
    worked: words`${code('dsbulk')} reports no failed row and as many as ${code(`dsbulk count`)} finds`,
    undo: { kind: 'unneeded', because: words`it only reads` },
  });

const tagOf = (file: string): string => file.replace(/\.\w+$/, '').replaceAll(/[^\w<>-]/g, '_');

/** Links to the files of the table on each node: seconds, and no room until compaction rewrites them. */
const exportTable: Operations<Situation>['exportTable'] = ({ table, file }) =>
  performed({
    does: words`Take a snapshot of ${code(table)} on every node, under the tag ${code(tagOf(file))}`,
    scripts: [
      plainly(
        statement(
          `nodetool snapshot --tag ${tagOf(file)} --table ${quoteName(bareName(table))} ${quoteName(keyspaceOf(table))}`,
          {
            language: 'shell',
            work: 'none',
            source: nodetool('snapshot'),
            remark: 'on every node, after a repair; copy it away from the node: it is lost with the disk',
          },
        ),
      ),
    ],
    worked: words`${code('nodetool listsnapshots')} shows it on every node; loaded into a cluster beside this one, rows compare equal`,
    undo: { kind: 'unneeded', because: words`it only reads` },
  });

const moving = (from: string, to: string, deltas: readonly Delta[], remark: string): Script =>
  paced(
    piped(
      from,
      `SELECT <every column> FROM ${quoteTable(from)}`,
      to,
      `INSERT INTO ${quoteTable(to)} (<every column>) VALUES (<:each>)`,
      { key: '<primary key>', size: pace, deltas, remark },
    ),
  );

/** There is no rename: while nobody writes, a new table takes the rows. The old one stays until it is dropped by itself. */
const renameTable: Operations<Situation>['renameTable'] = ({ from, to, compatibilityView }) =>
  compatibilityView
    ? cannot(
        words`a materialised view cannot be written to, so none can stand in for ${code(from)}`,
        words`Let releases write ${code(from)} and ${code(to)}, copy the rows with an earlier timestamp, compare, move reads, then stop writing ${code(from)}`,
      )
    : performed({
        does: words`Copy ${code(from)} to a new table ${code(to)} while nobody writes: a table cannot be renamed, so ${code(from)} stays beside it`,
        scripts: [
          changing(
            statement(`<CREATE TABLE as DESCRIBE TABLE ${from} prints it, with its indexes, under the name ${to}>`, {
              language: 'text',
            }),
          ),
          moving(from, to, [{ kind: 'rename-table', from, to }], 'after nodetool repair of the table'),
        ],
        worked: words`${agreed}; ${code('dsbulk count')} gives the same for both`,
        undo: back(
          [
            moving(to, from, [{ kind: 'rename-table', from: to, to: from }], 'while nobody writes'),
            changing(
              statement(`DROP TABLE ${quoteTable(to)}`, {
                source: inManual('developing/cql/ddl#drop-table-statement'),
              }),
            ),
          ],
          {
            minutes: drawn(from),
            note: words`Rows deleted from ${code(to)} meanwhile stand in ${code(from)} again: delete them there too.`,
          },
        ),
      });

export const rows = { renameTable, backfill, copyRows, deleteRows, exportColumn, exportTable };
