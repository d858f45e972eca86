import type { Delta, TableName } from '#model/schema.ts';
import { unconfirmed } from '#model/source.ts';
import type { Statement } from '#model/statement.ts';
import { pages } from '../manual.ts';
import { beside } from '../names.ts';
import { dictionaryName, ownerOf, quoteTable } from '../quote.ts';
import { statement } from '../statement.ts';

const triggerName = (table: TableName, name: string): string => quoteTable(beside(table, name));

const question = (table: TableName) =>
  unconfirmed(
    `Does CREATE TRIGGER on ${table} fail or wait while somebody has an open transaction on it, and who waits behind it? Try it on the copy with a transaction open; it is planned as the lock of a schema change.`,
  );

/**
 * Puts a trigger on a table in three statements.
 *
 * A trigger with an error in its text is created all the same, SQL*Plus goes on, and every write to the table then fails (ORA-04098). So it is made disabled, looked at,
 * and only then let in. The first statement carries what all three do, because it is the one that must never be run again alone: it would disable the trigger that runs.
 */
export const makeTrigger = (
  table: TableName,
  name: string,
  when: string,
  body: string,
  deltas: readonly Delta[],
): readonly [Statement, Statement, Statement] => [
  statement(
    `CREATE OR REPLACE TRIGGER ${triggerName(table, name)}
${when} ON ${quoteTable(table)} FOR EACH ROW DISABLE
${body}`,
    {
      locks: { [table]: 'exclusive DDL' },
      page: pages.createTrigger,
      source: question(table),
      deltas,
      remark: 'disabled until it is known to compile: an invalid trigger makes every write fail (ORA-04098)',
    },
  ),
  statement(
    `BEGIN
  FOR bad IN (SELECT line, text FROM all_errors WHERE owner = ${ownerOf(table)} AND type = 'TRIGGER' AND name = ${dictionaryName(name)} ORDER BY sequence) LOOP
    RAISE_APPLICATION_ERROR(-20000, 'line ' || bad.line || ': ' || bad.text);
  END LOOP;
END;`,
    { work: 'none', page: 'refrn/ALL_ERRORS.html', remark: 'stops the file here if the trigger did not compile' },
  ),
  statement(`ALTER TRIGGER ${triggerName(table, name)} ENABLE`, {
    locks: { [table]: 'exclusive DDL' },
    page: 'lnpls/ALTER-TRIGGER-statement.html',
  }),
];

export const dropTrigger = (table: TableName, name: string, deltas: readonly Delta[]): Statement =>
  statement(`DROP TRIGGER ${triggerName(table, name)}`, {
    locks: { [table]: 'exclusive DDL' },
    page: 'lnpls/DROP-TRIGGER-statement.html',
    deltas,
  });

/** What ends a sync that hurts, and leaves it there. */
export const disabled = (table: TableName, name: string): string => `ALTER TRIGGER ${triggerName(table, name)} DISABLE`;
