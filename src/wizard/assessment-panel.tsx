import type { Assessment, RiskLevel } from '#model/plan.ts';
import { Notice, type Tone } from '#ui/notice.tsx';
import { Prose } from '#ui/prose.tsx';

const tones: Record<RiskLevel, Tone> = { low: 'ok', medium: 'warn', high: 'danger' };

/** Our own judgement of the risk with its reasons, and a word where the person's differs. */
export function AssessmentPanel({ assessment, chosen }: { assessment: Assessment; chosen: string }) {
  const { level, reasons, disagrees } = assessment;
  return (
    <div className="grid gap-3">
      <Notice tone={tones[level]} word={`Our assessment: ${level}`} live="polite">
        <ul className="grid list-disc gap-1 ps-5">
          {reasons.map((reason, at) => (
            <li key={at}>
              <Prose text={reason} />
            </li>
          ))}
        </ul>
      </Notice>
      <div role="status">
        {disagrees && chosen !== '' ? (
          <p className="border-s-2 border-warn ps-3">
            <strong className="font-semibold text-warn">This differs from your choice.</strong> You said {chosen}, the
            answers so far say {level}. The runbook follows your choice and prints both.
          </p>
        ) : null}
      </div>
    </div>
  );
}
