import type { Situation } from '#model/engine.ts';
import type { TableName } from '#model/schema.ts';
import { unconfirmed } from '#model/source.ts';
import type { Statement } from '#model/statement.ts';
import { pages } from '../manual.ts';
import { comes, goes } from '../names.ts';
import { quoteName, quoteTable } from '../quote.ts';
import { type LockMode, statement } from '../statement.ts';
import { isEnterprise, letsWritersGoOn } from '../versions.ts';

const elsewhere = (table: TableName, other: TableName | undefined): other is TableName =>
  other !== undefined && other !== table;

/** A foreign key is there on both sides. */
const onBoth = (
  table: TableName,
  other: TableName | undefined,
  mode: LockMode = 'exclusive DDL',
): Readonly<Record<TableName, LockMode>> => ({
  [table]: mode,
  ...(elsewhere(table, other) ? { [other]: 'exclusive DDL' } : {}),
});

/** The manual says which lock the altered table takes, and nothing of the other: it is planned as the same. */
const otherLock = (table: TableName, other: TableName | undefined) =>
  elsewhere(table, other)
    ? {
        source: unconfirmed(
          `Which lock does the foreign key take on ${other}, and for how long? See v$locked_object in the dry run; it is planned as the lock of a schema change.`,
        ),
      }
    : {};

/** Counts for new rows at once and says nothing of the old. `definition` follows its name. */
export const addUnproved = (
  table: TableName,
  constraint: string,
  definition: string,
  situation: Situation,
  references?: TableName,
): Statement =>
  statement(
    `ALTER TABLE ${quoteTable(table)} ADD CONSTRAINT ${quoteName(constraint)} ${definition} ENABLE NOVALIDATE`,
    {
      locks: onBoth(table, references, letsWritersGoOn(situation) ? 'share DDL' : 'exclusive DDL'),
      ...otherLock(table, references),
      page: pages.nonblocking,
      deltas: [comes('constraint', constraint)],
      remark: 'reads no row; from here on new and changed rows must fit',
    },
  );

/** Reads every row, and holds up neither reads nor writes nor other schema changes, unless supplemental logging is on. */
export const prove = (table: TableName, constraint: string, { logicalReplication }: Situation): Statement =>
  statement(`ALTER TABLE ${quoteTable(table)} MODIFY CONSTRAINT ${quoteName(constraint)} ENABLE VALIDATE`, {
    locks: logicalReplication ? { [table]: 'exclusive DDL' } : {},
    work: 'scan',
    page: logicalReplication ? pages.nonblocking : pages.constraintStates,
    remark: logicalReplication
      ? 'reads every row while nobody can write to the table: supplemental logging takes the online form away'
      : 'reads every row while reads and writes go on',
  });

const dropped = (table: TableName, constraint: string, what: string, references?: TableName): Statement =>
  statement(`ALTER TABLE ${quoteTable(table)} DROP ${what}`, {
    locks: onBoth(table, references),
    ...otherLock(table, references),
    page: pages.alterTable,
    deltas: [goes('constraint', constraint)],
  });

/** A foreign key cannot be dropped ONLINE, nor can what has dependants. */
export const dropCheck = (table: TableName, constraint: string, situation: Situation): Statement =>
  dropped(table, constraint, `CONSTRAINT ${quoteName(constraint)}${isEnterprise(situation) ? ' ONLINE' : ''}`);

export const dropNamed = (table: TableName, constraint: string, references?: TableName): Statement =>
  dropped(table, constraint, `CONSTRAINT ${quoteName(constraint)}`, references);

/** A key lets go of the index that was there before it. */
export const dropKey = (table: TableName, constraint: string, index: string): Statement => ({
  ...dropped(table, constraint, `CONSTRAINT ${quoteName(constraint)} KEEP INDEX`),
  deltas: [goes('constraint', constraint), comes('index', index)],
});
