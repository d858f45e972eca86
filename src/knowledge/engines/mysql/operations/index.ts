import type { Situation } from '#model/engine.ts';
import type { Operations } from '#model/operations.ts';
import type { Family } from '../family.ts';
import { addCheck } from './add-check.ts';
import { addColumn } from './add-column.ts';
import { addForeignKey } from './add-foreign-key.ts';
import { addGeneratedColumn } from './add-generated-column.ts';
import { attachPrimaryKey, attachUnique } from './attach-key.ts';
import { backfill } from './backfill.ts';
import { changeCollation } from './change-collation.ts';
import { changeType } from './change-type.ts';
import { createIndex } from './create-index.ts';
import { dropDefault, setDefault } from './defaults.ts';
import { deleteRows } from './delete-rows.ts';
import { dropColumn } from './drop-column.ts';
import { dropConstraint } from './drop-constraint.ts';
import { dropIndex } from './drop-index.ts';
import { addEnumValue, createEnum, dropEnum, renameEnumValue } from './enums.ts';
import { exportColumn, exportTable } from './exports.ts';
import { dropNotNull, setNotNull } from './not-null.ts';
import { detachPartition, partitionInPlace } from './partitions.ts';
import { renameColumn } from './rename-column.ts';
import { renameIndex } from './rename-index.ts';
import { dropCompatibilityView, renameTable } from './rename-table.ts';
import { replaceRoutine } from './routines.ts';
import { vacuum } from './purge.ts';
import { revokeAccess } from './rights.ts';
import { moveSequence, widenSequence } from './sequences.ts';
import { upgradeServer } from './server.ts';
import { publish, subscribe, unsubscribe } from './streams.ts';
import { createExtension, updateExtension } from './extensions.ts';
import { startSync, stopSync } from './syncs.ts';
import { copyRows, startTableSync, stopTableSync } from './table-syncs.ts';
import { createTable, dropTable } from './tables.ts';
import { validateConstraint } from './validate-constraint.ts';

/** How each primitive of a plan is made for an engine of the family. */
const answers: { readonly [Name in keyof Operations<Situation>]: (family: Family) => Operations<Situation>[Name] } = {
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

/** Every primitive of a plan, as one engine of the family does it. */
export const operationsOf = (family: Family): Operations<Situation> =>
  Object.fromEntries(
    Object.entries(answers).map(([name, answer]) => [name, answer(family)]),
  ) as unknown as Operations<Situation>;
