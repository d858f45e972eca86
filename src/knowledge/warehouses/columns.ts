import type { Situation } from '#model/engine.ts';
import type { Operations } from '#model/operations.ts';
import { columnName } from '#model/schema.ts';
import type { Script } from '#model/statement.ts';
import { code, words } from '#model/text.ts';
import type { Dialect } from './dialect.ts';
import { alone, back, beside, performed, plainly, restore, schemaChange, short, whole } from './statement.ts';

/** Columns that come, go and change their names, as all of these engines have it. */
export const columnsIn = (dialect: Dialect) => {
  const { quoting } = dialect;
  const alter = (table: string, clause: string) => `ALTER TABLE ${quoting.table(table)} ${clause}`;

  const dropping = (table: string, column: string) =>
    schemaChange(dialect, alter(table, `DROP COLUMN ${quoting.name(column)}`), {
      table,
      claim: 'columns',
      deltas: [{ kind: 'drop-column', column: columnName(table, column) }],
    });

  const addColumn: Operations<Situation>['addColumn'] = ({ table, column, type, nullable, default: value }) => {
    const name = columnName(table, column);
    const rest = [...(value === undefined ? [] : [`DEFAULT ${value}`]), ...(nullable ? [] : ['NOT NULL'])];
    const clause = ['ADD COLUMN', quoting.name(column), type, ...rest].join(' ');
    return performed({
      does: words`Add ${code(name)}`,
      scripts: [
        short(
          dialect,
          schemaChange(dialect, alter(table, clause), {
            table,
            claim: 'columns',
            deltas: [
              {
                kind: 'add-column',
                column: name,
                is: { nullable, hasDefault: value !== undefined, filled: value !== undefined },
              },
            ],
          }),
        ),
      ],
      worked: words`the definition of ${code(table)} shows ${code(column)} last, and reads that take every column bear it`,
      undo: back([short(dialect, dropping(table, column))]),
    });
  };

  /** Keeps the whole table as a copy that costs next to nothing, then drops. */
  const dropColumn: Operations<Situation>['dropColumn'] = ({ table, column }) => {
    const name = columnName(table, column);
    const kept = beside(dialect, table, `${quoting.bare(table)}_before_${column}`);
    const again = alter(table, `ADD COLUMN ${quoting.name(column)} <its type, NULL allowed>`);
    const fill = dialect.carry({
      target: table,
      source: kept,
      targetKey: '<key>',
      sourceKey: '<key>',
      columns: [{ from: column, to: column }],
    });
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
        short(dialect, dropping(table, column)),
      ],
      worked: words`${code(kept)} has as many rows as ${code(table)}; the definition of ${code(table)} no longer shows ${code(column)}`,
      undo: restore(
        words`from the clone, whose definition shows the type: ${code(again)}; then ${code(fill.replaceAll('\n', ' '))}; its default, NOT NULL, policies and comment by hand`,
        words`values of ${code(name)} in rows written since; with the clone ${code(kept)} all others`,
      ),
    });
  };

  const renaming = (table: string, from: string, to: string): Script =>
    short(
      dialect,
      schemaChange(dialect, alter(table, `RENAME COLUMN ${quoting.name(from)} TO ${quoting.name(to)}`), {
        table,
        claim: 'renames',
        deltas: [{ kind: 'rename-column', from: columnName(table, from), to: columnName(table, to) }],
      }),
    );

  const renameColumn: Operations<Situation>['renameColumn'] = ({ table, from, to }) =>
    performed({
      does: words`Rename ${code(columnName(table, from))} to ${code(to)}`,
      scripts: [renaming(table, from, to)],
      worked: words`the definition of ${code(table)} shows ${code(to)} and not ${code(from)}; each view that says ${code(from)} was made anew`,
      undo: back([renaming(table, to, from)]),
    });

  return { addColumn, dropColumn, renameColumn };
};
