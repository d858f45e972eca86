import type { Running } from '#model/engine.ts';
import { code, words } from '#model/text.ts';

/** One file for each script, sent whole; it ends at the first error. Schema changes of permanent tables take part in no transaction. */
export const running = (): Running => ({
  command: 'bq query --location=<location> --use_legacy_sql=false < <file>',
  connection: words`There is no session and no pooler: each file is a job. Set the project before (${code('gcloud config set project <project>')}) and see with ${code('--dry_run')} that the file is valid and how many bytes it reads.`,
  begin: '',
  commit: '',
});
