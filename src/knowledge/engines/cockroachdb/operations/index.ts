import type { Situation } from '#model/engine.ts';
import type { Operations } from '#model/operations.ts';
import { absent } from './absent.ts';
import { addColumn } from './add-column.ts';
import { addGeneratedColumn } from './add-generated-column.ts';
import { backfill } from './backfill.ts';
import { changeCollation, changeType } from './change-type.ts';
import { deleteRows } from './delete-rows.ts';
import { dropDefault, setDefault } from './defaults.ts';
import { dropColumn } from './drop-column.ts';
import { dropNotNull, setNotNull } from './nullness.ts';
import { renameColumn } from './rename-column.ts';
import { addCheck, addForeignKey, dropConstraint, validateConstraint } from './constraints.ts';
import { addEnumValue, createEnum, dropEnum, renameEnumValue } from './enums.ts';
import { exportColumn, exportTable, vacuum } from './exports.ts';
import { createIndex, dropIndex, renameIndex } from './indexes.ts';
import { attachPrimaryKey, attachUnique } from './keys.ts';
import { replaceRoutine } from './routines.ts';
import { moveSequence, widenSequence } from './sequences.ts';
import { revokeAccess, upgradeServer } from './server.ts';
import { startSync, stopSync } from './syncs.ts';
import { copyRows, startTableSync, stopTableSync } from './table-syncs.ts';
import { createTable, dropCompatibilityView, dropTable, renameTable } from './tables.ts';

/** Every primitive of a plan, as CockroachDB 23.1 to 26.2 do it. */
export const operations: Operations<Situation> = {
  ...absent,
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
  replaceRoutine,
  widenSequence,
  moveSequence,
  upgradeServer,
  revokeAccess,
};
