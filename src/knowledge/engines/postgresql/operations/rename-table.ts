import type { Situation } from '#model/engine.ts';
import type { OperationArguments } from '#model/operations.ts';
import type { Outcome, Statement } from '#model/statement.ts';
import { code, words } from '#model/text.ts';
import { quoteLast, schemasOf } from '../names.ts';
import { partsOf, quoteTable } from '../quote.ts';
import { back, performed, short, statement } from '../statement.ts';
import { dropView, standIn } from './compatibility-view.ts';

/** The name stays in its schema, so only its last part is said. */
const rename = (from: string, to: string): Statement =>
  statement(`ALTER TABLE ${quoteTable(from)} RENAME TO ${quoteLast(to)}`, {
    locks: { [from]: 'ACCESS EXCLUSIVE' },
    page: 'sql-altertable#SQL-ALTERTABLE-DESC-RENAME',
    deltas: [{ kind: 'rename-table', from, to }],
  });

/** Renames a table; with a view under the old name in the same transaction nobody meets a moment without either. */
export function renameTable(
  { from, to, compatibilityView }: OperationArguments['renameTable'],
  situation: Situation,
): Outcome {
  if (partsOf(to).length > 1 && schemasOf(from).join() !== schemasOf(to).join())
    return {
      kind: 'cannot',
      because: words`${code('RENAME TO')} keeps a table in its schema, and ${code(to)} is in another`,
      instead: words`${code('ALTER TABLE … SET SCHEMA')} moves it, as a step of its own`,
    };
  if (!compatibilityView)
    return performed({
      does: words`Rename ${code(from)} to ${code(to)}: from this moment on every statement that says ${code(from)} fails`,
      scripts: [short(rename(from, to))],
      worked: words`${code(`\\d ${to}`)} shows the table on every node`,
      undo: back([short(rename(to, from))], { note: words`From then on every statement that says ${code(to)} fails.` }),
    });
  return performed({
    does: words`Rename ${code(from)} to ${code(to)} and put a view under the name ${code(from)}, in one transaction`,
    scripts: [short(rename(from, to), ...standIn(from, to, situation))],
    worked: words`a row inserted, changed and locked through ${code(from)} shows in ${code(to)}. ${code('TRUNCATE')}, ${code('ALTER TABLE')}, ${code('COPY')} into it and partitions do not work through the view; row security of ${code(to)} sees the view’s owner`,
    undo: back([short(dropView(from), rename(to, from))]),
  });
}
