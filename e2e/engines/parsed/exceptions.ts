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
];
