import type { Safety } from '#model/engine.ts';
import { code, words } from '#model/text.ts';
import { inManual, pages } from './manual.ts';

/** How to stop, and what stands around the cluster. */
export const safety = (): Safety => ({
  restorePoint: {
    text: `SELECT now(), (extract(epoch FROM now()) * 1000000)::bigint`,
    language: 'sql',
    effect: { locks: [], blocks: 'nothing', work: 'none', transaction: 'any' },
    source: inManual(pages.rewind),
    deltas: [],
    remark: 'a rewind or a clone goes there',
  },
  cancel: words`${code('SELECT pg_cancel_backend(<pid>)')} on the node of the session. Then look what stands: a build that ended early leaves an index that is not valid, to be dropped; a rewrite that failed can leave a table in DocDB that nobody names (${code('yb-admin delete_table')}, with the vendor’s support)`,
  replicas: words`nodes of one cluster have no replica that replays later. xCluster: in automatic mode (since 2025.2.1) the standby follows; in semi-automatic and manual mode each statement runs on both clusters in the order of the manual, and one that writes a table anew only after replication was dropped`,
  changeCapture: words`logical replication and CDC go on through added and dropped columns; a change that writes the table anew is refused while a stream reads it; transactional DDL and CDC exclude each other; after a rewind every stream and slot is made anew`,
  triggers: words`a session with an old catalog does not fire a trigger that was made a moment ago: without table-level locks writers pause until every node has the new catalog, or the copy is compared row by row afterwards`,
  notes: [
    words`by default nothing keeps writers from a table that is being written anew or whose partitions change: what they write can be missing afterwards, without an error. Pause them, or turn table-level locks on (early access since 2025.1.1)`,
    words`a rewind sets the whole database back, and everything written since is lost: clone to the moment beside it and copy rows back instead`,
  ],
});
