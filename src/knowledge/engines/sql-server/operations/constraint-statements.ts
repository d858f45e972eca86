import type { TableName } from '#model/schema.ts';
import { unconfirmed } from '#model/source.ts';
import type { Statement } from '#model/statement.ts';
import { pages } from '../manual.ts';
import { comes, goes } from '../names.ts';
import { quoteName, quoteTable } from '../quote.ts';
import { statement, type LockMode } from '../statement.ts';

/** A foreign key is there on both sides. */
const onBoth = (table: TableName, other: TableName | undefined): Readonly<Record<TableName, LockMode>> => ({
  [table]: 'Sch-M',
  ...(other === undefined || other === table ? {} : { [other]: 'Sch-M' }),
});

/** The manual says which lock the altered table takes, and nothing of the other: it is planned as the same. */
const otherLock = (table: TableName, other: TableName | undefined) =>
  other === undefined || other === table
    ? {}
    : {
        source: unconfirmed(
          `Which lock does the foreign key take on ${other}, and for how long? See sys.dm_tran_locks in the dry run; it is planned as Sch-M.`,
        ),
      };

const addConstraint = 't-sql/statements/alter-table-table-constraint-transact-sql';

/** Counts for new rows at once and says nothing of the old. `definition` follows its name. */
export const addUnproved = (
  table: TableName,
  constraint: string,
  definition: string,
  references?: TableName,
): Statement =>
  statement(`ALTER TABLE ${quoteTable(table)} WITH NOCHECK ADD CONSTRAINT ${quoteName(constraint)} ${definition}`, {
    locks: onBoth(table, references),
    ...otherLock(table, references),
    page: addConstraint,
    deltas: [comes('constraint', constraint)],
    remark: 'reads no row; from here on new and changed rows must fit, and the optimizer does not trust it yet',
  });

/** The word CHECK stands twice: the second enables the constraint, the first reads every row and makes it trusted. */
export const prove = (table: TableName, constraint: string, references?: TableName): Statement =>
  statement(`ALTER TABLE ${quoteTable(table)} WITH CHECK CHECK CONSTRAINT ${quoteName(constraint)}`, {
    locks: onBoth(table, references),
    ...otherLock(table, references),
    work: 'scan',
    page: `${pages.alterTable}#with-check--with-nocheck`,
    remark: 'reads every row while nobody can use the table',
  });

export const dropNamed = (table: TableName, constraint: string, references?: TableName): Statement =>
  statement(`ALTER TABLE ${quoteTable(table)} DROP CONSTRAINT ${quoteName(constraint)}`, {
    locks: onBoth(table, references),
    ...otherLock(table, references),
    page: `${pages.alterTable}#drop`,
    deltas: [goes('constraint', constraint)],
  });
