import type { Situation } from '#model/engine.ts';
import type { OperationArguments } from '#model/operations.ts';
import { unconfirmed } from '#model/source.ts';
import type { Outcome } from '#model/statement.ts';
import { code, words } from '#model/text.ts';
import { quoteName, sqlString } from '../quote.ts';
import { performed, short, statement } from '../statement.ts';

/** Runs the extension's own scripts: what they lock is theirs, and few have a way down. */
export const updateExtension = (
  { extension, from, to }: OperationArguments['updateExtension'],
  _situation: Situation,
): Outcome =>
  performed({
    does: words`Update the extension ${code(extension)}${from === undefined ? '' : words` from ${code(from)}`}${to === undefined ? '' : words` to ${code(to)}`}`,
    scripts: [
      short(
        statement(`ALTER EXTENSION ${quoteName(extension)} UPDATE${to === undefined ? '' : ` TO ${sqlString(to)}`}`, {
          work: 'unconfirmed',
          page: 'sql-alterextension',
          source: unconfirmed(
            `What do the update scripts of ${extension} lock and change? Read them, and run the update on a copy while watching pg_locks.`,
          ),
        }),
      ),
    ],
    worked: words`${code(`\\dx ${extension}`)} lists the new version; what uses it gives the same answers as before`,
    undo: {
      kind: 'none',
      because: words`${code('ALTER EXTENSION … UPDATE TO')} an older version needs a script that most extensions do not bring: ${code(`SELECT * FROM pg_extension_update_paths('${extension}')`)} shows whether there is one`,
      loses: 'nothing',
    },
  });
