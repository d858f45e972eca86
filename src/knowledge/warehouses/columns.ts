import type { Situation } from '#model/engine.ts';
import type { Operations } from '#model/operations.ts';
import { columnName } from '#model/schema.ts';
import type { Script } from '#model/statement.ts';
import { code, words } from '#model/text.ts';
import type { Dialect } from './dialect.ts';
import { dropping } from './drop-column.ts';
import { back, performed, schemaChange, short } from './statement.ts';

/** Columns that come, go and change their names, as all of these engines have it. */
export const columnsIn = (dialect: Dialect) => {
  const { quoting } = dialect;
  const alter = (table: string, clause: string) => `ALTER TABLE ${quoting.table(table)} ${clause}`;

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
            work: value === undefined ? 'catalog' : dialect.defaultWork,
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
      undo: back([short(dialect, dropping(dialect, table, column))]),
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

  return { addColumn, renameColumn };
};
