import type { Situation } from '#model/engine.ts';
import type { OperationArguments } from '#model/operations.ts';
import type { Outcome } from '#model/statement.ts';
import { code, words } from '#model/text.ts';
import { quoteName, quoteTable, regclass, sqlString } from '../quote.ts';
import { back, performed, plainly, short, statement } from '../statement.ts';
import { grantLocks } from './grant-locks.ts';

const rights = 'SELECT, INSERT, UPDATE, DELETE';

/** Hides a table from a role: whoever still uses it fails, and has it back in a second. */
export function revokeAccess({ table, role }: OperationArguments['revokeAccess'], situation: Situation): Outcome {
  const locks = grantLocks(table, situation);
  const [on, who] = [quoteTable(table), quoteName(role)];
  return performed({
    does: words`Take the right to read and write ${code(table)} from ${code(role)}. Its owner, superusers and roles with a right of their own still get through`,
    scripts: [
      plainly(
        statement(
          `SELECT string_agg(privilege_type, ', ') AS rights FROM information_schema.role_table_grants WHERE grantee = ${sqlString(role)} AND format('%I.%I', table_schema, table_name)::regclass = ${regclass(table)}`,
          { work: 'none', page: 'infoschema-role-table-grants', remark: 'keep the answer: only these come back' },
        ),
      ),
      short(statement(`REVOKE ${rights} ON ${on} FROM ${who}`, { locks, page: 'sql-revoke' })),
    ],
    worked: words`as ${code(role)}, a read of ${code(table)} is refused with ${code('42501')}`,
    undo: back([
      short(
        statement(`GRANT ${rights} ON ${on} TO ${who}`, {
          locks,
          page: 'sql-grant',
          remark: 'only those of the four that the list of before shows',
        }),
      ),
    ]),
  });
}
