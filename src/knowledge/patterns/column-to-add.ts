import type { ChangeContext, CheckDraft } from '#model/change.ts';
import type { Expression } from '#model/operations.ts';
import type { Needs } from '#model/release.ts';
import type { TableName } from '#model/schema.ts';
import { columnName } from '#model/schema.ts';
import { code, words } from '#model/text.ts';
import { withStatement } from './with-statement.ts';

/** A column that does not exist yet. */
export interface ColumnToAdd {
  readonly table: TableName;
  readonly column: string;
  readonly type: string;
  readonly notNull: boolean;
  readonly default?: Expression;
  /** What old rows get, where it is not the default. */
  readonly fill?: Expression;
  /** A release of this plan begins to read and write it. */
  readonly used: boolean;
}

/** Release 0 inserts rows and knows nothing of the column. */
export const todayWithout = ({ stack }: ChangeContext, { table, column }: ColumnToAdd, ignores: boolean): Needs => ({
  reads: [],
  writes: [{ table, inserts: true, columns: [], optional: [], defaults: [] }],
  ignores: ignores && stack.remembersColumns ? [columnName(table, column)] : [],
});

/**
 * The release that begins to use it. It may leave it to the database where that has a value for it; a stack that
 * remembers columns remembers their defaults too and sends them itself.
 */
export const usesColumn = (
  { stack }: ChangeContext,
  { table, column, notNull, default: given }: ColumnToAdd,
): Needs => {
  const always = notNull && given === undefined;
  const sends = !always && given !== undefined && stack.remembersColumns;
  return {
    reads: [{ column: columnName(table, column) }],
    writes: [
      {
        table,
        inserts: true,
        columns: always ? [column] : [],
        optional: always || sends ? [] : [column],
        defaults: sends ? [column] : [],
      },
    ],
    ignores: [],
  };
};

/** The column stands as ordered. */
export const addedChecks = ({ engine }: ChangeContext, { table, column }: ColumnToAdd): readonly CheckDraft[] => {
  const name = columnName(table, column);
  return [
    {
      key: 'shape',
      title: words`Shape of ${code(table)}`,
      when: 'after',
      stages: ['prepare', 'expand'],
      how: words`On every node`,
      ...withStatement(engine.query.describeTable({ table })),
      expected: words`${code(name)} as ordered, nothing else changed`,
      tolerance: words`none`,
    },
  ];
};
