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
];
