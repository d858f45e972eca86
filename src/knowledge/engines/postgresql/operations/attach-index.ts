import type { TableName } from '#model/schema.ts';
import type { Script, Statement } from '#model/statement.ts';
import { comes, goes, quoteLast } from '../names.ts';
import { bareName, quoteName, quoteTable } from '../quote.ts';
import { short, statement, unhurried } from '../statement.ts';
import { buildUnique, renameIndexTo } from './index-statements.ts';

interface Attached {
  readonly table: TableName;
  readonly constraint: string;
  readonly index: string;
}

/** The index becomes the constraint's own and takes its name. */
export const attach = ({ table, constraint, index }: Attached, kind: 'UNIQUE' | 'PRIMARY KEY'): Statement =>
  statement(
    `ALTER TABLE ${quoteTable(table)} ADD CONSTRAINT ${quoteName(constraint)} ${kind} USING INDEX ${quoteLast(index)}`,
    {
      locks: { [table]: 'ACCESS EXCLUSIVE' },
      page: 'sql-altertable#SQL-ALTERTABLE-DESC-ADD-TABLE-CONSTRAINT-USING-INDEX',
      deltas: [goes('index', index), comes('constraint', constraint)],
      ...(kind === 'PRIMARY KEY'
        ? {
            remark:
              'reads no row, because its columns are NOT NULL already; else it would read them all under this lock',
          }
        : {}),
    },
  );

/** A constraint takes its index with it, so a second one is built first: the columns are unique at every moment. */
export function detach(
  { table, constraint, index }: Attached,
  columns: readonly string[],
): readonly [Script, ...Script[]] {
  const same = bareName(constraint) === bareName(index);
  const stands = same ? `${bareName(index)}_again` : index;
  const drop = statement(`ALTER TABLE ${quoteTable(table)} DROP CONSTRAINT ${quoteName(constraint)}`, {
    locks: { [table]: 'ACCESS EXCLUSIVE' },
    page: 'sql-altertable#SQL-ALTERTABLE-DESC-DROP-CONSTRAINT',
    deltas: [goes('constraint', constraint)],
  });
  return [
    unhurried(buildUnique(table, stands, columns)),
    same ? short(drop, renameIndexTo(table, stands, index)) : short(drop),
  ];
}
