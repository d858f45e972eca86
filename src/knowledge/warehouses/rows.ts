import type { Situation } from '#model/engine.ts';
import type { Operations } from '#model/operations.ts';
import { columnName, type Delta } from '#model/schema.ts';
import type { Script, Undo } from '#model/statement.ts';
import { code, words } from '#model/text.ts';
import type { Dialect, JoiningDialect } from './dialect.ts';
import { cannot } from './absent.ts';
import { alone, back, performed, plainly, restore, rowChange, schemaChange, short, whole } from './statement.ts';

/** Counts as different where one side is NULL, and not where both are. */
export const differ = (left: string, right: string): string =>
  `(${left} <> ${right} OR (${left} IS NULL) <> (${right} IS NULL))`;

const filling = (dialect: Dialect, table: string, text: string, deltas: readonly Delta[]): Script =>
  short(dialect, rowChange(dialect, text, { table, claim: 'rows', deltas }));

const dropping = (dialect: Dialect, table: string): Script =>
  short(
    dialect,
    schemaChange(dialect, `DROP TABLE ${dialect.quoting.table(table)}`, {
      table,
      claim: 'tables',
      deltas: [{ kind: 'drop-table', table }],
    }),
  );

/** What depends on whether rows of one table can be changed by those of another. */
interface Joins {
  readonly carry?: JoiningDialect['carry'];
  readonly fillBack: (table: string, kept: string, key: string, column: string) => Undo;
}

/** Rows by the million in one statement each: a warehouse writes whole blocks, and batches by key would write the same block again and again. */
export const rowsIn = (dialect: Dialect, joins: Joins) => {
  const { quoting } = dialect;

  const filled = (table: string, text: string, deltas: readonly Delta[]): Script =>
    filling(dialect, table, text, deltas);
  const dropped = (table: string): Script => dropping(dialect, table);

  const backfill: Operations<Situation>['backfill'] = ({
    table,
    key,
    column,
    expression,
    where,
    onlyEmpty = false,
    keepIn,
  }) => {
    const name = columnName(table, column);
    const quoted = quoting.name(column);
    const needs = where ?? (onlyEmpty ? `${quoted} IS NULL` : differ(quoted, `(${expression})`));
    const update = filled(table, dialect.update(table, `${quoted} = ${expression}`, needs), [
      { kind: 'fill', column: name },
    ]);
    return performed({
      does:
        keepIn === undefined
          ? words`Fill ${code(name)}, in one statement`
          : words`Keep ${code(table)} as ${code(keepIn)}, then fill ${code(name)}, in one statement`,
      scripts:
        keepIn === undefined
          ? [update]
          : [
              plainly(
                alone(dialect, dialect.copy(table, keepIn), {
                  table,
                  claim: 'copies',
                  work: dialect.copyWork,
                  deltas: whole(keepIn),
                }),
              ),
              update,
            ],
      worked: words`no row is left that needs it`,
      undo:
        keepIn === undefined
          ? {
              kind: 'unneeded',
              because: words`cancel it; what was filled may stay, because nobody reads ${code(name)} yet`,
            }
          : joins.fillBack(table, keepIn, key, column),
    });
  };

  const deleteRows: Operations<Situation>['deleteRows'] = ({ table, key, where, archive }) => {
    const quotedKey = quoting.name(key);
    if (archive === undefined)
      return performed({
        does: words`Delete rows of ${code(table)}, in one statement`,
        scripts: [filled(table, dialect.remove(table, where), [])],
        worked: words`no row is left where ${code(where)}`,
        undo: restore(
          dialect.rowsBack(table),
          words`after that the rows of ${code(table)} where ${code(where)}, except where an export has them`,
        ),
      });
    const [kept, from] = [quoting.table(archive), quoting.table(table)];
    const inArchive = `${quotedKey} IN (SELECT ${quotedKey} FROM ${kept})`;
    const [first, ...others] = dialect.tableOf(archive, table, `SELECT * FROM ${from} WHERE ${where}`);
    const made = (text: string, deltas: readonly Delta[]) =>
      alone(dialect, text, { table, claim: 'tables', work: 'scan', transaction: dialect.inTransaction, deltas });
    return performed({
      does: words`Copy rows of ${code(table)} to ${code(archive)}, then delete what stands there`,
      scripts: [
        plainly(made(first ?? '', whole(archive)), ...others.map((text) => made(text, []))),
        filled(table, dialect.remove(table, inArchive), []),
      ],
      worked: words`${code(archive)} has as many rows as were counted, and no row is left where ${code(where)}`,
      undo: back([
        short(
          dialect,
          rowChange(
            dialect,
            `INSERT INTO ${from} SELECT * FROM ${kept} WHERE ${quotedKey} NOT IN (SELECT ${quotedKey} FROM ${from})`,
            { table, claim: 'rows' },
          ),
        ),
        dropped(archive),
      ]),
    });
  };

  const copyRows: Operations<Situation>['copyRows'] = ({
    from,
    to,
    key,
    toKey,
    columns,
    label,
    onlyExisting = false,
  }) => {
    const pairs = [
      ...(columns.some((column) => column.to === toKey) ? [] : [{ from: quoting.name(key), to: quoting.name(toKey) }]),
      ...columns.map((column) => ({ from: quoting.name(column.from), to: quoting.name(column.to) })),
      ...(label === undefined ? [] : [{ from: quoting.text(label.value), to: quoting.name(label.column) }]),
    ];
    const list = (side: 'from' | 'to') => pairs.map((pair) => pair[side]).join(', ');
    const own = label === undefined ? '' : ` WHERE ${quoting.name(label.column)} = ${quoting.text(label.value)}`;
    const insert = `INSERT INTO ${quoting.table(to)} (${list('to')})
SELECT ${list('from')} FROM ${quoting.table(from)}
WHERE ${quoting.name(key)} NOT IN (SELECT ${quoting.name(toKey)} FROM ${quoting.table(to)}${own})`;
    if (onlyExisting && joins.carry === undefined)
      return cannot(
        words`${dialect.name} does not change rows of one table by those of another`,
        words`Make a new table from a query that joins ${code(to)} and ${code(from)}, then exchange the two names.`,
      );
    const text = onlyExisting
      ? (joins.carry?.({ target: to, source: from, targetKey: toKey, sourceKey: key, columns }) ?? '')
      : insert;
    return performed({
      does: words`Copy the rows of ${code(from)} to ${code(to)}, in one statement`,
      scripts: [
        filled(
          to,
          text,
          columns.map((column): Delta => ({ kind: 'fill', column: columnName(to, column.to) })),
        ),
      ],
      worked: words`both tables have the same rows; run again it copies what came meanwhile`,
      undo: { kind: 'unneeded', because: words`nobody reads ${code(to)} yet; what was copied may stay` },
    });
  };

  return { backfill, deleteRows, copyRows };
};

/** Where rows of one table are changed by those of another, the kept values go back one by one. */
export const joinedRowsIn = (dialect: JoiningDialect) =>
  rowsIn(dialect, {
    carry: dialect.carry,
    fillBack: (table, kept, key, column) =>
      back(
        [
          filling(
            dialect,
            table,
            dialect.carry({
              target: table,
              source: kept,
              targetKey: key,
              sourceKey: key,
              columns: [{ from: column, to: column }],
            }),
            [{ kind: 'fill', column: columnName(table, column) }],
          ),
          dropping(dialect, kept),
        ],
        { note: words`It also puts back values that somebody changed since: compare first.` },
      ),
  });
