import type { Safety } from '#model/engine.ts';
import { code, words } from '#model/text.ts';

export const safety = (): Safety => ({
  cancel: words`${code('SELECT PG_CANCEL_BACKEND(<pid>)')} ends the statement and its transaction is undone; if the session does not let go, ${code('SELECT PG_TERMINATE_BACKEND(<pid>)')}. Only ${code('TRUNCATE')} commits by itself`,
  replicas: words`consumers of a datashare see a schema change when it is committed; a view of theirs that names a column that went fails`,
  changeCapture: words`a zero-ETL integration or a streaming materialized view names its columns: look at its state (${code('SYS_INTEGRATION_ACTIVITY')}, ${code('SYS_STREAM_SCAN_ERRORS')}) after each step, and stop the loads that name a column before it goes`,
  notes: [words`a snapshot holds the whole cluster; one table of it comes back under a new name, without its grants`],
});
