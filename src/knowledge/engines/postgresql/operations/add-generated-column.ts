import type { Situation } from '#model/engine.ts';
import type { OperationArguments } from '#model/operations.ts';
import { columnName } from '#model/schema.ts';
import type { Outcome } from '#model/statement.ts';
import { code, words } from '#model/text.ts';
import { quoteName, quoteTable } from '../quote.ts';
import { back, long, performed, short, statement } from '../statement.ts';
import { atLeast } from '../versions.ts';

/** Stored: written to every row now. Virtual, since 18: computed when it is read. */
export function addGeneratedColumn(args: OperationArguments['addGeneratedColumn'], situation: Situation): Outcome {
  const { table, column, type, expression, stored } = args;
  const name = columnName(table, column);
  if (!stored && !atLeast('18', situation))
    return {
      kind: 'cannot',
      because: words`a column that is computed when it is read needs PostgreSQL 18`,
      instead: words`A view over ${code(table)} that computes ${code(column)}, or a plain column kept by a trigger and filled in batches`,
    };
  const add = statement(
    `ALTER TABLE ${quoteTable(table)} ADD COLUMN ${quoteName(column)} ${type} GENERATED ALWAYS AS (${expression}) ${stored ? 'STORED' : 'VIRTUAL'}`,
    {
      locks: { [table]: 'ACCESS EXCLUSIVE' },
      work: stored ? 'rewrite' : 'catalog',
      page: stored ? 'sql-altertable#SQL-ALTERTABLE-NOTES' : 'ddl-generated-columns',
      ...(stored ? {} : { versions: '18' }),
      deltas: [
        { kind: 'add-column', column: name, is: { nullable: true, hasDefault: false, filled: true, generated: true } },
      ],
    },
  );
  return performed({
    does: stored
      ? words`Add the stored column ${code(name)}: the table is written anew while nobody can use it`
      : words`Add ${code(name)}, computed when it is read`,
    scripts: [stored ? long(add) : short(add)],
    worked: words`${code(column)} shows the value of ${code(expression)} in the newest rows; an insert that names it is refused`,
    undo: back([
      short(
        statement(`ALTER TABLE ${quoteTable(table)} DROP COLUMN ${quoteName(column)}`, {
          locks: { [table]: 'ACCESS EXCLUSIVE' },
          page: 'sql-altertable#SQL-ALTERTABLE-DESC-DROP-COLUMN',
          deltas: [{ kind: 'drop-column', column: name }],
        }),
      ),
    ]),
  });
}
