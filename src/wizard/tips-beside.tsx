import { createContext, useContext } from 'react';
import type { Source } from '#model/source.ts';
import type { Tip as Known } from '#model/tip.ts';
import { Tip } from '#ui/tip.tsx';
import { naturesOf } from './natures.ts';
import { useAnswers } from './use-answers.ts';
import { useWizardWorld } from './wizard-world.ts';

const StandAbove = createContext(false);

/** Inside, tips of single questions are left out, for they were shown before. */
export const TipsStandAbove = StandAbove.Provider;

/** Tips of a page that stand beside one question, or, without one, at its head. Nothing is drawn where none can ever stand. */
export function TipsBeside({ page, question }: { page: string; question?: string | undefined }) {
  const { offers } = useWizardWorld();
  const shownBefore = useContext(StandAbove) && question !== undefined;
  const tips = tipsBeside(offers?.tips ?? [], page, question);
  return tips.length === 0 || shownBefore ? null : <Tips tips={tips} />;
}

const tipsBeside = (tips: readonly Known[], page: string, question?: string): readonly Known[] =>
  tips.filter((tip) => tip.page === page && tip.beside === question);

/** Each stays in the page even while it has nothing to say, so that its text is announced when it comes. */
function Tips({ tips }: { tips: readonly Known[] }) {
  const answers = useAnswers();
  const { offers } = useWizardWorld();
  const natures = naturesOf(answers, offers?.changes ?? []);
  return (
    <div>
      {tips.map((tip) => {
        const shown = tip.when(answers, { natures });
        return (
          <Tip key={tip.id} live source={shown ? linkOf(tip.source) : undefined}>
            {shown ? tip.says : ''}
          </Tip>
        );
      })}
    </div>
  );
}

function linkOf(source: Source): { href: string; name: string } | undefined {
  if (source.kind === 'unconfirmed' || source.url === undefined) return undefined;
  return { href: source.url, name: new URL(source.url).hostname.replace(/^www\./, '') };
}
