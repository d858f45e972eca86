import type { Safety } from '#model/engine.ts';
import { code, words } from '#model/text.ts';

export const safety = (): Safety => ({
  cancel: words`${code('db.killOp(opid)')}: documents that a batch has written stay. An index build is ended by ${code('dropIndex')} on the primary, never by ${code('killOp')}`,
  replicas: words`commands reach secondaries through the oplog, and an index is built on all data-bearing members at once: a member that is down keeps the default commit quorum from being reached. Look at ${code('rs.printSecondaryReplicationInfo()')} before and after each step`,
  changeCapture: words`rename and drop of a collection end every change stream on it with ${code('invalidate')}: a resume token from before does not resume; readers begin anew with ${code('startAfter')}. New fields arrive without any announcement: tell the owners of each stream before`,
  notes: [
    words`where documents carry the number of their schema, the release that writes both sets the new one and reads either: clients that do not know it get documents as before`,
    words`the oplog must reach back further than the longest step: ${code('rs.printReplicationInfo()')} shows its window`,
  ],
});
