import type { Situation } from '#model/engine.ts';
import { isGiven } from '#model/given.ts';
import type { OperationArguments } from '#model/operations.ts';
import { unconfirmed } from '#model/source.ts';
import type { Outcome, Statement } from '#model/statement.ts';
import { code, words } from '#model/text.ts';
import { performed, plainly, statement } from '../statement.ts';

const source = unconfirmed(
  'How long does the server stand still, and which checks fail? Only a run on a copy of the whole server shows it.',
);

const shell = (text: string, remark: string): Statement =>
  statement(text, {
    language: 'shell',
    work: 'unconfirmed',
    transaction: 'outside',
    page: 'pgupgrade',
    source,
    remark,
  });

const byHand = ({ from, to }: OperationArguments['upgradeServer']): readonly [Statement, ...Statement[]] => {
  const folders = `--old-bindir <programs of ${from ?? 'the old version'}> --new-bindir <programs of ${to}> --old-datadir <old data> --new-datadir <new data>`;
  return [
    shell(`pg_upgrade --check ${folders}`, 'while the old server runs; changes nothing'),
    shell('pg_ctl stop -m fast -D <old data>', 'the downtime starts here'),
    shell(
      `pg_upgrade --clone ${folders}`,
      '--clone or --copy keep the old files as they are; after a start with --link there is no old server any more',
    ),
    shell('pg_ctl start -D <new data>', 'the downtime ends here'),
    shell('vacuumdb --all --analyze-in-stages', 'without it the planner knows nothing of the tables'),
  ];
};

const byService = ({ to }: OperationArguments['upgradeServer'], service: string): Statement =>
  statement(
    `Start the upgrade to ${to} in the console or with the command of ${service}, after its pre-check has passed`,
    {
      language: 'text',
      work: 'unconfirmed',
      transaction: 'outside',
      page: 'pgupgrade',
      source,
    },
  );

/** The server itself becomes the new version. What is written afterwards is only there. */
export function upgradeServer(args: OperationArguments['upgradeServer'], { hosting }: Situation): Outcome {
  const service = isGiven(hosting) && hosting.id !== 'self-managed' ? hosting.name : undefined;
  return performed({
    does: words`Upgrade the server${args.from === undefined ? '' : words` from ${code(args.from)}`} to ${code(args.to)}; it stands still meanwhile`,
    scripts: [plainly(...(service === undefined ? byHand(args) : ([byService(args, service)] as const)))],
    worked: words`${code('SHOW server_version')} says ${code(args.to)}; every database, extension and collation is listed without a warning; statistics are counted`,
    undo: {
      kind: 'restore',
      from:
        service === undefined
          ? words`the old data folder, which was stopped cleanly and not linked: start the old programs on it`
          : words`the snapshot that was made before the upgrade, as a new server of the old version`,
      minutes: { kind: 'measure', what: words`starting or restoring the old version, in the rehearsal` },
      loses: {
        what: words`every write since the new version took its first one, unless a stream back to the old version carries it`,
      },
    },
  });
}
