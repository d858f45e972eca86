import type { TableName } from '#model/schema.ts';
import type { Statement } from '#model/statement.ts';
import { comes, goes } from '../names.ts';
import type { LockMode } from '../observe/index.ts';
import { quoteName, quoteTable } from '../quote.ts';
import { statement } from '../statement.ts';

/** A foreign key is there on both sides; one that points into its own table locks it once. */
const onBoth = (
  table: TableName,
  own: LockMode,
  other: TableName | undefined,
  theirs: LockMode,
): Readonly<Record<TableName, LockMode>> => ({
  [table]: own,
  ...(other === undefined || other === table ? {} : { [other]: theirs }),
});

/** Adds a constraint that counts for new rows at once and says nothing of the old. `definition` follows its name. */
export const addUnproved = (
  table: TableName,
  constraint: string,
  definition: string,
  references?: TableName,
): Statement =>
  statement(`ALTER TABLE ${quoteTable(table)} ADD CONSTRAINT ${quoteName(constraint)} ${definition} NOT VALID`, {
    locks:
      references === undefined
        ? { [table]: 'ACCESS EXCLUSIVE' }
        : onBoth(table, 'SHARE ROW EXCLUSIVE', references, 'SHARE ROW EXCLUSIVE'),
    page: 'sql-altertable#SQL-ALTERTABLE-DESC-ADD-TABLE-CONSTRAINT',
    deltas: [comes('constraint', constraint)],
    remark: 'reads no row; from here on new and changed rows must fit',
  });

/** Proves it for the rows that are there, beside the traffic. */
export const prove = (table: TableName, constraint: string, references?: TableName): Statement =>
  statement(`ALTER TABLE ${quoteTable(table)} VALIDATE CONSTRAINT ${quoteName(constraint)}`, {
    locks: onBoth(table, 'SHARE UPDATE EXCLUSIVE', references, 'ROW SHARE'),
    work: 'scan',
    page: 'sql-altertable#SQL-ALTERTABLE-DESC-VALIDATE-CONSTRAINT',
  });

export const dropNamed = (table: TableName, constraint: string, references?: TableName): Statement =>
  statement(`ALTER TABLE ${quoteTable(table)} DROP CONSTRAINT ${quoteName(constraint)}`, {
    locks: onBoth(table, 'ACCESS EXCLUSIVE', references, 'ACCESS EXCLUSIVE'),
    page: 'sql-altertable#SQL-ALTERTABLE-DESC-DROP-CONSTRAINT',
    deltas: [goes('constraint', constraint)],
  });
