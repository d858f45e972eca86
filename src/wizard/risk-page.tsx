import { useFormContext, useWatch } from 'react-hook-form';
import type { Answers } from '#model/answers.ts';
import { riskPage } from '#model/pages/risk.ts';
import { Ask } from './ask.tsx';
import { AssessmentPanel } from './assessment-panel.tsx';
import { Asks, type Asked } from './asks.tsx';
import { Fold } from './fold.tsx';
import { Reveal } from './reveal.tsx';
import { useWizardWorld } from './wizard-world.ts';

const { questions } = riskPage;

const when: readonly Asked[] = [
  [questions.windowDate, 'risk.windowDate'],
  [questions.windowStart, 'risk.windowStart'],
  [questions.windowMinutes, 'risk.windowMinutes'],
  [questions.windowZone, 'risk.windowZone'],
];

const triggers: readonly Asked[] = [
  [questions.latencyPercent, 'risk.latencyPercent'],
  [questions.latencyMinutes, 'risk.latencyMinutes'],
  [questions.parityPercent, 'risk.parityPercent'],
  [questions.errorFactor, 'risk.errorFactor'],
  [questions.lagSeconds, 'risk.lagSeconds'],
  [questions.otherTriggers, 'risk.otherTriggers'],
];

/** How much risk and downtime is accepted, when, and what ends the attempt. */
export function RiskPage() {
  const { assessment } = useWizardWorld();
  const { control } = useFormContext<Answers>();
  const [risk, downtime, changes] = useWatch({ control, name: ['risk.risk', 'risk.downtime', 'change.changes'] });
  const level = questions.risk.options?.find(({ id }) => id === risk && id !== 'not-sure')?.label.toLowerCase() ?? '';

  return (
    <div className="grid gap-9">
      <div className="grid gap-4">
        <Ask question={questions.risk} path="risk.risk" />
        {changes.every(({ kind }) => kind === '') ? (
          <p className="text-muted">Our assessment stands here once the kind of change is chosen.</p>
        ) : assessment === undefined ? null : (
          <AssessmentPanel assessment={assessment} chosen={level} />
        )}
      </div>
      <div className="grid gap-4">
        <Ask question={questions.downtime} path="risk.downtime" />
        <Reveal shown={downtime === 'window'}>
          <Asks asks={when} />
        </Reveal>
      </div>
      {downtime === 'window' ? null : <Fold title="When the schema steps run" asks={when} />}
      <Fold title="Your own limits for rolling back" asks={triggers} />
      <Fold
        title="What the business can bear"
        asks={[
          [questions.reads, 'risk.reads'],
          [questions.writes, 'risk.writes'],
        ]}
      />
    </div>
  );
}
