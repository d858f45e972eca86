import type { Situation } from '#model/engine.ts';
import type { Queries } from '#model/operations.ts';
import type { Statement } from '#model/statement.ts';
import type { Dialect } from './dialect.ts';
import { differ } from './rows.ts';
import { alone } from './statement.ts';

const name = /^(?:[\p{L}_][\p{L}\d_]*|"[^"]+"|`[^`]+`|<[^<>]*>)$/u;

/** Counts and comparisons that every engine of this kind answers alike. */
export const countsIn = (dialect: Dialect) => {
  const { quoting } = dialect;
  const ask = (table: string, text: string): Statement => alone(dialect, text, { table, claim: 'reads', work: 'scan' });
  const side = (typed: string): string => (name.test(typed.trim()) ? quoting.name(typed) : `(${typed})`);
  const given = (columns: readonly string[], alias = '') =>
    columns.map((column) => `${alias}${quoting.name(column)} IS NOT NULL`).join(' AND ');

  return {
    countDifferences: ({ table, left, right }) =>
      ask(table, `SELECT COUNT(*) FROM ${quoting.table(table)} WHERE ${differ(side(left), side(right))}`),
    countTableDifferences: ({ from, to, key, toKey, columns, label, onlyExisting = false }) => {
      const rowsOf = (table: string, its: string, list: readonly string[], where = '') =>
        `(SELECT ${[`${quoting.name(its)} AS k`, ...list.map((column, index) => `${quoting.name(column)} AS c${index}`)].join(', ')} FROM ${quoting.table(table)}${where})`;
      const own = label === undefined ? '' : ` WHERE ${quoting.name(label.column)} = ${quoting.text(label.value)}`;
      const unequal = columns.map((_, index) => differ(`a.c${index}`, `b.c${index}`)).join(' OR ');
      const missing = onlyExisting ? '' : 'a.k IS NULL OR b.k IS NULL OR ';
      return ask(
        from,
        `SELECT COUNT(*) FROM ${rowsOf(
          from,
          key,
          columns.map((column) => column.from),
        )} AS a
${onlyExisting ? 'INNER' : 'FULL OUTER'} JOIN ${rowsOf(
          to,
          toKey,
          columns.map((column) => column.to),
          own,
        )} AS b ON a.k = b.k
WHERE ${missing}${unequal}`,
      );
    },
    countNulls: ({ table, column }) =>
      ask(table, `SELECT COUNT(*) FROM ${quoting.table(table)} WHERE ${quoting.name(column)} IS NULL`),
    countRows: ({ table, where }) =>
      ask(table, `SELECT COUNT(*) FROM ${quoting.table(table)}${where === undefined ? '' : ` WHERE ${where}`}`),
    countOrphans: ({ table, columns, references, referencedColumns }) => {
      const joined = columns
        .map((column, index) => `p.${quoting.name(referencedColumns[index] ?? column)} = c.${quoting.name(column)}`)
        .join(' AND ');
      return ask(
        table,
        `SELECT COUNT(*) FROM ${quoting.table(table)} AS c
LEFT JOIN ${quoting.table(references)} AS p ON ${joined}
WHERE ${given(columns, 'c.')} AND p.${quoting.name(referencedColumns[0] ?? '<key>')} IS NULL`,
      );
    },
    countDuplicates: ({ table, columns }) =>
      ask(
        table,
        `SELECT COUNT(*) FROM (SELECT ${columns.map(quoting.name).join(', ')} FROM ${quoting.table(table)} WHERE ${given(columns)}
GROUP BY ${columns.map(quoting.name).join(', ')} HAVING COUNT(*) > 1) AS twice`,
      ),
    countViolations: ({ table, expression }) =>
      ask(table, `SELECT COUNT(*) FROM ${quoting.table(table)} WHERE NOT (${expression})`),
    longestValue: ({ table, column }) =>
      ask(table, `SELECT MAX(LENGTH(${dialect.asText(quoting.name(column))})) FROM ${quoting.table(table)}`),
    distribution: ({ table, left, right }) =>
      ask(
        table,
        `SELECT value, SUM(l) AS in_left, SUM(r) AS in_right
FROM (SELECT ${dialect.asText(side(left))} AS value, 1 AS l, 0 AS r FROM ${quoting.table(table)}
      UNION ALL SELECT ${dialect.asText(side(right))}, 0, 1 FROM ${quoting.table(table)}) AS both_sides
GROUP BY value HAVING SUM(l) <> SUM(r) ORDER BY value`,
      ),
    sequenceHeadroom: ({ table, column }) =>
      ask(table, `SELECT MAX(${quoting.name(column)}) FROM ${quoting.table(table)}`),
    indexUse: () => undefined,
    extensionVersions: () => undefined,
    streamSettings: () => undefined,
  } satisfies Partial<Queries<Situation>>;
};
