import { manual, type Source } from '#model/source.ts';

const database = 'https://docs.oracle.com/en/database/oracle/oracle-database/19';

/** A page of the library of 19c as a source: `inManual('sqlrf/ALTER-TABLE.html')`. What is newer or older says so by its own address. */
export const inManual = (path: string): Source => manual(path.startsWith('https://') ? path : `${database}/${path}`);

/** The pages that several files quote. */
export const pages = {
  alterTable: 'sqlrf/ALTER-TABLE.html',
  alterIndex: 'sqlrf/ALTER-INDEX.html',
  alterSession: 'sqlrf/ALTER-SESSION.html',
  constraint: 'sqlrf/constraint.html',
  constraintStates: 'dwhsg/data-warehouse-constraints.html',
  createIndex: 'sqlrf/CREATE-INDEX.html',
  createTable: 'sqlrf/CREATE-TABLE.html',
  createView: 'sqlrf/CREATE-VIEW.html',
  dropIndex: 'sqlrf/DROP-INDEX.html',
  dropTable: 'sqlrf/DROP-TABLE.html',
  ddlLocks: 'sqlrf/Automatic-Locks-in-DDL-Operations.html',
  nonblocking:
    'https://docs.oracle.com/en/database/oracle/oracle-database/21/sqlrf/Automatic-and-Manual-Locking-Mechanisms-During-SQL-Operations.html',
  editions: 'adfns/editions.html',
  licensing: 'dblic/Licensing-Information.html',
  redefinition: 'arpls/DBMS_REDEFINITION.html',
  createTrigger: 'lnpls/CREATE-TRIGGER-statement.html',
  triggers: 'lnpls/plsql-triggers.html',
  forall: 'lnpls/FORALL-statement.html',
  select: 'sqlrf/SELECT.html',
  merge: 'sqlrf/MERGE.html',
  flashbackTable: 'sqlrf/FLASHBACK-TABLE.html',
  restorePoint: 'sqlrf/CREATE-RESTORE-POINT.html',
  goldenGate: 'https://docs.oracle.com/en/middleware/goldengate/core/21.3/coredoc/index.html',
} as const;
