import { memo } from 'react';
import { ButtonLink } from '#ui/button.tsx';
import { DocumentView } from '#ui/document-view.tsx';
import type { Made } from './made.ts';

type PreviewProps = { made: Pick<Made, 'runbook' | 'plan'>; fullHref: string };

/** The runbook as far as the answers make it, beside the questions. */
export const Preview = memo(function Preview({ made, fullHref }: PreviewProps) {
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-4">
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 border-b border-line pb-3">
        <div>
          <h2 className="font-semibold">Your runbook so far</h2>
          <p className="text-sm text-muted">{inShort(made)}</p>
        </div>
        <ButtonLink href={fullHref}>Open in full</ButtonLink>
      </div>
      <div className="text-[0.9375rem]">
        <DocumentView root={made.runbook} label="Runbook so far" lower={2} prefix="preview" />
      </div>
    </div>
  );
});

function inShort({ plan: { phases } }: PreviewProps['made']): string {
  const stops = phases.some(({ gates }) => gates.some(({ pointOfNoReturn }) => pointOfNoReturn));
  const counted = `${phases.length} ${phases.length === 1 ? 'phase' : 'phases'}`;
  return `${counted}, ${stops ? 'with a point of no return' : 'each step can be taken back'}`;
}
