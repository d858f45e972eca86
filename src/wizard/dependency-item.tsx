import { useFormContext, useWatch } from 'react-hook-form';
import type { Answers } from '#model/answers.ts';
import type { Dependency } from '#model/dependency.ts';
import { dependenciesPage } from '#model/pages/dependencies.ts';
import { Ask } from './ask.tsx';
import { toOptions } from './options.ts';

const { dependencyQuestions: questions } = dependenciesPage;

/** One thing that depends on the data. */
export function DependencyItem({ at, kinds }: { at: number; kinds: readonly Dependency[] }) {
  const { control } = useFormContext<Answers>();
  const kind = useWatch({ control, name: `dependencies.dependencies.${at}.kind` });
  const hint = kinds.find(({ id }) => id === kind)?.hint;
  const options = toOptions(kinds.map(({ id, title }) => ({ id, label: title })));

  return (
    <>
      {kind === '' ? (
        <Ask
          question={{ ...questions.kind, control: 'choice' }}
          path={`dependencies.dependencies.${at}.kind`}
          options={options}
        />
      ) : null}
      {hint === undefined ? null : <p className="-mt-1 text-sm text-muted">{hint}</p>}
      <div className="grid items-end gap-x-6 gap-y-5 sm:grid-cols-2">
        <Ask question={questions.name} path={`dependencies.dependencies.${at}.name`} />
        <Ask question={questions.reads} path={`dependencies.dependencies.${at}.reads`} />
        <Ask question={questions.when} path={`dependencies.dependencies.${at}.when`} />
        <Ask question={questions.owner} path={`dependencies.dependencies.${at}.owner`} />
      </div>
    </>
  );
}
