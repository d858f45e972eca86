import type { Situation } from '#model/engine.ts';
import { isGiven } from '#model/given.ts';
import type { OperationArguments, Operations } from '#model/operations.ts';
import { unconfirmed } from '#model/source.ts';
import type { Statement } from '#model/statement.ts';
import { code, words } from '#model/text.ts';
import type { Family } from '../family.ts';
import { performed, plainly, statement } from '../statement.ts';

const question = unconfirmed(
  'How long does the server stand still, and which checks fail? Only a run on a copy of the whole server shows it.',
);

const shell = (text: string, family: Family, remark: string, language: Statement['language'] = 'shell'): Statement => ({
  ...statement(text, { language, work: 'unconfirmed', source: family.source('upgrade'), remark }),
  source: question,
});

const byHand = (family: Family, { to }: OperationArguments['upgradeServer']): readonly [Statement, ...Statement[]] => [
  shell(family.upgradeCheck, family, 'while the old server runs; changes nothing'),
  shell(
    `${family.client} -e 'SET GLOBAL innodb_fast_shutdown = 0; SHUTDOWN'`,
    family,
    'the downtime starts here; a slow shutdown leaves nothing in the log that the new server could not read',
  ),
  shell(
    `<put the programs of ${to} in place of the old ones>`,
    family,
    'keep a copy of the data folder of before',
    'text',
  ),
  shell(family.upgradeStart, family, 'the downtime ends here; the data folder cannot go back'),
];

/** The data folder becomes that of the new version. What is written afterwards is only there. */
export const upgradeServer =
  (family: Family): Operations<Situation>['upgradeServer'] =>
  (args, { hosting }) => {
    const service = isGiven(hosting) && hosting.id !== 'self-managed' ? hosting.name : undefined;
    const [first, ...rest] = byHand(family, args);
    const asked = shell(
      `Start the upgrade to ${args.to} in the console or with the command of ${service ?? ''}, after its pre-check has passed`,
      family,
      'its own snapshot of before is the way back',
      'text',
    );
    return performed({
      does: words`Upgrade the server${args.from === undefined ? '' : words` from ${code(args.from)}`} to ${code(args.to)}, replicas first; it stands still meanwhile, and no older version can open its data again`,
      scripts: [service === undefined ? plainly(first, ...rest) : plainly(asked)],
      worked: words`${code('SELECT VERSION()')} says ${code(args.to)}; the error log names no table; every account can log in with its authentication plugin`,
      undo: {
        kind: 'restore',
        from:
          service === undefined
            ? words`the copy of the data folder from before the upgrade, or the last backup, with the old programs`
            : words`the snapshot that was made before the upgrade, as a new server of the old version`,
        minutes: { kind: 'measure', what: words`starting or restoring the old version, in the rehearsal` },
        loses: { what: words`every write since the new version took its first one` },
      },
    });
  };
