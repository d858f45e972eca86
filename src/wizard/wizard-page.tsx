import type { ReactNode } from 'react';
import { BackLink } from '#ui/back-link.tsx';
import { Button, ButtonLink } from '#ui/button.tsx';
import { ErrorSummary } from '#ui/error-summary.tsx';
import { PageHeading } from '#ui/page-heading.tsx';
import { TipsBeside } from './tips-beside.tsx';

/** Something to put right before going on, or to leave as it is. */
export type Problem = { readonly id: string; readonly message: string };

type WizardPageProps = {
  id: string;
  title: string;
  eyebrow: string;
  backHref: string;
  backTitle: string;
  focused: boolean;
  problems: readonly Problem[];
  /** Grows with every press of the button that found problems. */
  attempt: number;
  continueTitle: string;
  onContinue: () => void;
  /** Leads to the summary, for those who have said enough. */
  skipHref: string | undefined;
  children: ReactNode;
};

/** What all pages have: the way back, the heading, what to put right, and the way on. */
export function WizardPage({
  id,
  title,
  eyebrow,
  backHref,
  backTitle,
  focused,
  problems,
  attempt,
  continueTitle,
  onContinue,
  skipHref,
  children,
}: WizardPageProps) {
  return (
    <form
      noValidate
      className="grid gap-8"
      onSubmit={(event) => {
        event.preventDefault();
        onContinue();
      }}
    >
      <div className="grid justify-items-start gap-4">
        <BackLink href={backHref}>{backTitle}</BackLink>
        <ErrorSummary key={attempt} problems={problems} title="This cannot be as it stands" />
        <PageHeading title={title} eyebrow={eyebrow} focused={focused} />
        <TipsBeside page={id} />
      </div>
      {children}
      <div className="flex flex-wrap items-center gap-x-5 gap-y-3 border-t border-line pt-6 print:hidden">
        <Button look="primary" type="submit">
          {problems.length > 0 ? `${continueTitle} anyway` : continueTitle}
        </Button>
        {skipHref === undefined ? null : (
          <ButtonLink href={skipHref} look="text">
            Skip to the summary
          </ButtonLink>
        )}
        <p className="text-sm text-muted max-sm:hidden pointer-coarse:hidden">
          <kbd className="font-mono">Ctrl</kbd>/<kbd className="font-mono">⌘</kbd> +{' '}
          <kbd className="font-mono">Enter</kbd>
        </p>
      </div>
    </form>
  );
}
