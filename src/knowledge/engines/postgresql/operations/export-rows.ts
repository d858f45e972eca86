import type { Delta, TableName } from '#model/schema.ts';
import type { Script } from '#model/statement.ts';
import { sqlString } from '../quote.ts';
import { statement, unhurried } from '../statement.ts';

/** psql writes the file on the machine where it runs; the whole command stands on one line. */
export const copyOut = (table: TableName, query: string, file: string, deltas: readonly Delta[] = []): Script =>
  unhurried(
    statement(`\\copy (${query}) TO ${sqlString(file)} CSV HEADER`, {
      language: 'psql',
      locks: { [table]: 'ACCESS SHARE' },
      work: 'scan',
      page: 'app-psql#APP-PSQL-META-COMMANDS-COPY',
      deltas,
      remark: 'the file is written where psql runs',
    }),
  );
