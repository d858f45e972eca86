import type { Situation } from '#model/engine.ts';
import { isGiven } from '#model/given.ts';
import type { OperationArguments } from '#model/operations.ts';
import type { Cannot, Outcome, Statement } from '#model/statement.ts';
import { code, words } from '#model/text.ts';
import { quoteTable } from '../postgresql/quote.ts';
import { inManual, pages } from './manual.ts';

const told = (text: string, page: string, remark: string): Statement => ({
  text,
  language: 'text',
  effect: { locks: [], blocks: 'nothing', work: 'none', transaction: 'outside' },
  source: inManual(page),
  deltas: [],
  remark,
});

/** Node by node; the way back is open until the upgrade is finalized. From 2024.2 to 2025.1 or later YSQL goes from PostgreSQL 11 to 15. */
export function upgradeServer(
  { from, to }: OperationArguments['upgradeServer'],
  { hosting, version }: Situation,
): Outcome {
  const today = from ?? (isGiven(version) ? version : '<version today>');
  const major = today.startsWith('2024.') && !to.startsWith('2024.');
  const page = major ? pages.majorUpgrade : pages.upgrade;
  const service = isGiven(hosting) && ['anywhere', 'aeon'].includes(hosting.id) ? hosting.name : undefined;
  const forth =
    service === undefined
      ? `One node after the other, YB-Masters first: put the program of ${to} in place, restart it, wait until it is healthy`
      : `Start the upgrade to ${to} in the console of ${service}`;
  const back =
    service === undefined
      ? `One node after the other, YB-TServers first: put the program of ${today} back and restart it`
      : `Roll the upgrade back in the console of ${service}`;
  return {
    kind: 'performed',
    does: words`Upgrade the cluster from ${code(today)} to ${code(to)}, node by node, and do not finalize it yet${major ? '. YSQL goes from PostgreSQL 11 to 15: every schema change is refused until it is finalized' : ''}`,
    scripts: [
      {
        guard: 'none',
        transaction: 'none',
        statements: [
          told(forth, page, 'reads and writes go on; nothing of the new version is used before it is finalized'),
        ],
      },
    ],
    worked: words`every node runs ${code(to)} and the application works; after the days of watching the upgrade is finalized as the manual says, and from then on it cannot be rolled back`,
    undo: {
      kind: 'statements',
      scripts: [
        {
          guard: 'none',
          transaction: 'none',
          statements: [told(back, page, 'only before the upgrade is finalized; the data needs no restore')],
        },
      ],
      minutes: { kind: 'measure', what: words`one node, times the number of nodes, in the rehearsal` },
      loses: 'nothing',
      note: words`YugabyteDB Aeon finalizes by itself after 48 hours. A rewind cannot go back beyond the upgrade of the system catalog.`,
    },
  };
}

const unsafePartitions = (table: string): Cannot => ({
  kind: 'cannot',
  because: words`while partitions of ${code(table)} change, a session with an old catalog writes rows to the wrong one or past its bounds, and several statements are not one transaction`,
  instead: words`Pause every writer of ${code(table)} for it, or make a new partitioned table, let releases write both, copy in batches, compare, and move readers over`,
});

export const partitionInPlace = ({ table }: OperationArguments['partitionInPlace'], _situation: Situation): Outcome =>
  unsafePartitions(table);

export const detachPartition = ({ table }: OperationArguments['detachPartition'], _situation: Situation): Outcome =>
  unsafePartitions(table);

const noSubscription: Cannot = {
  kind: 'cannot',
  because: words`the manual of YugabyteDB has publications for consumers of changes, and no subscription that takes rows in`,
  instead: words`Use xCluster between clusters, or YugabyteDB Voyager from another engine; start it before the first copy and watch its lag`,
};

export const subscribe = (): Outcome => noSubscription;

export const renameTableWithView = ({ from, to }: OperationArguments['renameTable']): Cannot => ({
  kind: 'cannot',
  because: words`the rename and the view are two transactions here: between them ${code(from)} is nobody’s name, and a session with an old catalog still means the table`,
  instead: words`Release a version that takes the name from its configuration and bears both, then rename ${code(from)} to ${code(to)} and switch it in the same minute`,
});

/** There is no vacuum: old versions of rows go by compaction. What goes stale are the statistics. */
export const vacuum = ({ table }: OperationArguments['vacuum'], _situation: Situation): Outcome => ({
  kind: 'performed',
  does: words`Count the statistics of ${code(table)} anew: old versions of its rows go by compaction`,
  scripts: [
    {
      guard: 'unhurried',
      transaction: 'none',
      statements: [
        {
          text: `ANALYZE ${quoteTable(table)}`,
          language: 'sql',
          effect: { locks: [], blocks: 'schema changes', work: 'scan', transaction: 'any' },
          source: inManual('api/ysql/the-sql-language/statements/cmd_analyze/'),
          deltas: [],
        },
      ],
    },
  ],
  worked: words`${code('pg_stat_all_tables.last_analyze')} shows now; the hottest reads keep their plans`,
  undo: { kind: 'unneeded', because: words`only the optimizer reads them` },
});
