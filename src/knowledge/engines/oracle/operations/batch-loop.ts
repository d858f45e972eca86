import type { TableName } from '#model/schema.ts';
import type { Repeat } from '#model/statement.ts';
import { bareName, quoteName, quoteTable, sqlString } from '../quote.ts';

/** Half a second between two batches lets others in. */
const pauseSeconds = 0.5;

/** The text is the whole loop. */
export const looped = (table: TableName, key: string, size: number): Repeat => ({
  kind: 'key-range',
  table,
  key,
  size,
  pauseSeconds,
  written: true,
});

interface Loop {
  readonly table: TableName;
  readonly key: string;
  readonly size: number;
  /** What is done with the rows whose addresses are in `ids`; the last of them counts as the number of changed rows. */
  readonly each: readonly string[];
  /** Which rows of a range are taken. */
  readonly where?: string;
  readonly declares?: readonly string[];
  readonly begins?: readonly string[];
}

/** Where a range begins on the first run, and after a stop. */
export const loopRemark = (key: string): string =>
  `rows that somebody else holds are left for the next pass: run it until it says 0 rows; client_info in v$session says how far it is; to go on from there after a stop, put that value in place of MIN(${key})`;

/**
 * A loop over a table in ranges of its key, of any type that has an order, with a commit for each.
 *
 * The rows of a range are locked first, those that are held by somebody else passed over, so that it never waits and nobody can change a row between reading and
 * writing it. Oracle keeps its row locks in the rows: many of them never become one on the table.
 */
export function batchLoop({ table, key, size, each, where, declares = [], begins = [] }: Loop): string {
  const [on, by] = [quoteTable(table), quoteName(key)];
  return `DECLARE
  TYPE addresses IS TABLE OF ROWID;
  ids addresses;
  low ${on}.${by}%TYPE;
  high ${on}.${by}%TYPE;
  changed NUMBER := 0;
${declares.map((line) => `  ${line}\n`).join('')}BEGIN
${begins.map((line) => `  ${line}\n`).join('')}  SELECT MIN(${by}) INTO low FROM ${on};
  WHILE low IS NOT NULL LOOP
    SELECT MAX(${by}) INTO high FROM (SELECT ${by} FROM ${on} WHERE ${by} >= low ORDER BY ${by} FETCH FIRST ${size} ROWS ONLY);
    SELECT ROWID BULK COLLECT INTO ids FROM ${on}
      WHERE ${by} BETWEEN low AND high${where === undefined ? '' : ` AND ${where}`} FOR UPDATE SKIP LOCKED;
${each.map((line) => `    ${line}\n`).join('')}    changed := changed + SQL%ROWCOUNT;
    COMMIT;
    DBMS_APPLICATION_INFO.SET_CLIENT_INFO(${sqlString(`${bareName(table)} through `)} || high);
    DBMS_SESSION.SLEEP(${pauseSeconds});
    SELECT MIN(${by}) INTO low FROM ${on} WHERE ${by} > high;
  END LOOP;
  DBMS_OUTPUT.PUT_LINE(changed || ' rows');
END;`;
}
