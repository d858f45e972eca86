import { useFormContext } from 'react-hook-form';
import type { Answers } from '#model/answers.ts';
import type { PageId } from '#model/pages/index.ts';
import type { SecretPlace } from '#result/secrets-notice.tsx';
import { answerSections } from '#wizard/answer-rows.ts';
import { useWizardWorld } from '#wizard/wizard-world.ts';
import { pageHref } from './routes.ts';
import { secretAnswers, withoutSecrets } from './secret-places.ts';

/** Where the answers, or those of one page, hold what looks like a secret, and how to hide it. */
export function useSecrets(answers: Answers, only?: PageId): { places: readonly SecretPlace[]; mask: () => void } {
  const { getValues, reset } = useFormContext<Answers>();
  const { engines, offers } = useWizardWorld();
  const found = secretAnswers(answers).filter(({ page }) => only === undefined || page === only);
  const rows = found.length === 0 ? [] : answerSections(answers, engines, offers).flatMap((section) => section.rows);

  return {
    places: found.map(({ page, path, kinds }) => ({
      path,
      kinds,
      label: rows.find((row) => row.path === path)?.term ?? path,
      href: pageHref(page, { back: only === undefined, at: path }),
    })),
    mask: () => reset(withoutSecrets(structuredClone(getValues()))),
  };
}
