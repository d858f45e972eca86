import type { Situation } from '#model/engine.ts';
import type { TableName } from '#model/schema.ts';
import type { Script, Statement } from '#model/statement.ts';
import { dialectOf } from '../dialect.ts';
import type { Family } from '../family.ts';
import { comes, goes } from '../names.ts';
import { quoteName, quoteTable } from '../quote.ts';
import { guarded, type LockMode, plainly, short, statement } from '../statement.ts';
import { alter } from './alter-table.ts';

export interface ForeignKey {
  readonly table: TableName;
  readonly constraint: string;
  readonly references?: TableName;
  /** What follows the name: `FOREIGN KEY (…) REFERENCES …`. */
  readonly definition: string;
}

const onParent = ({ table, references }: ForeignKey, mode: LockMode | undefined) =>
  references === undefined || references === table || mode === undefined ? {} : { [references]: mode };

const checking = (family: Family, on: boolean): Statement =>
  statement(`SET SESSION foreign_key_checks = ${on ? 'ON' : 'OFF'}`, {
    work: 'none',
    source: family.source('foreign keys'),
    remark: on ? 'of this session only' : dialectOf(family).withoutChecks,
  });

/** Adds a foreign key for new rows without reading the old ones. Those are proved by a count, and by nothing else, ever. */
export const addForNewRows = (family: Family, key: ForeignKey, situation: Situation): Script =>
  short(
    checking(family, false),
    alter(
      family,
      'add foreign key',
      situation,
      key.table,
      `ADD CONSTRAINT ${quoteName(key.constraint)} ${key.definition}`,
      {
        topic: 'foreign keys',
        locks: onParent(key, family.parentLocks.coming),
        deltas: [comes('constraint', key.constraint)],
        remark: 'an index that begins with its columns stands before, or one is built meanwhile under this name',
      },
    ),
    checking(family, true),
  );

export const dropForeignKey = (family: Family, key: ForeignKey, situation: Situation): Script =>
  short(
    alter(family, 'drop foreign key', situation, key.table, `DROP FOREIGN KEY ${quoteName(key.constraint)}`, {
      topic: 'foreign keys',
      locks: onParent(key, family.parentLocks.going),
      deltas: [goes('constraint', key.constraint)],
    }),
  );

/** A check is proved while it is added: the table is copied. */
export const addProvedCheck = (
  family: Family,
  table: TableName,
  constraint: string,
  definition: string,
  situation: Situation,
): Script =>
  guarded(
    alter(family, 'copy', situation, table, `ADD CONSTRAINT ${quoteName(constraint)} ${definition}`, {
      topic: 'checks',
      deltas: [comes('constraint', constraint)],
      remark: 'refused by the first row that breaks it (3819, 4025): nothing has changed then',
    }),
  );

export const dropCheck = (family: Family, table: TableName, constraint: string, situation: Situation): Script =>
  short(
    alter(family, 'drop check', situation, table, `DROP CONSTRAINT ${quoteName(constraint)}`, {
      topic: 'checks',
      deltas: [goes('constraint', constraint)],
    }),
  );

export const printTable = (family: Family, table: TableName, remark: string): Script =>
  plainly(
    statement(`SHOW CREATE TABLE ${quoteTable(table)}`, { work: 'none', source: family.source('catalog'), remark }),
  );
