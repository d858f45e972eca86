import type { Situation } from '#model/engine.ts';
import type { OperationArguments } from '#model/operations.ts';
import type { Outcome } from '#model/statement.ts';
import { code, words } from '#model/text.ts';
import { comes, goes } from '../names.ts';
import type { LockMode } from '../observe/index.ts';
import { quoteName, quoteTable } from '../quote.ts';
import { back, performed, short, statement } from '../statement.ts';

/** Says which tables are sent out. Nothing is sent before somebody subscribes. */
export function publish({ publication, tables }: OperationArguments['publish'], _situation: Situation): Outcome {
  const lock = (mode: LockMode) => Object.fromEntries(tables.map((table) => [table, mode]));
  return performed({
    does: words`Publish ${tables.length === 1 ? code(tables[0] ?? '') : `${tables.length} tables`} as ${code(publication)}. Each needs a primary key or another replica identity, or its updates and deletes fail from this moment on`,
    scripts: [
      short(
        statement(`CREATE PUBLICATION ${quoteName(publication)} FOR TABLE ${tables.map(quoteTable).join(', ')}`, {
          locks: lock('SHARE UPDATE EXCLUSIVE'),
          page: 'sql-createpublication',
          deltas: [comes('publication', publication)],
        }),
      ),
    ],
    worked: words`${code(`\\dRp+ ${publication}`)} lists the tables; an update and a delete on each go through`,
    undo: back([
      short(
        statement(`DROP PUBLICATION ${quoteName(publication)}`, {
          page: 'sql-droppublication',
          deltas: [goes('publication', publication)],
          remark: 'its subscriptions go before, or they stop with an error',
        }),
      ),
    ]),
  });
}
