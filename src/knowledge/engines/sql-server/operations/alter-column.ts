import type { Situation } from '#model/engine.ts';
import type { Delta } from '#model/schema.ts';
import type { Source } from '#model/source.ts';
import type { Effect, Statement } from '#model/statement.ts';
import { pages } from '../manual.ts';
import { quoteName, quoteTable, sqlString } from '../quote.ts';
import { statement } from '../statement.ts';
import { hasOnline } from '../versions.ts';

interface Altered {
  readonly table: string;
  readonly column: string;
  /** Left out: the type that it has. */
  readonly type?: string;
  /** Left out: as it is. */
  readonly nullable?: boolean;
  /** `type`: the new type has none. Left out: as it is. */
  readonly collation?: { readonly name: string } | 'none';
  readonly online?: boolean;
}

interface Costs {
  readonly work: Effect['work'];
  readonly source?: Source;
  readonly deltas?: readonly Delta[];
  readonly remark?: string;
}

const text = (value: string): string => value.replaceAll("'", "''");

/**
 * ALTER COLUMN states everything anew: what it leaves out becomes NULL, or the collation of the database. So what stays is read from the catalog in the same
 * batch, and the statement is printed before it runs.
 */
export function alterColumn(
  altered: Altered,
  { work, source, deltas = [], remark }: Costs,
  situation: Situation,
): Statement {
  const { table, column, type, nullable, collation, online = false } = altered;
  const [on, name] = [quoteTable(table), quoteName(column)];
  const parts = [
    type === undefined
      ? `N'ALTER TABLE ${text(on)} ALTER COLUMN ${text(name)} ' + system_type_name`
      : `N'ALTER TABLE ${text(on)} ALTER COLUMN ${text(name)} ${text(type)}'`,
    ...(collation === 'none'
      ? []
      : [
          collation === undefined
            ? `ISNULL(N' COLLATE ' + collation_name, N'')`
            : `N' COLLATE ${text(collation.name)}'`,
        ]),
    nullable === undefined
      ? `CASE is_nullable WHEN 1 THEN N' NULL' ELSE N' NOT NULL' END`
      : `N' ${nullable ? 'NULL' : 'NOT NULL'}'`,
    ...(online && hasOnline(situation) ? [`N' WITH (ONLINE = ON)'`] : []),
  ];
  return statement(
    `DECLARE @alter nvarchar(max) = (SELECT ${parts.join(' + ')}
  FROM sys.dm_exec_describe_first_result_set(${sqlString(`SELECT ${name} FROM ${on}`)}, NULL, 0));
PRINT @alter;
EXEC sys.sp_executesql @alter`,
    {
      locks: { [table]: 'Sch-M' },
      work,
      page: `${pages.alterTable}#alter-column`,
      deltas,
      remark:
        remark ??
        'keeps what is not named as it is; refused while an index, a key, a check, a default or a schema-bound view depends on the column',
      ...(source === undefined ? {} : { source }),
    },
  );
}
