import type { Situation } from '#model/engine.ts';
import type { OperationArguments } from '#model/operations.ts';
import type { Outcome } from '#model/statement.ts';
import { code, words } from '#model/text.ts';
import { comes, goes } from '../names.ts';
import { quoteName, sqlString } from '../quote.ts';
import { back, performed, short, statement } from '../statement.ts';

export const createExtension = (
  { extension, version }: OperationArguments['createExtension'],
  _situation: Situation,
): Outcome =>
  performed({
    does: words`Install the extension ${code(extension)}`,
    scripts: [
      short(
        statement(
          `CREATE EXTENSION ${quoteName(extension)}${version === undefined ? '' : ` VERSION ${sqlString(version)}`}`,
          {
            page: 'sql-createextension',
            deltas: [comes('extension', extension)],
          },
        ),
      ),
    ],
    worked: words`${code(`\\dx ${extension}`)} lists it with the version that was asked for`,
    undo: back([
      short(
        statement(`DROP EXTENSION ${quoteName(extension)}`, {
          page: 'sql-dropextension',
          deltas: [goes('extension', extension)],
          remark: 'refused while a column, an index or a function uses it',
        }),
      ),
    ]),
  });
