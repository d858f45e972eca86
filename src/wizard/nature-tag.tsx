import type { Nature } from '#model/plan.ts';
import { natureWords } from './natures.ts';

const looks: Record<Nature, string> = {
  additive: 'border-ok text-ok',
  rename: 'border-note text-note',
  transform: 'border-warn text-warn',
  destructive: 'border-danger text-danger',
};

/** The nature of a change in one word. */
export function NatureTag({ nature }: { nature: Nature }) {
  return (
    <span
      className={`inline-block rounded-full border bg-raised px-2.5 text-sm leading-6 font-semibold ${looks[nature]}`}
    >
      {natureWords[nature].word}
    </span>
  );
}
