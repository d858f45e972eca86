import type { Situation } from '#model/engine.ts';
import { isGiven } from '#model/given.ts';
import type { OperationArguments } from '#model/operations.ts';
import { unconfirmed } from '#model/source.ts';
import type { Outcome, Statement } from '#model/statement.ts';
import { code, words } from '#model/text.ts';
import { inManual } from '../manual.ts';
import { objectId, quoteName, quoteTable, sqlString } from '../quote.ts';
import { reading } from '../reading.ts';
import { back, performed, plainly, short, statement } from '../statement.ts';

const source = unconfirmed(
  'How long does the server stand still, and which checks fail? Only a run on a copy of the whole server shows it.',
);

const upgradePage = 'database-engine/install-windows/upgrade-sql-server';

const told = (text: string, remark: string): Statement =>
  statement(text, { language: 'text', work: 'unconfirmed', transaction: 'outside', page: upgradePage, source, remark });

/** A database that was attached to a newer version never goes back to an older one, not even from a backup. */
export function upgradeServer(args: OperationArguments['upgradeServer'], { hosting }: Situation): Outcome {
  const service = isGiven(hosting) && hosting.id !== 'self-managed' ? hosting.name : undefined;
  const how =
    service === undefined
      ? told(
          `Upgrade to ${args.to} beside the old server: secondaries of the availability group first, then fail over; or restore the last log backup WITH RECOVERY on the new server`,
          'not in place: the old server stays as it is until the change is declared a success',
        )
      : told(
          `Start the upgrade to ${args.to} in the console or with the command of ${service}, after its pre-check`,
          'the snapshot before it is the way back',
        );
  return performed({
    does: words`Upgrade the server${args.from === undefined ? '' : words` from ${code(args.from)}`} to ${code(args.to)}; it stands still meanwhile. The compatibility level of each database stays as it was: raising it is a change of its own`,
    scripts: [
      plainly(
        reading(`SELECT name, compatibility_level, recovery_model_desc, log_reuse_wait_desc FROM sys.databases`, {
          source: inManual('relational-databases/system-catalog-views/sys-databases-transact-sql'),
          remark: 'keep the answer',
        }),
      ),
      plainly(how),
    ],
    worked: words`${code('SERVERPROPERTY(N’ProductVersion’)')} says ${code(args.to)}; every database is ONLINE with its former compatibility level; Query Store shows no regressed plan`,
    undo: {
      kind: 'restore',
      from:
        service === undefined
          ? words`the old server, which was not upgraded: a database of the newer version cannot be restored on it, so it goes on from the moment of the move`
          : words`the snapshot that was made before the upgrade, as a new server of the old version`,
      minutes: { kind: 'measure', what: words`starting or restoring the old version, in the rehearsal` },
      loses: { what: words`every write since the new version took its first one` },
    },
  });
}

const rights = 'SELECT, INSERT, UPDATE, DELETE';

/** Hides a table from a user or role. DENY is stronger than any GRANT that comes by another role. */
export function revokeAccess({ table, role }: OperationArguments['revokeAccess'], _situation: Situation): Outcome {
  const [on, who] = [`OBJECT::${quoteTable(table)}`, quoteName(role)];
  return performed({
    does: words`Deny ${code(role)} to read and write ${code(table)}. Its owner and members of ${code('sysadmin')} and ${code('db_owner')} by ownership, and procedures of the same owner, still get through`,
    scripts: [
      plainly(
        reading(
          `SELECT permission_name, state_desc FROM sys.database_permissions WHERE class = 1 AND major_id = ${objectId(table)} AND grantee_principal_id = DATABASE_PRINCIPAL_ID(${sqlString(role)})`,
          {
            source: inManual('relational-databases/system-catalog-views/sys-database-permissions-transact-sql'),
            remark: 'keep the answer: the denial replaces what was granted, and these come back by hand',
          },
        ),
      ),
      short(
        statement(`DENY ${rights} ON ${on} TO ${who}`, {
          page: 't-sql/statements/deny-object-permissions-transact-sql',
        }),
      ),
    ],
    worked: words`as ${code(role)}, a read of ${code(table)} is refused with error ${code('229')}`,
    undo: back([
      short(
        statement(`REVOKE ${rights} ON ${on} FROM ${who}`, {
          page: 't-sql/statements/revoke-object-permissions-transact-sql',
          remark: 'takes the denial away; then GRANT again what the list of before shows as GRANT',
        }),
      ),
    ]),
  });
}
