import { compareVersions } from '#model/capability.ts';
import type { Situation } from '#model/engine.ts';
import { isGiven } from '#model/given.ts';
import type { Queries } from '#model/operations.ts';
import { bareName, ofTable, sqlString, wordPattern } from '../mysql/quote.ts';
import { queriesOf } from '../mysql/queries/index.ts';
import { reading } from '../mysql/reading.ts';
import { inDocs, tidbSource } from './manual.ts';

/** The performance schema is empty here, so what is used is asked of other tables. */
export const queries: Queries<Situation> = {
  ...queriesOf(tidbSource),
  indexUse: ({ table, index }, { version }) =>
    isGiven(version) && compareVersions(version, '8.0') < 0
      ? undefined
      : reading(
          `SELECT INSTANCE, QUERY_TOTAL, ROWS_ACCESS_TOTAL, LAST_ACCESS_TIME FROM information_schema.CLUSTER_TIDB_INDEX_USAGE
WHERE ${ofTable(table)} AND INDEX_NAME = ${sqlString(bareName(index))}`,
          {
            source: inDocs('information-schema-tidb-index-usage'),
            remark: 'each TiDB server counts since it started, up to 5 minutes late',
          },
        ),
  columnUse: ({ table, column }) =>
    reading(
      `SELECT INSTANCE, EXEC_COUNT AS calls, LAST_SEEN, LEFT(DIGEST_TEXT, 200) AS query FROM information_schema.CLUSTER_STATEMENTS_SUMMARY
WHERE DIGEST_TEXT REGEXP ${wordPattern(table)} AND (DIGEST_TEXT REGEXP ${wordPattern(column)} OR DIGEST_TEXT LIKE '%*%') ORDER BY EXEC_COUNT DESC`,
      {
        source: inDocs('statement-summary-tables'),
        remark: 'of the current half hour; CLUSTER_STATEMENTS_SUMMARY_HISTORY has those before, until it is full',
      },
    ),
  extensionVersions: () => undefined,
  streamSettings: () => undefined,
};
