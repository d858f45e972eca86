import { useEffect } from 'react';
import { useFormContext } from 'react-hook-form';
import type { Answers } from '#model/answers.ts';
import type { ResultView } from '#result/result-page.tsx';
import { NotLoaded } from '#ui/not-loaded.tsx';
import { PageHeading } from '#ui/page-heading.tsx';
import { StatusLine } from '#ui/status-line.tsx';
import { FaultScreen } from './fault-screen.tsx';
import { titleOf, type Route } from './routes.ts';
import type { Making } from './use-made.ts';
import type { Planning } from './use-planning.ts';

type ResultPlaceProps = {
  route: Extract<Route, { kind: 'result' }>;
  focused: boolean;
  making: Making;
  planning: Planning | undefined;
  view: ResultView;
  onView: (view: ResultView) => void;
};

/** The outcome in its four states: on its way, not loaded, broken, there. */
export function ResultPlace({ route, focused, making, planning, view, onView }: ResultPlaceProps) {
  const { getValues } = useFormContext<Answers>();

  useEffect(() => {
    document.title = titleOf(route);
  }, [route]);

  if (making.kind === 'made' && planning !== undefined) {
    return <planning.ResultRoute made={making.made} focused={focused} view={view} onView={onView} />;
  }

  return (
    <div className="grid gap-6">
      <PageHeading title="Your plan" focused={focused} />
      {making.kind === 'broken' ? (
        <FaultScreen
          problem={making.problem}
          answers={JSON.stringify(getValues())}
          onRetry={() => window.location.reload()}
        />
      ) : making.kind === 'not loaded' ? (
        <NotLoaded {...making.failed} />
      ) : (
        <StatusLine state="working">Making your plan</StatusLine>
      )}
    </div>
  );
}
