import type { Running } from '#model/engine.ts';
import { code, words } from '#model/text.ts';

/** Commands of the AWS CLI and jq, run as a file. */
export const running = (): Running => ({
  command: 'AWS_PAGER= AWS_RETRY_MODE=standard bash <file>',
  connection: words`Run it with the role of the change, in the account and Region of production (${code('aws sts get-caller-identity')}, ${code('AWS_REGION')}), through no cache, proxy or pooler of the application.`,
  begin: '',
  commit: '',
});
