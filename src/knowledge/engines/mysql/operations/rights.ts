import type { Situation } from '#model/engine.ts';
import type { Operations } from '#model/operations.ts';
import { code, words } from '#model/text.ts';
import { dialectOf } from '../dialect.ts';
import type { Family } from '../family.ts';
import { quoteTable, sqlString } from '../quote.ts';
import { back, performed, plainly, short, statement } from '../statement.ts';

/** Rights may stand on the table, the database or the server; only those on the table go by this. */
export const revokeAccess =
  (family: Family): Operations<Situation>['revokeAccess'] =>
  ({ table, role }) => {
    const [user = role, host = '%'] = role.split('@');
    const account = `${sqlString(user.replaceAll(/['`]/g, ''))}@${sqlString(host.replaceAll(/['`]/g, ''))}`;
    const who = /^<[^<>]*>$/.test(role) ? role : account;
    const on = quoteTable(table);
    const source = family.source('rights');
    const rights = 'SELECT, INSERT, UPDATE, DELETE';
    return performed({
      does: words`Take the right to read and write ${code(table)} from ${code(role)}. A right on the whole database or server still lets it through`,
      scripts: [
        plainly(
          statement(dialectOf(family).tableRights(table), {
            work: 'none',
            source,
            remark:
              'keep the answer: only these come back. An account that is not listed has its rights on the database: hide the table by a rename instead',
          }),
        ),
        short(statement(`REVOKE ${rights} ON ${on} FROM ${who}`, { source })),
      ],
      worked: words`as ${code(role)}, a read of ${code(table)} is refused with ${code('1142')}`,
      undo: back([
        short(
          statement(`GRANT ${rights} ON ${on} TO ${who}`, {
            source,
            remark: 'only those of the four that the list of before shows',
          }),
        ),
      ]),
    });
  };
