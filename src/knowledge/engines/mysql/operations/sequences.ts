import type { Situation } from '#model/engine.ts';
import type { Operations } from '#model/operations.ts';
import { columnName } from '#model/schema.ts';
import type { Script } from '#model/statement.ts';
import { code, words } from '#model/text.ts';
import type { Family } from '../family.ts';
import { back, guarded, measure, performed } from '../statement.ts';
import { cannot } from './cannot.ts';
import { modifyColumn } from './modify-column.ts';

export const widenSequence =
  (_: Family): Operations<Situation>['widenSequence'] =>
  ({ sequence, to }) =>
    cannot(
      words`the numbers of ${code(sequence)} are those of a column with ${code('AUTO_INCREMENT')}, or a sequence that is ${code('BIGINT')} already`,
      words`Nothing: the numbers are ${code(to)} as soon as the type of their column is`,
    );

/** One column of a table counts, and it must have an index of its own: the old one stops before the new one begins. */
const turnCounting = (family: Family, table: string, from: string, to: string, situation: Situation): Script => {
  const clause = family.clause('copy', situation);
  const turned = (column: string, counts: boolean, remark: string) =>
    modifyColumn(family, clause, {
      table,
      column,
      counts,
      topic: 'types',
      remark,
      deltas: [{ kind: 'alter-column', column: columnName(table, column), set: { hasDefault: counts } }],
    });
  const [first, ...rest] = turned(from, false, 'until the second copy is through no insert gets a number by itself');
  return guarded(
    first,
    ...rest,
    ...turned(
      to,
      true,
      'refused (1075) without a unique index that begins with the column; it goes on after the greatest number',
    ),
  );
};

export const moveSequence =
  (family: Family): Operations<Situation>['moveSequence'] =>
  ({ table, from, to }, situation) =>
    performed({
      does: words`Let ${code(`${table}.${to}`)} count by ${code('AUTO_INCREMENT')} instead of ${code(from)}: the table is copied twice, and no insert gets a number between, so nothing writes meanwhile. ${family.copyTools(table)}`,
      scripts: [turnCounting(family, table, from, to, situation)],
      worked: words`a row inserted without either column gets the next number in ${code(to)}`,
      undo: back([turnCounting(family, table, to, from, situation)], {
        minutes: measure(words`copying ${code(table)} twice, on a copy with production's size`),
      }),
    });
