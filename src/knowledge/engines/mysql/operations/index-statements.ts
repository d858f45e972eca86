import type { Situation } from '#model/engine.ts';
import type { TableName } from '#model/schema.ts';
import type { Statement } from '#model/statement.ts';
import { replaysStatements } from '../facts.ts';
import type { Family } from '../family.ts';
import { comes, goes, quoteLast } from '../names.ts';
import { quoteName } from '../quote.ts';
import { alter, alterWith } from './alter-table.ts';

/** An expression of the person, which stands in brackets. A length in brackets behind a name is none. */
export const isExpression = (column: string): boolean =>
  /^\(.*\)$/s.test(column.trim()) ||
  (/[(+*/]/.test(column) && !/^[`\p{L}_][`\p{L}\d_$]*\s*\(\d+\)/u.test(column.trim()));

/** A name alone, a name with a length or its order, or an expression. */
function indexed(column: string): string {
  const typed = column.trim();
  if (/^\(.*\)$/s.test(typed)) return typed;
  if (isExpression(typed)) return `(${typed})`;
  const [, name = typed, size = '', order = ''] =
    /^(`(?:[^`]|``)+`|[^\s`(]+)\s*(\(\d+\))?\s*(asc|desc)?$/i.exec(typed) ?? [];
  return `${quoteName(name)}${size}${order === '' ? '' : ` ${order.toUpperCase()}`}`;
}

interface Built {
  readonly index: string;
  readonly columns: readonly string[];
  readonly kind?: 'UNIQUE ' | 'FULLTEXT ' | 'SPATIAL ' | '';
}

/** Builds an index beside the traffic, or while writers wait for the kinds that cannot be built otherwise. */
export function build(
  family: Family,
  table: TableName,
  { index, columns, kind = '' }: Built,
  situation: Situation,
): Statement {
  const slow = kind === 'FULLTEXT ' || kind === 'SPATIAL ' || columns.some(isExpression);
  const clause = family.clause(slow ? 'add slow index' : 'add index', situation);
  // The first full text index adds a hidden column to every row.
  return alterWith(
    family,
    kind === 'FULLTEXT ' ? clause : { ...clause, work: 'index build' },
    table,
    `ADD ${kind}INDEX ${quoteLast(index)} (${columns.map(indexed).join(', ')})`,
    {
      topic: 'indexes',
      deltas: [{ ...comes('index', index), ...(kind === 'UNIQUE ' ? { unique: true as const } : {}) }],
      remark: `waits for open transactions on the table at its start and at its end, and everybody else behind it; one that fails leaves nothing behind${replaysStatements(situation) ? '; replicas build it only afterwards, and lag for as long' : ''}`,
    },
  );
}

export const dropNamedIndex = (family: Family, table: TableName, index: string, situation: Situation): Statement =>
  alter(family, 'drop index', situation, table, `DROP INDEX ${quoteLast(index)}`, {
    topic: 'indexes',
    deltas: [goes('index', index)],
  });

export const renameIndexTo = (
  family: Family,
  table: TableName,
  from: string,
  to: string,
  situation: Situation,
): Statement =>
  alter(family, 'rename index', situation, table, `RENAME INDEX ${quoteLast(from)} TO ${quoteLast(to)}`, {
    topic: 'indexes',
    deltas: [goes('index', from), comes('index', to)],
  });
