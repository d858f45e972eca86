import type { Situation } from '#model/engine.ts';
import type { Operations } from '#model/operations.ts';
import { columnName } from '#model/schema.ts';
import type { Statement, Undo } from '#model/statement.ts';
import { code, type Text, words } from '#model/text.ts';
import type { Dialect, JoiningDialect } from './dialect.ts';
import { alone, beside, performed, plainly, restore, schemaChange, short, whole } from './statement.ts';

export const dropping = (dialect: Dialect, table: string, column: string): Statement =>
  schemaChange(dialect, `ALTER TABLE ${dialect.quoting.table(table)} DROP COLUMN ${dialect.quoting.name(column)}`, {
    table,
    claim: 'columns',
    deltas: [{ kind: 'drop-column', column: columnName(table, column) }],
  });

/** The values of a dropped column: rows written since have none. */
export const lost = (table: string, column: string, kept: string): Text =>
  words`values of ${code(columnName(table, column))} in rows written since; ${code(kept)} has all others`;

/** Keeps the whole table as a copy that costs next to nothing, then drops. */
export const cloneThenDrop =
  (
    dialect: Dialect,
    undo: (table: string, column: string, kept: string) => Undo,
  ): Operations<Situation>['dropColumn'] =>
  ({ table, column }) => {
    const kept = beside(dialect, table, `${dialect.quoting.bare(table)}_before_${column}`);
    return performed({
      does: words`Keep ${code(table)} as the clone ${code(kept)}, then drop ${code(column)}`,
      scripts: [
        plainly(
          alone(dialect, dialect.copy(table, kept), {
            table,
            claim: 'copies',
            work: dialect.copyWork,
            deltas: whole(kept),
            remark: 'the way back: drop it only when nobody wants the values again',
          }),
        ),
        short(dialect, dropping(dialect, table, column)),
      ],
      worked: words`${code(kept)} has as many rows as ${code(table)}; the definition of ${code(table)} no longer shows ${code(column)}`,
      undo: undo(table, column, kept),
    });
  };

/** Adds the column again and fills it from the clone, row by row. */
export const filledFrom =
  (dialect: JoiningDialect) =>
  (table: string, column: string, kept: string): Undo => {
    const { quoting } = dialect;
    const again = `ALTER TABLE ${quoting.table(table)} ADD COLUMN ${quoting.name(column)} <its type, NULL allowed>`;
    const fill = dialect.carry({
      target: table,
      source: kept,
      targetKey: '<key>',
      sourceKey: '<key>',
      columns: [{ from: column, to: column }],
    });
    return restore(
      words`from the clone, whose definition shows the type: ${code(again)}; then ${code(fill.replaceAll('\n', ' '))}; its default, NOT NULL, policies and comment by hand`,
      lost(table, column, kept),
    );
  };
