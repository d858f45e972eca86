import type { Situation } from '#model/engine.ts';
import type { Operations } from '#model/operations.ts';
import { addColumn } from './add-column.ts';
import { addGeneratedColumn } from './add-generated-column.ts';
import { backfill } from './backfill.ts';
import { changeCollation, changeType } from './change-type.ts';
import { addCheck, addForeignKey, dropConstraint, validateConstraint } from './constraints.ts';
import { dropDefault, setDefault } from './defaults.ts';
import { deleteRows } from './delete-rows.ts';
import { dropColumn } from './drop-column.ts';
import { addEnumValue, createEnum, dropEnum, renameEnumValue } from './enums.ts';
import { exportColumn, exportTable, vacuum } from './exports.ts';
import { createIndex, dropIndex } from './indexes.ts';
import { attachPrimaryKey, attachUnique } from './keys.ts';
import { dropNotNull, setNotNull } from './nullness.ts';
import { detachPartition, partitionInPlace } from './partitions.ts';
import { renameColumn, renameIndex } from './renames.ts';
import { publish, subscribe, unsubscribe } from './replication.ts';
import { createExtension, replaceRoutine, updateExtension } from './routines.ts';
import { moveSequence, widenSequence } from './sequences.ts';
import { revokeAccess, upgradeServer } from './server.ts';
import { startSync, stopSync } from './syncs.ts';
import { copyRows, startTableSync, stopTableSync } from './table-syncs.ts';
import { createTable, dropCompatibilityView, dropTable, renameTable } from './tables.ts';

/** Every primitive of a plan, as Oracle Database 19c to 26ai does it. */
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
