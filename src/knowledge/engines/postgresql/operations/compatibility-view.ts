import type { Situation } from '#model/engine.ts';
import type { TableName } from '#model/schema.ts';
import { columnName } from '#model/schema.ts';
import type { Statement } from '#model/statement.ts';
import { quoteTable } from '../quote.ts';
import { statement } from '../statement.ts';
import { copyRights } from './rights.ts';

/** A view under an old name. It has the columns of this moment: one that is added later is not in it. */
export const standIn = (view: TableName, table: TableName, situation: Situation): readonly [Statement, Statement] => [
  statement(`CREATE VIEW ${quoteTable(view)} AS SELECT * FROM ${quoteTable(table)}`, {
    locks: { [table]: 'ACCESS SHARE' },
    page: 'sql-createview#SQL-CREATEVIEW-UPDATABLE-VIEWS',
    deltas: [
      { kind: 'add-table', table: view },
      { kind: 'add-column', column: columnName(view, '*'), is: { nullable: true, hasDefault: false, filled: true } },
    ],
  }),
  copyRights(table, view, situation),
];

export const dropView = (view: TableName): Statement =>
  statement(`DROP VIEW ${quoteTable(view)}`, {
    locks: { [view]: 'ACCESS EXCLUSIVE' },
    page: 'sql-dropview',
    deltas: [{ kind: 'drop-table', table: view }],
  });
