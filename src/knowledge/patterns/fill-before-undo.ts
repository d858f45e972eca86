import type { ChangeContext } from '#model/change.ts';
import type { Expression } from '#model/operations.ts';
import type { TableName } from '#model/schema.ts';
import { columnName } from '#model/schema.ts';
import type { Outcome, Script } from '#model/statement.ts';
import { code, words } from '#model/text.ts';
import { batchRows, rowKey } from './row-key.ts';
import { bareTable } from './table-name.ts';

/**
 * Allows NULL, with a way back that also holds once rows without a value are there: the rows are kept in a file, then
 * filled, then NOT NULL is proved.
 */
export function allowsNull(
  context: ChangeContext,
  { table, column, fill }: { readonly table: TableName; readonly column: string; readonly fill: Expression },
): Outcome {
  const { engine } = context;
  const key = rowKey(context, table);
  const outcome = engine.dropNotNull({ table, column, proof: `${bareTable(table)}_${column}_nn` });
  if (outcome.kind === 'cannot' || outcome.undo.kind !== 'statements') return outcome;
  const file = `${bareTable(table)}_${column}.csv`;
  const saved = engine.exportColumn({ table, key, column, file });
  const filled = engine.backfill({ table, key, column, expression: fill, onlyEmpty: true, batchSize: batchRows });
  const first: readonly Script[] = [saved, filled].flatMap((one) => (one.kind === 'performed' ? one.scripts : []));
  const [head, ...tail] = [...first, ...outcome.undo.scripts];
  return {
    ...outcome,
    undo: {
      ...outcome.undo,
      scripts: head === undefined ? outcome.undo.scripts : [head, ...tail],
      note: words`Rows that hold NULL by then get ${code(fill)}; ${code(file)} says which they were. None holds it: only the proof is needed for ${code(columnName(table, column))}`,
    },
  };
}
