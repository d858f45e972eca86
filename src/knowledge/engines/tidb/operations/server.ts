import type { Situation } from '#model/engine.ts';
import { isGiven } from '#model/given.ts';
import type { Operations } from '#model/operations.ts';
import { unconfirmed } from '#model/source.ts';
import { code, words } from '#model/text.ts';
import { bareName, partsOf } from '../../mysql/quote.ts';
import { performed, plainly, statement } from '../../mysql/statement.ts';
import { tidbSource } from '../manual.ts';

const asked = unconfirmed(
  'How long does the rolling restart take, which sessions does it end, and which settings change with the new version? Only a run on a cluster restored from a backup shows it.',
);

const upgradeServer: Operations<Situation>['upgradeServer'] = ({ from, to }, { hosting }) => {
  const service = isGiven(hosting) && hosting.id.startsWith('cloud') ? hosting.name : undefined;
  const shell = (text: string, remark: string) => ({
    ...statement(text, { language: 'shell', work: 'unconfirmed', source: tidbSource('upgrade'), remark }),
    source: asked,
  });
  return performed({
    does: words`Upgrade the cluster${from === undefined ? '' : words` from ${code(from)}`} to ${code(to)}, one component after the other; there is no way down to an older version`,
    scripts: [
      service === undefined
        ? plainly(
            shell('tiup cluster check <cluster> --cluster', 'changes nothing; settle what it finds first'),
            shell(`tiup cluster upgrade <cluster> v${to}`, 'no DDL and no backup may run meanwhile'),
          )
        : plainly({
            ...shell(`Ask for the upgrade to ${to} in the console of ${service}`, 'after a backup that is yours'),
            language: 'text',
          }),
    ],
    worked: words`${code('SELECT TIDB_VERSION()')} says ${code(to)} on every node; ${code('ADMIN SHOW DDL JOBS')} has none that is paused`,
    undo: {
      kind: 'restore',
      from: words`the backup from before the upgrade, in a new cluster of the old version`,
      minutes: {
        kind: 'measure',
        what: words`restoring the backup into a cluster of the old version, in the rehearsal`,
      },
      loses: { what: words`every write since the new version took its first one` },
    },
  });
};

/** Dumpling reads at one moment, and holds the garbage collection back until it is done. */
const exportTable: Operations<Situation>['exportTable'] = ({ table, file }) => {
  const parts = partsOf(table);
  const database = parts.length > 1 ? bareName(parts[0] ?? '') : '<database>';
  return performed({
    does: words`Export every row of ${code(table)} into the folder ${code(file)}`,
    scripts: [
      plainly(
        statement(
          `tiup dumpling -h <host> -P 4000 -u <account> -p <password> --filetype sql -T ${database}.${bareName(table)} -o '${file.replaceAll("'", `'\\''`)}'`,
          {
            language: 'shell',
            locks: { [table]: 'SHARED_READ' },
            work: 'scan',
            source: tidbSource('export'),
            remark: 'one moment of the table, beside readers and writers',
          },
        ),
      ),
    ],
    worked: words`the folder has a file ${code('metadata')} with the time it finished; loaded into an empty database the rows compare equal`,
    undo: { kind: 'unneeded', because: words`it only reads` },
  });
};

export const server = { upgradeServer, exportTable };
