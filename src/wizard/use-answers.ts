import { useFormContext, useWatch } from 'react-hook-form';
import type { Answers } from '#model/answers.ts';

/** All answers as they stand; draws anew at every change. */
export function useAnswers(): Answers {
  const { control, getValues } = useFormContext<Answers>();
  useWatch({ control });
  return getValues();
}
