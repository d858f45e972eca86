/** A form that the vendor's manual shows and the grammar does not know. */
export interface Exception {
  readonly engine: string;
  /** The form, as narrow as can be. */
  readonly form: RegExp;
  /** What the grammar lacks. */
  readonly lacks: string;
  /** The page of the manual that shows it. */
  readonly page: string;
}

const oracle = 'https://docs.oracle.com/en/database/oracle/oracle-database/19/sqlrf';
const clickhouse = 'https://clickhouse.com/docs/sql-reference/statements';
const cockroach = 'https://www.cockroachlabs.com/docs/stable';
const snowflake = 'https://docs.snowflake.com/en/sql-reference/sql';
const tidb = 'https://docs.pingcap.com/tidb/stable';
const transactSql = 'https://learn.microsoft.com/en-us/sql/t-sql/statements';

/** The list may shrink: one that is not needed any more fails the run. */
export const exceptions: readonly Exception[] = [
  {
    engine: 'sql-server',
    form: /^ALTER TABLE \S+ WITH CHECK CHECK CONSTRAINT \S+$/,
    lacks: 'CHECK CONSTRAINT with WITH CHECK before it',
    page: `${transactSql}/alter-table-transact-sql`,
  },
  {
    engine: 'sql-server',
    form: /^CREATE OR ALTER TRIGGER [\s\S]*\bNOT \(UPDATE\(\S+\) OR UPDATE\(\S+\)\)/,
    lacks: 'UPDATE() as a condition in the body of a trigger',
    page: 'https://learn.microsoft.com/en-us/sql/t-sql/functions/update-trigger-functions-transact-sql',
  },
  {
    engine: 'sql-server',
    form: /^ALTER TABLE \S+ SWITCH .*\$PARTITION\..+\(\S+\).* WITH \(WAIT_AT_LOW_PRIORITY \(MAX_DURATION = \d+ MINUTES, ABORT_AFTER_WAIT = SELF\)\)$/,
    lacks: 'WAIT_AT_LOW_PRIORITY of SWITCH',
    page: `${transactSql}/alter-table-transact-sql`,
  },
  {
    engine: 'sql-server',
    form: /^DENY [A-Z, ]+ ON OBJECT::\S+ TO \S+$/,
    lacks: 'DENY',
    page: `${transactSql}/deny-object-permissions-transact-sql`,
  },
  {
    engine: 'sql-server',
    form: /^REVOKE [A-Z, ]+ ON OBJECT::\S+ FROM \S+$/,
    lacks: 'REVOKE',
    page: `${transactSql}/revoke-object-permissions-transact-sql`,
  },
  {
    engine: 'oracle',
    form: /^ALTER TABLE \S+ SET UNUSED \(\S+\) ONLINE$/,
    lacks: 'ONLINE of SET UNUSED',
    page: `${oracle}/ALTER-TABLE.html`,
  },
  {
    engine: 'oracle',
    form: /^CREATE INDEX \S+ ON \S+ \([^()]+\) ONLINE$/,
    lacks: 'ONLINE of CREATE INDEX without other attributes',
    page: `${oracle}/CREATE-INDEX.html`,
  },
  {
    engine: 'oracle',
    form: /^DROP INDEX \S+ ONLINE$/,
    lacks: 'ONLINE of DROP INDEX',
    page: `${oracle}/DROP-INDEX.html`,
  },
  {
    engine: 'oracle',
    form: /^ALTER TABLE \S+ DROP CONSTRAINT \S+ KEEP INDEX$/,
    lacks: 'KEEP INDEX of a constraint that is named',
    page: `${oracle}/ALTER-TABLE.html`,
  },
  {
    engine: 'oracle',
    form: /^ALTER TABLE \S+ MODIFY\s+PARTITION BY RANGE \(\S+\) \([\s\S]+\) ONLINE$/,
    lacks: 'MODIFY PARTITION BY of a table without partitions',
    page: `${oracle}/ALTER-TABLE.html`,
  },
  {
    engine: 'oracle',
    form: /^ALTER TABLE \S+ EXCHANGE PARTITION FOR \(\S+\) WITH TABLE \S+ INCLUDING INDEXES$/,
    lacks: 'a partition named FOR a value',
    page: `${oracle}/ALTER-TABLE.html`,
  },
  {
    engine: 'oracle',
    form: /^SELECT MAX\(LENGTHB\(\S+\)\) AS bytes, MAX\(LENGTH\(\S+\)\) AS characters FROM \S+$/,
    lacks: 'a name that is no reserved word of Oracle, CHARACTERS',
    page: `${oracle}/Oracle-SQL-Reserved-Words.html`,
  },
  {
    engine: 'oracle',
    form: /^WHENEVER [\s\S]+\nALTER SESSION SET DDL_LOCK_TIMEOUT = \d+;$/,
    lacks: 'a session parameter that is a number',
    page: `${oracle}/ALTER-SESSION.html`,
  },
  {
    engine: 'snowflake',
    form: /^GET @~\/\S+\.csv file:\/\/.+\/$/,
    lacks: 'GET',
    page: `${snowflake}/get`,
  },
  {
    engine: 'bigquery',
    form: /^(?:GRANT|REVOKE) `roles\/[A-Za-z.]+` ON TABLE \S+ (?:TO|FROM) \S+$/,
    lacks: 'roles between backticks',
    page: 'https://cloud.google.com/bigquery/docs/reference/standard-sql/data-control-language',
  },
  {
    engine: 'clickhouse',
    form: /^CREATE TABLE \S+ (?:CLONE )?AS [^\s(]+$/,
    lacks: 'a table made like another one, with or without its rows',
    page: `${clickhouse}/create/table`,
  },
  {
    engine: 'clickhouse',
    form: /^ALTER TABLE \S+ MODIFY COLUMN \S+ (?:DEFAULT \S+|REMOVE DEFAULT)$/,
    lacks: 'MODIFY COLUMN without a type',
    page: `${clickhouse}/alter/column`,
  },
  {
    engine: 'clickhouse',
    form: /^ALTER TABLE \S+ ADD CONSTRAINT \S+ CHECK [^(]/,
    lacks: 'CHECK without brackets',
    page: `${clickhouse}/alter/constraint`,
  },
  {
    engine: 'clickhouse',
    form: /^ALTER TABLE \S+ (?:ADD INDEX \S+ (?:\(.+\) TYPE \S+ GRANULARITY \d+|<[^<>]+>)|MATERIALIZE INDEX \S+)$/,
    lacks: 'data skipping indexes',
    page: `${clickhouse}/alter/skipping-index`,
  },
  {
    engine: 'clickhouse',
    form: /^ALTER TABLE \S+ (?:DETACH|ATTACH) PARTITION ID '\S+'$/,
    lacks: 'a partition named by its id',
    page: `${clickhouse}/alter/partition`,
  },
  {
    engine: 'clickhouse',
    form: /^ALTER TABLE \S+ UPDATE \S+ = .+ WHERE .+$/,
    lacks: 'UPDATE of ALTER TABLE',
    page: `${clickhouse}/alter/update`,
  },
  {
    engine: 'clickhouse',
    form: /^SELECT .+ FROM \S+ INTO OUTFILE '\S+' FORMAT \S+$/,
    lacks: 'INTO OUTFILE',
    page: `${clickhouse}/select/into-outfile`,
  },
  {
    engine: 'cockroachdb',
    form: /^ALTER TABLE \S+ ADD COLUMN \S+ \S+ AS \(.+\) VIRTUAL$/,
    lacks: 'VIRTUAL of a computed column',
    page: `${cockroach}/computed-columns`,
  },
  {
    engine: 'cockroachdb',
    form: /^(?:DROP INDEX (?:IF EXISTS )?|ALTER INDEX )\S+@\S+(?: RENAME TO \S+)?$/,
    lacks: 'an index named with its table',
    page: `${cockroach}/drop-index`,
  },
  {
    engine: 'cockroachdb',
    form: /^ALTER TABLE \S+ ALTER PRIMARY KEY USING COLUMNS \(.+\)$/,
    lacks: 'ALTER PRIMARY KEY',
    page: `${cockroach}/alter-table`,
  },
  {
    engine: 'cockroachdb',
    form: /^CREATE TABLE \S+ \(\S+ PRIMARY KEY, [a-z_, ]+\) AS\s/,
    lacks: 'PRIMARY KEY of CREATE TABLE AS',
    page: `${cockroach}/create-table-as`,
  },
  {
    engine: 'cockroachdb',
    form: /^CREATE TABLE \S+ \(LIKE \S+, PRIMARY KEY \(\S+\)\)$/,
    lacks: 'LIKE beside other definitions',
    page: `${cockroach}/create-table`,
  },
  {
    engine: 'cockroachdb',
    form: /^ALTER TYPE \S+ DROP VALUE '\S+'$/,
    lacks: 'DROP VALUE of a type',
    page: `${cockroach}/alter-type`,
  },
  {
    engine: 'cockroachdb',
    form: /^ALTER SEQUENCE \S+ (?:MAXVALUE \d+|OWNED BY \S+)$/,
    lacks: 'ALTER SEQUENCE',
    page: `${cockroach}/alter-sequence`,
  },
  {
    engine: 'cockroachdb',
    form: /^SET CLUSTER SETTING [a-z_.]+ = \S.*$/,
    lacks: 'SET CLUSTER SETTING',
    page: `${cockroach}/set-cluster-setting`,
  },
  {
    engine: 'cockroachdb',
    form: /^WITH x AS \(SHOW [A-Z][^()]+\)\s+SELECT /,
    lacks: 'SHOW in place of a query',
    page: `${cockroach}/show-jobs`,
  },
  {
    engine: 'tidb',
    form: /^PREPARE \S+ FROM @\S+$/,
    lacks: 'a statement that is prepared from a variable',
    page: `${tidb}/sql-statement-prepare`,
  },
  {
    engine: 'tidb',
    form: /^ALTER TABLE \S+ RENAME INDEX \S+ TO \S+, ALGORITHM=INSTANT$/,
    lacks: 'RENAME INDEX',
    page: `${tidb}/sql-statement-rename-index`,
  },
  {
    engine: 'tidb',
    form: /^ALTER TABLE \S+ ADD PRIMARY KEY \(.+\) NONCLUSTERED, ALGORITHM=INPLACE$/,
    lacks: 'NONCLUSTERED of a primary key',
    page: `${tidb}/clustered-indexes`,
  },
  {
    engine: 'tidb',
    form: /^FLASHBACK TABLE \S+$/,
    lacks: 'FLASHBACK TABLE',
    page: `${tidb}/sql-statement-flashback-table`,
  },
  {
    engine: 'tidb',
    form: /^ALTER TABLE \S+ (?:REMOVE PARTITIONING|EXCHANGE PARTITION \S+ WITH TABLE \S+ WITHOUT VALIDATION)$/,
    lacks: 'REMOVE PARTITIONING and EXCHANGE PARTITION',
    page: `${tidb}/partitioned-table`,
  },
  {
    engine: 'tidb',
    form: /^ADMIN SHOW DDL JOBS \d+ WHERE \S.+$/,
    lacks: 'ADMIN SHOW DDL JOBS',
    page: `${tidb}/sql-statement-admin-show-ddl`,
  },
];
