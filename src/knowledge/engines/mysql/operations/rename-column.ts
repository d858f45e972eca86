import type { Situation } from '#model/engine.ts';
import type { OperationArguments } from '#model/operations.ts';
import { columnName } from '#model/schema.ts';
import type { Outcome, Script } from '#model/statement.ts';
import { code, words } from '#model/text.ts';
import { type Family, mayBe } from '../family.ts';
import { quoteName } from '../quote.ts';
import { back, guarded, performed } from '../statement.ts';
import { alter } from './alter-table.ts';

type Args = OperationArguments['renameColumn'];

const rename = (family: Family, { table, from, to }: Args, situation: Situation): Script =>
  guarded(
    alter(family, 'rename column', situation, table, `RENAME COLUMN ${quoteName(from)} TO ${quoteName(to)}`, {
      topic: 'columns',
      deltas: [{ kind: 'rename-column', from: columnName(table, from), to: columnName(table, to) }],
      remark:
        'indexes and foreign keys follow; views and triggers that say the old name fail from now on, a CHECK or a computed column makes MySQL refuse',
    }),
  );

/** Statements of the application, views and triggers do not follow the name. */
export const renameColumn =
  (family: Family) =>
  (args: Args, situation: Situation): Outcome => {
    const { table, from, to } = args;
    if (!mayBe('8.0', situation))
      return {
        kind: 'cannot',
        because: words`${family.name} before 8.0 has no ${code('RENAME COLUMN')}, and ${code('CHANGE')} takes everything from the column that it does not say again`,
        instead: words`Write ${code(`ALTER TABLE ${table} CHANGE ${from} ${to} …, ALGORITHM=INPLACE, LOCK=NONE`)} with the definition that ${code('SHOW CREATE TABLE')} prints`,
      };
    return performed({
      does: words`Rename ${code(columnName(table, from))} to ${code(to)}: from this moment on every statement that says ${code(from)} fails`,
      scripts: [rename(family, args, situation)],
      worked: words`${code(to)} is listed in ${code(table)} on every node, ${code(from)} is not; every view and trigger that named it was tried`,
      undo: back([rename(family, { table, from: to, to: from }, situation)], {
        note: words`From then on every statement that says ${code(to)} fails.`,
      }),
    });
  };
