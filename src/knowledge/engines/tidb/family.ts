import { code, words } from '#model/text.ts';
import type { Family } from '../mysql/family.ts';
import { mysqlFamily } from '../mysql/mysql-family.ts';
import { quoteLast } from '../mysql/names.ts';
import { ofTable } from '../mysql/quote.ts';
import { clause } from './clauses.ts';
import { tidbSource } from './manual.ts';
import { typeChange } from './type-change.ts';

/** What TiDB does in another way than MySQL. What it cannot do at all stands with its operations. */
export const tidbFamily: Family = {
  ...mysqlFamily,
  name: 'TiDB',
  source: tidbSource,
  clause,
  typeChange,
  computesDefaults: () => false,
  passesOverTriggers: () => false,
  parentLocks: {},
  hideIndex: (index) => `ALTER INDEX ${quoteLast(index)} INVISIBLE`,
  copyTools: () =>
    words`A copy tool (${code('gh-ost')}, ${code('pt-online-schema-change')}) reads a binary log or needs triggers, and TiDB has neither`,
  dialect: {
    selectsInto: false,
    createsFromSelect: false,
    holdRows: 'FOR UPDATE',
    openTransactions: `SELECT INSTANCE, SESSION_ID, START_TIME FROM information_schema.CLUSTER_TIDB_TRX ORDER BY START_TIME`,
    tableRights: (table) =>
      `SELECT User, Host, Table_priv FROM mysql.tables_priv WHERE ${ofTable(table, ['Db', 'Table_name'])}`,
    withoutChecks:
      'as the manual asks for a change of a foreign key; no row that is there is looked at, and new rows are checked from now on',
  },
};
