import type { TableName } from '#model/schema.ts';
import type { Statement } from '#model/statement.ts';
import { objectId, quoteTable } from '../quote.ts';
import { statement } from '../statement.ts';

/** Gives everybody on `to` what they may do on `from`, denials too. A new view starts with nobody but its owner. */
export const copyRights = (from: TableName, to: TableName): Statement =>
  statement(
    `DECLARE @rights nvarchar(max) = (SELECT STRING_AGG(CAST(CASE state WHEN 'D' THEN N'DENY ' ELSE N'GRANT ' END + permission_name COLLATE DATABASE_DEFAULT
    + N' ON OBJECT::${quoteTable(to).replaceAll("'", "''")} TO ' + QUOTENAME(USER_NAME(grantee_principal_id)) + CASE state WHEN 'W' THEN N' WITH GRANT OPTION' ELSE N'' END AS nvarchar(max)), N'; ')
  FROM sys.database_permissions WHERE class = 1 AND major_id = ${objectId(from)} AND minor_id = 0 AND type IN ('SL', 'IN', 'UP', 'DL'));
IF @rights IS NOT NULL EXEC sys.sp_executesql @rights`,
    {
      page: 'relational-databases/system-catalog-views/sys-database-permissions-transact-sql',
      remark: `the same rights on ${to} as on ${from}; rights on single columns are not among them`,
    },
  );
