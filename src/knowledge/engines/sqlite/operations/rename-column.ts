import type { Situation } from '#model/engine.ts';
import type { OperationArguments } from '#model/operations.ts';
import { columnName } from '#model/schema.ts';
import type { Outcome } from '#model/statement.ts';
import { code, words } from '#model/text.ts';
import { quoteName, quoteTable } from '../quote.ts';
import { back, performed, short, statement } from '../statement.ts';

/** Renames a column, and what names it in indexes, views and triggers of the file. */
export function renameColumn({ table, from, to }: OperationArguments['renameColumn'], _situation: Situation): Outcome {
  const rename = (old: string, now: string) =>
    short(
      statement(`ALTER TABLE ${quoteTable(table)} RENAME COLUMN ${quoteName(old)} TO ${quoteName(now)}`, {
        writes: [table],
        page: 'lang_altertable#altertabmvcol',
        deltas: [{ kind: 'rename-column', from: columnName(table, old), to: columnName(table, now) }],
      }),
    );
  return performed({
    does: words`Rename ${code(columnName(table, from))} to ${code(to)}: from this moment on every statement that says ${code(from)} fails. Views and triggers of the file are rewritten with it; one that is broken already makes it fail`,
    scripts: [rename(from, to)],
    worked: words`${code(to)} is listed and ${code(from)} is not`,
    undo: back([rename(to, from)], { note: words`From then on every statement that says ${code(to)} fails.` }),
  });
}
