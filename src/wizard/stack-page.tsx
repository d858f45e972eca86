import { stackPage } from '#model/pages/stack.ts';
import { Ask } from './ask.tsx';
import { Fold } from './fold.tsx';
import { Loading } from './loading.tsx';
import { useWizardWorld } from './wizard-world.ts';

const { questions } = stackPage;

const groups = { framework: 'Frameworks', both: 'Frameworks', 'migration tool': 'Migration tools' } as const;

/** What the application is written in, how it is deployed, which versions run together. */
export function StackPage() {
  const { offers } = useWizardWorld();
  const stacks = (offers?.stacks ?? [])
    .map(({ id, name, role }) => ({ value: id, label: name, group: groups[role] }))
    .toSorted((one, other) => (one.group === other.group ? 0 : one.group < other.group ? -1 : 1));

  return (
    <div className="grid gap-9">
      {offers === undefined ? (
        <Loading what="frameworks and tools" />
      ) : (
        <Ask question={questions.stacks} path="stack.stacks" options={stacks} />
      )}
      <Ask question={questions.runs} path="stack.runs" />
      <Ask question={questions.deploy} path="stack.deploy" />
      <Fold
        title="More about deploys and flags"
        asks={[
          [questions.flags, 'stack.flags'],
          [questions.deployMinutes, 'stack.deployMinutes'],
          [questions.instances, 'stack.instances'],
          [questions.stackVersion, 'stack.stackVersion'],
          [questions.migrationsAtStartup, 'stack.migrationsAtStartup'],
          [questions.about, 'stack.about'],
        ]}
      />
    </div>
  );
}
