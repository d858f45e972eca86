import type { Situation } from '#model/engine.ts';
import type { TableName } from '#model/schema.ts';
import type { Statement } from '#model/statement.ts';
import { quoteTable, regclass } from '../quote.ts';
import { statement } from '../statement.ts';
import { grantLocks } from './grant-locks.ts';

/** Gives every role on `to` what it may do on `from`. A new table or view starts with nobody but its owner. */
export const copyRights = (from: TableName, to: TableName, situation: Situation): Statement =>
  statement(
    `DO $do$
DECLARE may record;
BEGIN
  FOR may IN
    SELECT a.privilege_type, a.is_grantable, CASE a.grantee WHEN 0 THEN 'PUBLIC' ELSE quote_ident(pg_get_userbyid(a.grantee)) END AS role
    FROM pg_class c CROSS JOIN LATERAL aclexplode(c.relacl) a
    WHERE c.oid = ${regclass(from)} AND a.grantee <> c.relowner
      AND a.privilege_type IN ('SELECT', 'INSERT', 'UPDATE', 'DELETE', 'TRUNCATE', 'REFERENCES', 'TRIGGER')
  LOOP
    EXECUTE format('GRANT %s ON ${quoteTable(to).replaceAll("'", "''")} TO %s%s', may.privilege_type, may.role,
      CASE WHEN may.is_grantable THEN ' WITH GRANT OPTION' ELSE '' END);
  END LOOP;
END $do$`,
    { locks: grantLocks(to, situation), page: 'sql-grant', remark: `the same rights on ${to} as on ${from}` },
  );
