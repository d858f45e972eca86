import type { Situation } from '#model/engine.ts';
import type { Queries } from '#model/operations.ts';
import { bareName, ofTable, sqlString, wordPattern } from '../quote.ts';
import { reading } from '../reading.ts';
import type { QuerySource } from './query-source.ts';

type Answers = Pick<Queries<Situation>, 'indexUse' | 'columnUse'>;

/** Counted by the performance schema since the server started, on each node for itself. */
export const countersOf = (source: QuerySource): Answers => ({
  indexUse: ({ table, index }) =>
    reading(
      `SELECT INDEX_NAME, COUNT_READ, COUNT_FETCH FROM performance_schema.table_io_waits_summary_by_index_usage
WHERE ${ofTable(table, ['OBJECT_SCHEMA', 'OBJECT_NAME'])} AND INDEX_NAME = ${sqlString(bareName(index))}`,
      {
        source: source('catalog'),
        remark: 'on every node, with performance_schema = ON: each counts for itself since it started',
      },
    ),

  columnUse: ({ table, column }) =>
    reading(
      `SELECT COUNT_STAR AS calls, LAST_SEEN, LEFT(DIGEST_TEXT, 200) AS query FROM performance_schema.events_statements_summary_by_digest
WHERE DIGEST_TEXT REGEXP ${wordPattern(table)} AND (DIGEST_TEXT REGEXP ${wordPattern(column)} OR DIGEST_TEXT REGEXP 'SELECT ([^ ]+ [.] )?[*]')
ORDER BY COUNT_STAR DESC`,
      {
        source: source('catalog'),
        remark:
          'on every node, with performance_schema = ON; it counts since the server started and forgets when it is full',
      },
    ),
});
