import { code, words } from '#model/text.ts';
import type { Family } from '../mysql/family.ts';
import { quoteLast } from '../mysql/names.ts';
import { bareName } from '../mysql/quote.ts';
import { clause } from './clauses.ts';
import { mariadbSource } from './manual.ts';
import { typeChange } from './type-change.ts';

/** The check of a column is one of its attributes here, and MODIFY forgets it as well. */
const furtherText = `IFNULL((SELECT CONCAT(' CHECK (', CHECK_CLAUSE, ')') FROM information_schema.CHECK_CONSTRAINTS AS ck
      WHERE ck.CONSTRAINT_SCHEMA = COLUMNS.TABLE_SCHEMA AND ck.TABLE_NAME = COLUMNS.TABLE_NAME AND ck.CONSTRAINT_NAME = COLUMNS.COLUMN_NAME AND ck.LEVEL = 'Column'), '')`;

/** What MariaDB does in another way than MySQL. */
export const mariadbFamily: Family = {
  name: 'MariaDB',
  source: mariadbSource,
  clause,
  typeChange,
  defaultText: `IF(COLUMN_DEFAULT IS NULL OR COLUMN_DEFAULT = 'NULL', '', CONCAT(' DEFAULT ', COLUMN_DEFAULT))`,
  furtherText,
  indexesExpressions: false,
  computesDefaults: () => true,
  textDefaultsInstantly: true,
  replacesRoutines: true,
  passesOverTriggers: () => true,
  parentLocks: { going: 'InnoDB X' },
  checks: () => true,
  exchangesUnread: false,
  hideIndex: (index) => `ALTER INDEX ${quoteLast(index)} IGNORED, ALGORITHM=INSTANT, LOCK=NONE`,
  purgeQuery: `SHOW GLOBAL STATUS LIKE 'Innodb_history_list_length'`,
  copyTools: (table) =>
    words`If ${code(table)} is too large for that: ${code('pt-online-schema-change')} (a primary or unique key; ${code('--max-lag')}, ${code('--max-load')}, ${code('--set-vars lock_wait_timeout=2')}, for it waits 60 s otherwise; ${code('--no-drop-old-table')}, ${code('--reverse-triggers')}) copies it in pieces. It keeps the old table as ${code(`_${bareName(table)}_old`)}: renaming it back loses what was written since, unless ${code('--reverse-triggers')} carried it back; a table with triggers needs ${code('--preserve-triggers')}, which excludes that and drops the old table`,
  client: 'mariadb',
  dump: 'mariadb-dump',
  upgradeCheck: 'mariadb-check --all-databases --check-upgrade',
  upgradeStart: 'mariadbd-safe --user=mysql & sleep 30; mariadb-upgrade',
};
