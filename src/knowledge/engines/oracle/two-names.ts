import type { Situation } from '#model/engine.ts';
import type { OperationArguments } from '#model/operations.ts';
import type { OtherWay, Statement } from '#model/statement.ts';
import { code, words } from '#model/text.ts';
import { inManual, pages } from './manual.ts';
import { beside } from './names.ts';
import { bareName, dictionaryName, ownerOf, partsOf, quoteName, quoteTable } from './quote.ts';
import { reading } from './reading.ts';
import { statement } from './statement.ts';

const page = pages.editions;

const looked = (table: string): Statement =>
  reading(
    `SELECT u.editions_enabled, v.edition_name, v.view_name, v.table_name FROM dba_users u LEFT JOIN dba_editioning_views_ae v ON v.owner = u.username AND v.view_name = ${dictionaryName(table)}
WHERE u.username = ${ownerOf(table)}`,
    { source: inManual('refrn/ALL_EDITIONING_VIEWS_AE.html'), remark: 'Y and a view: this is the way' },
  );

/**
 * Edition-based redefinition of a rename: an editioning view of a new edition shows the same column by its new name.
 *
 * Nothing is copied, so nothing must be kept equal: crossedition triggers are for a value that changes its form, not for a name.
 */
export function twoNames({ table, from, to }: OperationArguments['renameColumn'], _situation: Situation): OtherWay {
  const schema = partsOf(table).at(-2);
  const owner = schema === undefined ? '<owner>' : quoteName(schema);
  const [view, rows] = [quoteTable(table), quoteTable(beside(table, `${bareName(table)}_rows`))];
  const edition = quoteName(`${bareName(to)}_edition`);
  const others = '<every other column of the view, in its order>';
  return {
    name: words`edition-based redefinition`,
    when: words`Where ${code(owner)} is enabled for editions and releases reach ${code(table)} only through an editioning view, this replaces the phases above: both names stand at once, no row is written and no trigger runs. Each release connects in its own edition: by its service, or in JDBC by ${code('oracle.jdbc.editionName')}. Where it is not so, do not begin it for one rename: ${code('ENABLE EDITIONS')} cannot be taken back, and the table takes another name with everything stopped. The column itself keeps the name ${code(from)}: whoever reads the table below the view (capture, Data Pump, other schemas) goes on with it.`,
    parts: [
      { title: words`is it so?`, statements: [looked(table)] },
      {
        title: words`preparation, once and with everything stopped: a change of its own, with its own way back`,
        statements: [
          statement(`ALTER USER ${owner} ENABLE EDITIONS`, {
            page,
            remark:
              'cannot be taken back; refused while an object that has no editions depends on one that would get them',
          }),
          statement(`ALTER TABLE ${view} RENAME TO ${quoteName(bareName(rows))}`, {
            locks: { [table]: 'exclusive DDL' },
            page,
          }),
          statement(`CREATE EDITIONING VIEW ${view} AS SELECT ${quoteName(from)}, ${others} FROM ${rows}`, {
            page,
            remark:
              'then grants, triggers and policies move from the table to the view, and what became invalid is compiled',
          }),
        ],
      },
      {
        title: words`the rename, while every release runs on`,
        statements: [
          statement(`CREATE EDITION ${edition} AS CHILD OF <the edition of today>`, {
            page,
            remark: 'by a DBA; an edition has one child at most',
          }),
          statement(`GRANT USE ON EDITION ${edition} TO <user of the application>`, { page }),
          statement(`ALTER SESSION SET EDITION = ${edition}`, { page: pages.alterSession }),
          statement(
            `CREATE OR REPLACE EDITIONING VIEW ${view} AS SELECT ${quoteName(from)} AS ${quoteName(to)}, ${others} FROM ${rows}`,
            {
              page,
              remark: 'in this edition only; then replace here every routine that says the old name, and compile',
            },
          ),
          statement(
            `BEGIN
  DBMS_SERVICE.MODIFY_SERVICE(service_name => '<service of the new release>', edition => '${bareName(edition).toUpperCase()}', modify_edition => TRUE);
END;`,
            {
              page: 'arpls/DBMS_SERVICE.html',
              remark:
                'a service of its own for the new release, so that old and new run together; with RAC srvctl modify service -edition',
            },
          ),
        ],
      },
      {
        title: words`the way back: the release of before still has its edition; once it runs everywhere and no session uses the new one`,
        statements: [
          statement(`DROP EDITION ${edition} CASCADE`, {
            page: 'sqlrf/DROP-EDITION.html',
            remark: 'no value is lost: both views showed the same column',
          }),
        ],
      },
    ],
  };
}
