import type { Safety, Situation } from '#model/engine.ts';
import { code, words } from '#model/text.ts';
import { mostDays } from './versions.ts';

export const safety = (situation: Situation): Safety => ({
  cancel: words`${code("SELECT SYSTEM$CANCEL_QUERY('<query id>')")}: the statement is undone whole; an open transaction of a lost session by ${code('SYSTEM$ABORT_TRANSACTION(<id>)')}`,
  replicas: words`a replicated database gets a schema change with its next refresh; a secondary that is further behind shows the old one`,
  changeCapture: words`a stream reads the table with its schema of now: after a drop or a rename between its offset and the next read its query can fail. Consume each stream to its end before. It goes stale when it is not read within the retention of the table (lengthened to 14 days at most, ${code('MAX_DATA_EXTENSION_TIME_IN_DAYS')}), and at once when its table is replaced (${code('CREATE OR REPLACE')}); it has to be made anew then`,
  notes: [
    words`${code(`SHOW PARAMETERS LIKE 'DATA_RETENTION_TIME_IN_DAYS' IN TABLE <table>`)}: 1 unless it was set, at most ${mostDays(situation)} in this edition. Set it before the first step so that it reaches beyond the hold; a shorter one takes history away`,
    words`Time Travel reads with the columns of now: a column that was dropped is not in it, so a clone is taken before the drop`,
    words`${code('SWAP WITH')} renames two tables in one transaction, by a role that owns both: compare ${code('SHOW GRANTS ON TABLE')}, policies and streams of both names before and after`,
  ],
});
