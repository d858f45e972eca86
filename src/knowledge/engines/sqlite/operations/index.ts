import type { Situation } from '#model/engine.ts';
import type { Operations } from '#model/operations.ts';
import { absent } from './absent.ts';
import { addColumn } from './add-column.ts';
import { addGeneratedColumn } from './add-generated-column.ts';
import { backfill } from './backfill.ts';
import { changeCollation } from './change-collation.ts';
import { changeType } from './change-type.ts';
import {
  addCheck,
  addForeignKey,
  attachPrimaryKey,
  attachUnique,
  dropConstraint,
  validateConstraint,
} from './constraints.ts';
import { dropDefault, setDefault } from './defaults.ts';
import { deleteRows } from './delete-rows.ts';
import { dropColumn } from './drop-column.ts';
import { exportColumn, exportTable, vacuum } from './exports.ts';
import { createIndex, dropIndex, renameIndex } from './indexes.ts';
import { dropNotNull, setNotNull } from './not-null.ts';
import { renameColumn } from './rename-column.ts';
import { replaceRoutine } from './replace-routine.ts';
import { startSync, stopSync } from './syncs.ts';
import { copyRows, startTableSync, stopTableSync } from './table-syncs.ts';
import { createTable, dropCompatibilityView, dropTable, renameTable } from './tables.ts';

/** What SQLite answers to each operation. */
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
  replaceRoutine,
};
