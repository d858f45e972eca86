import type { Situation } from '#model/engine.ts';
import { isGiven } from '#model/given.ts';
import type { OperationArguments } from '#model/operations.ts';
import { unconfirmed } from '#model/source.ts';
import type { Outcome, Script, Statement } from '#model/statement.ts';
import { code, words } from '#model/text.ts';
import { inCloudManual, pages } from '../manual.ts';
import { quoteName, quoteTable } from '../quote.ts';
import { reading } from '../reading.ts';
import { back, job, jobs, measure, performed, plainly, statement } from '../statement.ts';
import { atLeast } from '../versions.ts';

type Upgrade = OperationArguments['upgradeServer'];

const told = (text: string, remark: string): Statement =>
  statement(text, {
    language: 'text',
    work: 'none',
    transaction: 'outside',
    page: pages.upgrade,
    source: unconfirmed(
      'How long does each node take to drain, restart and catch up? Only a run on a copy of the cluster shows it.',
    ),
    remark,
  });

/** What keeps a cluster that can still go back from finalizing by itself. */
const hold = ({ from }: Upgrade, situation: Situation): Statement =>
  statement(
    atLeast('23.2', situation)
      ? 'SET CLUSTER SETTING cluster.auto_upgrade.enabled = false'
      : `SET CLUSTER SETTING cluster.preserve_downgrade_option = '${from ?? '<version today>'}'`,
    {
      page: `${pages.upgrade}#disable-auto-finalization`,
      remark: 'the way back stays open until the version is set by hand',
    },
  );

const byHand = (args: Upgrade, situation: Situation): readonly [Script, ...Script[]] => [
  plainly(reading('SHOW CLUSTER SETTING version', { page: pages.upgrade, remark: 'keep the answer' })),
  plainly(hold(args, situation)),
  plainly(
    told(
      `On one node after the other: drain it, stop it, put the program of ${args.to} in place, start it, wait until no range is under-replicated`,
      'nobody stands still; one node at a time',
    ),
  ),
];

const onService = (args: Upgrade, name: string): readonly [Script] => [
  plainly({
    ...told(
      `Start the upgrade to ${args.to} in the console of ${name}, on a cluster that runs no schema change`,
      'a cluster of one node stands still',
    ),
    source: inCloudManual('upgrade-cockroach-version'),
  }),
];

/** Nodes change one after the other, and go back in the same way until the upgrade is finalized. */
export function upgradeServer(args: Upgrade, situation: Situation): Outcome {
  const { hosting } = situation;
  const service = isGiven(hosting) && hosting.id.startsWith('cloud-') ? hosting : undefined;
  const roll = plainly(
    told(
      `On one node after the other: drain it, stop it, put the program of ${args.from ?? '<version today>'} back, start it`,
      'only before the upgrade is finalized; the data needs no restore',
    ),
  );
  const rollBack =
    service === undefined
      ? roll
      : plainly(told(`Click Roll back in the console of ${service.name}`, 'only before the upgrade is finalized'));
  return performed({
    does: words`Upgrade the cluster${args.from === undefined ? '' : words` from ${code(args.from)}`} to ${code(args.to)}, node by node, and do not finalize it yet. What the new version brings is there only after that`,
    scripts: service === undefined ? byHand(args, situation) : onService(args, service.name),
    worked: words`every node runs ${code(args.to)} and ${code('SHOW CLUSTER SETTING version')} still answers the former version. After the days of watching ${code(`SET CLUSTER SETTING version = '${args.to}'`)} finalizes it: from then on only a restore goes back`,
    undo:
      service?.id === 'cloud-basic'
        ? {
            kind: 'restore',
            from: words`the backup that was made before, into a cluster that was wiped: this plan cannot be rolled back`,
            minutes: measure(words`restoring the whole cluster, in the rehearsal`),
            loses: { what: words`every write since the upgrade began` },
          }
        : back([rollBack], {
            minutes: measure(words`one node, times the number of nodes, in the rehearsal`),
            note: words`Not after it was finalized: then a restore into a cluster of the former version is refused too, because a backup of a newer version cannot be restored there.`,
          }),
  });
}

const rights = 'SELECT, INSERT, UPDATE, DELETE';

/** Hides a table from a role: whoever still uses it fails, and has it back in a moment. */
export function revokeAccess({ table, role }: OperationArguments['revokeAccess'], _situation: Situation): Outcome {
  const [on, who] = [quoteTable(table), quoteName(role)];
  const change = (text: string, page: string, remark?: string) =>
    jobs(job(text, { page, ...(remark === undefined ? {} : { remark }) }));
  return performed({
    does: words`Take the right to read and write ${code(table)} from ${code(role)}. Its owner, members of ${code('admin')} and roles with a right of their own still get through`,
    scripts: [
      plainly(
        reading(`SHOW GRANTS ON TABLE ${on} FOR ${who}`, {
          page: 'show-grants',
          remark: 'keep the answer: only these come back',
        }),
      ),
      change(`REVOKE ${rights} ON TABLE ${on} FROM ${who}`, 'revoke'),
    ],
    worked: words`as ${code(role)}, a read of ${code(table)} is refused with ${code('42501')}`,
    undo: back([
      change(
        `GRANT ${rights} ON TABLE ${on} TO ${who}`,
        'grant',
        'only those of the four that the list of before shows',
      ),
    ]),
  });
}
