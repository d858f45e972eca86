import { code, words } from '#model/text.ts';
import { type Family, mayBe } from './family.ts';
import { clause } from './clauses.ts';
import { mysqlSource } from './manual.ts';
import { quoteLast } from './names.ts';
import { bareName } from './quote.ts';
import { atLeast } from './versions.ts';
import { typeChange } from './type-change.ts';

/** The catalog keeps a default without its quotes; what is computed is marked as such. */
const defaultText = `CASE WHEN COLUMN_DEFAULT IS NULL THEN ''
    WHEN EXTRA LIKE '%DEFAULT_GENERATED%' AND COLUMN_DEFAULT NOT LIKE 'CURRENT_TIMESTAMP%' THEN CONCAT(' DEFAULT (', REPLACE(COLUMN_DEFAULT, '\\\\''', ''''), ')')
    WHEN (DATA_TYPE IN ('timestamp', 'datetime') AND COLUMN_DEFAULT LIKE 'CURRENT_TIMESTAMP%') OR DATA_TYPE = 'bit' OR (DATA_TYPE LIKE '%binary' AND COLUMN_DEFAULT LIKE '0x%')
    THEN CONCAT(' DEFAULT ', COLUMN_DEFAULT) ELSE CONCAT(' DEFAULT ', QUOTE(COLUMN_DEFAULT)) END`;

/**
 * MySQL's own ways. The tools: https://github.com/github/gh-ost/blob/master/doc/requirements-and-limitations.md and its doc/revert.md,
 * https://docs.percona.com/percona-toolkit/pt-online-schema-change.html,
 * https://vitess.io/docs/21.0/user-guides/schema-changes/revertible-migrations/
 */
export const mysqlFamily: Family = {
  name: 'MySQL',
  source: mysqlSource,
  clause,
  typeChange,
  defaultText,
  furtherText: `IF(EXTRA LIKE '%INVISIBLE%', ' INVISIBLE', '')`,
  indexesExpressions: true,
  computesDefaults: (situation) => mayBe('8.0.13', situation),
  textDefaultsInstantly: false,
  replacesRoutines: false,
  passesOverTriggers: (situation) => atLeast('8.0.29', situation),
  parentLocks: { coming: 'EXCLUSIVE', going: 'EXCLUSIVE' },
  checks: (situation) => mayBe('8.0.16', situation),
  exchangesUnread: true,
  hideIndex: (index) => `ALTER INDEX ${quoteLast(index)} INVISIBLE, ALGORITHM=INPLACE, LOCK=NONE`,
  purgeQuery: `SELECT NAME, COUNT FROM information_schema.INNODB_METRICS WHERE NAME = 'trx_rseg_history_len'`,
  copyTools: (table) =>
    words`If ${code(table)} is too large for that: ${code('gh-ost')} (row-based binary log with full images, a unique key without NULL, no foreign key on either side, triggers only with ${code('--include-triggers')} and under other names; ${code('--max-lag-millis')}, ${code('--max-load')}, ${code('--postpone-cut-over-flag-file')}; begun with ${code('--checkpoint')} it goes back with ${code('--revert')} and later writes, as long as the binary logs since stand) or ${code('pt-online-schema-change')} (a primary or unique key; ${code('--max-lag')}, ${code('--max-load')}, ${code('--set-vars lock_wait_timeout=2')}, for it waits 60 s otherwise; ${code('--no-drop-old-table --reverse-triggers')} keeps the old table in step, yet a table with triggers needs ${code('--preserve-triggers')}, which excludes both); on Vitess ${code(`ddl_strategy='vitess --postpone-completion'`)}, back with ${code('REVERT VITESS_MIGRATION')}. Without these, renaming the old table back (${code(`_${bareName(table)}_del`)}, ${code(`_${bareName(table)}_old`)}) loses what was written since`,
  client: 'mysql',
  dump: 'mysqldump --set-gtid-purged=OFF',
  upgradeCheck: 'mysqlsh <account> -- util check-for-server-upgrade',
  upgradeStart: 'mysqld_safe --user=mysql &',
};
