import type { ChangeContext } from '#model/change.ts';
import type { TableName } from '#model/schema.ts';
import { columnName } from '#model/schema.ts';
import type { Outcome, Script } from '#model/statement.ts';
import { code, words } from '#model/text.ts';
import { rowKey } from './row-key.ts';
import { bareTable } from './table-name.ts';

/** NULL is the right value of every old row: the column counts as filled from the start. */
export function emptyIsRight(outcome: Outcome, table: TableName, column: string): Outcome {
  if (outcome.kind === 'cannot') return outcome;
  const name = columnName(table, column);
  const filled = (script: Script): Script => {
    const [first, ...rest] = script.statements.map((statement) =>
      statement.deltas.some((delta) => delta.kind === 'add-column' && delta.column === name)
        ? { ...statement, deltas: [...statement.deltas, { kind: 'fill' as const, column: name }] }
        : statement,
    );
    return first === undefined ? script : { ...script, statements: [first, ...rest] };
  };
  const [first, ...rest] = outcome.scripts;
  return { ...outcome, scripts: [filled(first), ...rest.map(filled)] };
}

/** The way back of an added column: an export first where a release writes it, and never under a process that knows it. */
export function withOwnUndo(
  context: ChangeContext,
  outcome: Outcome,
  { table, column, written }: { readonly table: TableName; readonly column: string; readonly written: boolean },
): Outcome {
  if (outcome.kind === 'cannot' || outcome.undo.kind !== 'statements') return outcome;
  const name = columnName(table, column);
  const file = `${bareTable(table)}_${column}.csv`;
  const saved = context.engine.exportColumn({ table, key: rowKey(context, table), column, file });
  const saving: readonly Script[] = written && saved.kind === 'performed' ? saved.scripts : [];
  const [first, ...rest] = [...saving, ...outcome.undo.scripts];
  const remembers = context.stack.remembersColumns;
  const { note: _, ...undo } = outcome.undo;
  return {
    ...outcome,
    undo: {
      ...undo,
      scripts: first === undefined ? outcome.undo.scripts : [first, ...rest],
      ...(remembers ? { onlyIgnoring: [name] } : {}),
      ...(remembers
        ? {}
        : {
            note: words`Better leave it: no release before uses it; never drop it once a release that names it has started${written ? words` and can run; ${code(file)} keeps what was written since` : ''}`,
          }),
    },
  };
}
