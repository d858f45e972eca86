import { useDeferredValue } from 'react';
import type { PageId } from '#model/pages/index.ts';
import { SecretsNotice } from '#result/secrets-notice.tsx';
import { useAnswers } from '#wizard/use-answers.ts';
import { useSecrets } from './use-secrets.ts';

/** Says on the page itself that something was pasted that should not go further. */
export function PageSecrets({ page }: { page: PageId }) {
  const answers = useDeferredValue(JSON.stringify(useAnswers()));
  const { places, mask } = useSecrets(JSON.parse(answers) as ReturnType<typeof useAnswers>, page);
  return (
    <SecretsNotice word="Caution" title="This page holds what looks like a secret" places={places} onMask={mask} />
  );
}
