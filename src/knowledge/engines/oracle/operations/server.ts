import type { Situation } from '#model/engine.ts';
import { isGiven } from '#model/given.ts';
import type { OperationArguments } from '#model/operations.ts';
import { unconfirmed } from '#model/source.ts';
import type { Outcome, Statement } from '#model/statement.ts';
import { code, words } from '#model/text.ts';
import { inManual } from '../manual.ts';
import { dictionaryName, ownerOf, quoteName, quoteTable, sqlString } from '../quote.ts';
import { reading } from '../reading.ts';
import { back, performed, plainly, statement } from '../statement.ts';

const source = unconfirmed(
  'How long does the database stand still, and which checks fail? Only a run on a copy of the whole database shows it.',
);

const upgradePage = 'upgrd/using-autoupgrade-oracle-database-upgrades.html';

const told = (text: string, remark: string): Statement =>
  statement(text, { language: 'text', work: 'unconfirmed', page: upgradePage, source, remark });

/** COMPATIBLE is the point of no return: until it is raised the database can be flashed back or downgraded. */
export function upgradeServer(args: OperationArguments['upgradeServer'], { hosting }: Situation): Outcome {
  const service =
    isGiven(hosting) && hosting.id !== 'self-managed' && hosting.id !== 'exadata' ? hosting.name : undefined;
  const how =
    service === undefined
      ? told(
          `Upgrade to ${args.to} with AutoUpgrade: java -jar autoupgrade.jar -config <file> -mode analyze, then -mode deploy`,
          'analyze days before; deploy makes a guaranteed restore point first and stops every session',
        )
      : told(
          `Start the upgrade to ${args.to} in the console or with the command of ${service}, after its pre-check`,
          'the backup before it is the way back',
        );
  return performed({
    does: words`Upgrade the database${args.from === undefined ? '' : words` from ${code(args.from)}`} to ${code(args.to)}; it stands still meanwhile. ${code('COMPATIBLE')} stays as it was: raising it is a change of its own, without a way back`,
    scripts: [
      plainly(
        reading(
          `SELECT name, value FROM v$parameter WHERE name IN ('compatible', 'optimizer_features_enable') UNION ALL SELECT comp_name, version || ' ' || status FROM dba_registry`,
          { source: inManual('refrn/DBA_REGISTRY.html'), remark: 'keep the answer' },
        ),
      ),
      plainly(how),
    ],
    worked: words`${code('v$instance')} says ${code(args.to)}; ${code('dba_registry')} lists every component as ${code('VALID')}, ${code('user_objects')} nothing as ${code('INVALID')} that was valid before; ${code('compatible')} is as it was; the hottest reads keep their plans`,
    undo: {
      kind: 'restore',
      from:
        service === undefined
          ? words`the guaranteed restore point, with the software of before: ${code('java -jar autoupgrade.jar -restore -jobs <n>')}; with Standard Edition, which has no flashback, the backup before. Never after ${code('COMPATIBLE')} was raised`
          : words`the backup that was made before the upgrade, as a database of the old version`,
      minutes: { kind: 'measure', what: words`flashing back or restoring, in the rehearsal` },
      loses: { what: words`every write since the new version took its first one` },
    },
  });
}

/** Hides a table from a user or role. There is no denial: what came by another role or by ANY stays. */
export function revokeAccess({ table, role }: OperationArguments['revokeAccess'], _situation: Situation): Outcome {
  const [on, who] = [quoteTable(table), quoteName(role)];
  return performed({
    does: words`Take every right on ${code(table)} from ${code(role)}. What it has by another role, by ${code('PUBLIC')} or by an ${code('ANY')} privilege stays`,
    scripts: [
      plainly(
        reading(
          `SELECT privilege, grantable, grantor FROM all_tab_privs WHERE table_schema = ${ownerOf(table)} AND table_name = ${dictionaryName(table)} AND grantee = ${dictionaryName(role)}`,
          { source: inManual('refrn/ALL_TAB_PRIVS.html'), remark: 'keep the answer: the way back needs it' },
        ),
      ),
      plainly(
        statement(`REVOKE ALL ON ${on} FROM ${who}`, {
          page: 'sqlrf/REVOKE.html',
          remark: `routines of ${role} that use the table become invalid; refused where it has no right (ORA-01927)`,
        }),
      ),
    ],
    worked: words`as ${code(role)}, a read of ${code(table)} fails with ${code('ORA-00942')} or ${code('ORA-01031')}`,
    undo: back([
      plainly(
        statement(`GRANT <each privilege of the list that was kept> ON ${on} TO ${who}`, {
          language: 'text',
          page: 'sqlrf/GRANT.html',
          remark: `WITH GRANT OPTION where ${sqlString('YES')} stood in grantable`,
        }),
      ),
    ]),
  });
}
