import type { Safety } from '#model/engine.ts';
import { code, words } from '#model/text.ts';

export const safety = (): Safety => ({
  cancel: words`${code('bq cancel <job id>')}: a change of rows is undone whole, a statement of the file that had ended stands`,
  replicas: words`a cross-region replica of the dataset gets changes with a delay: look at ${code('replication_time')} in ${code('INFORMATION_SCHEMA.SCHEMATA_REPLICAS')} before and after each step`,
  changeCapture: words`a change history (${code('APPENDS')}, ${code('CHANGES')}) and a Datastream or Storage Write API writer that names a column that went fails: stop the writers that name it before, and see that streams have been written out`,
  notes: [
    words`${code("SELECT option_value FROM <region>.INFORMATION_SCHEMA.SCHEMATA_OPTIONS WHERE option_name = 'max_time_travel_hours'")}: 168 unless it was set, at least 48`,
  ],
});
