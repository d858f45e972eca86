import { useSyncExternalStore, type ReactNode } from 'react';
import { NotLoaded } from '#ui/not-loaded.tsx';
import { StatusLine } from '#ui/status-line.tsx';
import { TwoPane } from '#ui/two-pane.tsx';
import { ErrorBoundary } from './error-boundary.tsx';
import { FaultScreen } from './fault-screen.tsx';
import { resultHref } from './routes.ts';
import type { Making } from './use-made.ts';
import type { Planning } from './use-planning.ts';

type PreviewAsideProps = {
  making: Making;
  planning: Planning | undefined;
  answers: () => string;
  children: ReactNode;
};

/** The page and, where there is room, the runbook so far beside it. */
export function PreviewAside({ making, planning, answers, children }: PreviewAsideProps) {
  const roomy = useSyncExternalStore(subscribe, isRoomy);
  if (!roomy) return <div className="max-w-3xl">{children}</div>;

  return (
    <TwoPane
      asideLabel="Your runbook so far"
      aside={
        <ErrorBoundary
          renderFallback={(problem, retry) => <FaultScreen problem={problem} answers={answers()} onRetry={retry} />}
        >
          <PreviewState making={making} planning={planning} answers={answers} />
        </ErrorBoundary>
      }
    >
      {children}
    </TwoPane>
  );
}

function PreviewState({ making, planning, answers }: Omit<PreviewAsideProps, 'children'>) {
  switch (making.kind) {
    case 'nothing yet':
      return <NothingYet />;
    case 'loading':
      return <StatusLine state="working">Loading the planner</StatusLine>;
    case 'not loaded':
      return <NotLoaded {...making.failed} />;
    case 'broken':
      return <FaultScreen problem={making.problem} answers={answers()} onRetry={() => window.location.reload()} />;
    case 'made':
      return planning === undefined ? null : <planning.Preview made={making.made} fullHref={resultHref} />;
  }
}

function NothingYet() {
  return (
    <div className="grid gap-2">
      <h2 className="font-semibold">Your runbook so far</h2>
      <p className="text-muted">Nothing yet. It grows here with each answer, and says what is still to be found out.</p>
    </div>
  );
}

const query = () => window.matchMedia('(min-width: 64rem)');
const isRoomy = () => query().matches;
const subscribe = (changed: () => void) => {
  const roomy = query();
  roomy.addEventListener('change', changed);
  return () => roomy.removeEventListener('change', changed);
};
