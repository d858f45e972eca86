import type { Situation } from '#model/engine.ts';
import type { Operations } from '#model/operations.ts';
import { addCheck } from './add-check.ts';
import { addColumn } from './add-column.ts';
import { addEnumValue } from './add-enum-value.ts';
import { addForeignKey } from './add-foreign-key.ts';
import { addGeneratedColumn } from './add-generated-column.ts';
import { attachPrimaryKey } from './attach-primary-key.ts';
import { attachUnique } from './attach-unique.ts';
import { backfill } from './backfill.ts';
import { changeCollation } from './change-collation.ts';
import { changeType } from './change-type.ts';
import { copyRows } from './copy-rows.ts';
import { createEnum } from './create-enum.ts';
import { createExtension } from './create-extension.ts';
import { createIndex } from './create-index.ts';
import { createTable } from './create-table.ts';
import { deleteRows } from './delete-rows.ts';
import { detachPartition } from './detach-partition.ts';
import { dropColumn } from './drop-column.ts';
import { dropCompatibilityView } from './drop-compatibility-view.ts';
import { dropConstraint } from './drop-constraint.ts';
import { dropDefault } from './drop-default.ts';
import { dropEnum } from './drop-enum.ts';
import { dropIndex } from './drop-index.ts';
import { dropNotNull } from './drop-not-null.ts';
import { dropTable } from './drop-table.ts';
import { exportColumn } from './export-column.ts';
import { exportTable } from './export-table.ts';
import { moveSequence } from './move-sequence.ts';
import { partitionInPlace } from './partition-in-place.ts';
import { publish } from './publish.ts';
import { renameColumn } from './rename-column.ts';
import { renameEnumValue } from './rename-enum-value.ts';
import { renameIndex } from './rename-index.ts';
import { renameTable } from './rename-table.ts';
import { replaceRoutine } from './replace-routine.ts';
import { revokeAccess } from './revoke-access.ts';
import { setDefault } from './set-default.ts';
import { setNotNull } from './set-not-null.ts';
import { startSync } from './start-sync.ts';
import { startTableSync } from './start-table-sync.ts';
import { stopSync } from './stop-sync.ts';
import { stopTableSync } from './stop-table-sync.ts';
import { subscribe, unsubscribe } from './subscribe.ts';
import { updateExtension } from './update-extension.ts';
import { upgradeServer } from './upgrade-server.ts';
import { vacuum } from './vacuum.ts';
import { validateConstraint } from './validate-constraint.ts';
import { widenSequence } from './widen-sequence.ts';

/** Every primitive of a plan, as PostgreSQL 12 to 18 do it. */
export const operations: Operations<Situation> = {
  addColumn,
  dropColumn,
  renameColumn,
  changeType,
  changeCollation,
  setDefault,
  dropDefault,
  setNotNull,
  dropNotNull,
  addGeneratedColumn,
  createIndex,
  dropIndex,
  renameIndex,
  attachUnique,
  attachPrimaryKey,
  addCheck,
  addForeignKey,
  validateConstraint,
  dropConstraint,
  createTable,
  dropTable,
  renameTable,
  dropCompatibilityView,
  startSync,
  stopSync,
  startTableSync,
  stopTableSync,
  copyRows,
  backfill,
  deleteRows,
  exportColumn,
  exportTable,
  vacuum,
  addEnumValue,
  renameEnumValue,
  createEnum,
  dropEnum,
  partitionInPlace,
  detachPartition,
  replaceRoutine,
  createExtension,
  updateExtension,
  widenSequence,
  moveSequence,
  publish,
  subscribe,
  unsubscribe,
  upgradeServer,
  revokeAccess,
};
