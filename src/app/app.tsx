import { QueryClientProvider } from '@tanstack/react-query';
import { FormProvider, useForm } from 'react-hook-form';
import type { Answers } from '#model/answers.ts';
import { ErrorBoundary } from './error-boundary.tsx';
import { FaultScreen } from './fault-screen.tsx';
import { answersAtStart } from './use-draft.ts';
import { queryClient } from './use-planning.ts';
import { Workspace } from './workspace.tsx';

/** The whole page: one form that holds all answers, and everything that is loaded. */
export function App() {
  const form = useForm<Answers>({
    defaultValues: answersAtStart,
    mode: 'onSubmit',
    reValidateMode: 'onSubmit',
    shouldFocusError: false,
    shouldUnregister: false,
  });

  return (
    <QueryClientProvider client={queryClient}>
      <FormProvider {...form}>
        <ErrorBoundary
          renderFallback={(problem, retry) => (
            <main className="mx-auto max-w-3xl p-6">
              <h1 className="pb-4 text-2xl font-bold">Switchback</h1>
              <FaultScreen problem={problem} answers={JSON.stringify(form.getValues())} onRetry={retry} />
            </main>
          )}
        >
          <Workspace />
        </ErrorBoundary>
      </FormProvider>
    </QueryClientProvider>
  );
}
