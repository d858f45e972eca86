import type { Safety } from '#model/engine.ts';
import { code, words } from '#model/text.ts';

export const safety = (): Safety => ({
  cancel: words`a running batch ends with ${code('db.killOp(opid)')}: documents written so far stay, one by one. An index build is ended by ${code('dropIndex')} on the primary, never by ${code('killOp')} on one member`,
  replicas: words`commands reach secondaries through the oplog, and an index is built on all data-bearing members at once: a member that is down keeps the default commit quorum from being reached. Look at ${code('rs.printSecondaryReplicationInfo()')} before and after each step`,
  changeCapture: words`rename and drop of a collection end every change stream on it with ${code('invalidate')}: a resume token from before does not resume; readers begin anew with ${code('startAfter')}. New fields arrive without any announcement: tell the owners of each stream before`,
  notes: [
    words`The oplog must reach back further than the longest step: ${code('rs.printReplicationInfo()')} shows its window`,
  ],
});
