import type { TableName } from '#model/schema.ts';
import type { Family } from './family.ts';
import { ofTable } from './quote.ts';

/** Words of SQL that MySQL and MariaDB share, and a server that only speaks their protocol may not have. */
export interface Dialect {
  /** `SELECT … INTO @variable` fills several variables at once; otherwise each is set by a query of its own. */
  readonly selectsInto: boolean;
  /** `CREATE TABLE … SELECT` takes the columns from a query. */
  readonly createsFromSelect: boolean;
  /** Behind a SELECT: keeps others from changing the rows that it reads. */
  readonly holdRows: string;
  /** Transactions that are open, oldest first. */
  readonly openTransactions: string;
  /** Which accounts have rights on one table alone. */
  readonly tableRights: (table: TableName) => string;
  /** Why the checks are off while a foreign key is added. */
  readonly withoutChecks: string;
}

const shared: Dialect = {
  selectsInto: true,
  createsFromSelect: true,
  holdRows: 'LOCK IN SHARE MODE',
  openTransactions: `SELECT trx_mysql_thread_id AS id, trx_started FROM information_schema.INNODB_TRX WHERE trx_mysql_thread_id <> CONNECTION_ID() ORDER BY trx_started`,
  tableRights: (table) =>
    `SELECT GRANTEE, PRIVILEGE_TYPE FROM information_schema.TABLE_PRIVILEGES WHERE ${ofTable(table)}`,
  withoutChecks:
    'with the checks on, the table would be copied while nobody writes; off, no row that is there is looked at, and new rows are checked from now on',
};

export const dialectOf = ({ dialect = shared }: Family): Dialect => dialect;
