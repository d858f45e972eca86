import type { Situation } from '#model/engine.ts';
import type { Operations } from '#model/operations.ts';
import { columnName } from '#model/schema.ts';
import { code, words } from '#model/text.ts';
import type { Family } from '../family.ts';
import { quoteName } from '../quote.ts';
import { back, guarded, performed } from '../statement.ts';
import { alter } from './alter-table.ts';

/** Computed when it is read it costs nothing now; stored, the table is copied. */
export const addGeneratedColumn =
  (family: Family): Operations<Situation>['addGeneratedColumn'] =>
  ({ table, column, type, expression, stored }, situation) => {
    const name = columnName(table, column);
    const alteration = stored ? 'copy' : 'add computed column';
    const blocks = family.clause(alteration, situation).mode === 'SHARED_NO_WRITE';
    return performed({
      does: stored
        ? words`Add the stored column ${code(name)}: the table is copied ${blocks ? words`while nobody can write to it. ${family.copyTools(table)}` : 'beside reads and writes'}`
        : words`Add ${code(name)}, computed when it is read`,
      scripts: [
        guarded(
          alter(
            family,
            alteration,
            situation,
            table,
            `ADD COLUMN ${quoteName(column)} ${type} GENERATED ALWAYS AS (${expression}) ${stored ? 'STORED' : 'VIRTUAL'}`,
            {
              topic: 'generated columns',
              deltas: [
                {
                  kind: 'add-column',
                  column: name,
                  is: { nullable: true, hasDefault: false, filled: true, generated: true },
                },
              ],
            },
          ),
        ),
      ],
      worked: words`${code(column)} shows the value of ${code(expression)} in the newest rows; an insert that names it is refused (${code('3105')}, ${code('1906')})`,
      undo: back([
        guarded(
          alter(
            family,
            stored ? 'drop column' : 'add computed column',
            situation,
            table,
            `DROP COLUMN ${quoteName(column)}`,
            { topic: 'generated columns', deltas: [{ kind: 'drop-column', column: name }] },
          ),
        ),
      ]),
    });
  };
