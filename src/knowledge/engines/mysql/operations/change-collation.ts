import type { Situation } from '#model/engine.ts';
import type { OperationArguments, Operations } from '#model/operations.ts';
import { columnName } from '#model/schema.ts';
import type { Script } from '#model/statement.ts';
import { code, words } from '#model/text.ts';
import type { Family } from '../family.ts';
import { back, guarded, measure, performed } from '../statement.ts';
import { modifyColumn } from './modify-column.ts';

type Args = OperationArguments['changeCollation'];

const collate = (family: Family, { table, column, type }: Args, collation: string, situation: Situation): Script =>
  guarded(
    ...modifyColumn(family, family.clause('change collation', situation), {
      table,
      column,
      type,
      collation,
      topic: 'types',
      remark: `without an index on ${column}, and within one character set, ALGORITHM=INPLACE, LOCK=NONE is enough: try it on a copy`,
    }),
  );

export const changeCollation =
  (family: Family): Operations<Situation>['changeCollation'] =>
  (args, situation) => {
    const blocks = family.clause('change collation', situation).mode === 'SHARED_NO_WRITE';
    return performed({
      does: words`Change the collation of ${code(columnName(args.table, args.column))} to ${code(args.to)}: ${
        blocks
          ? words`the table is copied while nobody can write to it. ${family.copyTools(args.table)}`
          : words`its indexes are built again beside reads and writes`
      }`,
      scripts: [collate(family, args, args.to, situation)],
      worked: words`${code(args.column)} is listed with ${code(args.to)}; the order of the ten first values is the one that was asked for; joins with columns of the other collation still use their index`,
      undo: back([collate(family, args, args.from ?? `<collation of ${args.column} before>`, situation)], {
        minutes: measure(words`the same change on a copy with production's size, back again`),
        note: words`A unique index may refuse values (${code('1062')}) that only the new collation tells apart.`,
      }),
    });
  };
