import type { Delta, TableName } from '#model/schema.ts';
import type { Statement } from '#model/statement.ts';
import { pages } from '../manual.ts';
import { quoteName, quoteTable } from '../quote.ts';
import { statement } from '../statement.ts';
import { batchLoop, looped, loopRemark } from './batch-loop.ts';

/** Whether two values differ in SQL, where NULL equals NULL to DECODE and to nothing else. */
export const differs = (left: string, right: string): string => `DECODE(${left}, ${right}, 0, 1) = 1`;

interface Fill {
  readonly table: TableName;
  readonly key: string;
  readonly column: string;
  readonly expression: string;
  readonly needs: string;
  readonly size: number;
  readonly deltas: readonly Delta[];
  /** Has the columns `row_key`, `old_value` and `new_value`. */
  readonly keepIn?: TableName;
}

/** Fills one column, one range of keys after the other. Run again it changes nothing more. Of several runs the first old value stays. */
export function fillBatch({ table, key, column, expression, needs, size, deltas, keepIn }: Fill): Statement {
  const [on, by, name] = [quoteTable(table), quoteName(key), quoteName(column)];
  const kept =
    keepIn === undefined
      ? []
      : [
          'FORALL i IN 1 .. ids.COUNT',
          `  MERGE INTO ${quoteTable(keepIn)} k USING (SELECT ${by} AS row_key, ${name} AS old_value, ${expression} AS new_value FROM ${on} WHERE ROWID = ids(i)) o`,
          '  ON (k.row_key = o.row_key)',
          '  WHEN MATCHED THEN UPDATE SET k.new_value = o.new_value',
          '  WHEN NOT MATCHED THEN INSERT (row_key, old_value, new_value) VALUES (o.row_key, o.old_value, o.new_value);',
        ];
  return statement(
    batchLoop({
      table,
      key,
      size,
      where: needs,
      each: [...kept, 'FORALL i IN 1 .. ids.COUNT', `  UPDATE ${on} SET ${name} = ${expression} WHERE ROWID = ids(i);`],
    }),
    {
      locks: { [table]: 'ROW EXCLUSIVE', ...(keepIn === undefined ? {} : { [keepIn]: 'ROW EXCLUSIVE' }) },
      work: 'rows',
      page: pages.forall,
      deltas,
      repeat: looped(table, key, size),
      remark: loopRemark(quoteName(key)),
    },
  );
}
