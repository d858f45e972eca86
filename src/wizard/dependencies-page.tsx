import { useRef } from 'react';
import { useFieldArray, useFormContext, useWatch } from 'react-hook-form';
import type { Answers } from '#model/answers.ts';
import { dependenciesPage, type DependencyAnswers } from '#model/pages/dependencies.ts';
import { CheckCards } from '#ui/check-cards.tsx';
import { Repeatable } from '#ui/repeatable.tsx';
import { Asks } from './asks.tsx';
import { DependencyItem } from './dependency-item.tsx';
import { Fold } from './fold.tsx';
import { Loading } from './loading.tsx';
import { TipsBeside } from './tips-beside.tsx';
import { useWizardWorld } from './wizard-world.ts';

const { questions } = dependenciesPage;

const blankDependency: DependencyAnswers = { kind: '', name: '', reads: '', when: '', owner: '' };

/** What depends on the data, and who decides. */
export function DependenciesPage() {
  const { offers } = useWizardWorld();

  return (
    <div className="grid gap-9">
      {offers === undefined ? <Loading what="kinds of dependency" /> : <Dependencies />}
      <Asks
        asks={[
          [questions.rollbackOwner, 'dependencies.rollbackOwner'],
          [questions.alternate, 'dependencies.alternate'],
        ]}
      />
      <Fold
        title="Who does what"
        asks={[
          [questions.executor, 'dependencies.executor'],
          [questions.reviewer, 'dependencies.reviewer'],
          [questions.onCall, 'dependencies.onCall'],
          [questions.approver, 'dependencies.approver'],
          [questions.communicationsLead, 'dependencies.communicationsLead'],
          [questions.scribe, 'dependencies.scribe'],
        ]}
      />
      <Fold
        title="Channels and ticket"
        asks={[
          [questions.engineersChannel, 'dependencies.engineersChannel'],
          [questions.stakeholdersChannel, 'dependencies.stakeholdersChannel'],
          [questions.ticket, 'dependencies.ticket'],
        ]}
      />
      <Fold
        title="Baselines, dashboards and backup"
        asks={[
          [questions.baselines, 'dependencies.baselines'],
          [questions.dashboards, 'dependencies.dashboards'],
          [questions.backup, 'dependencies.backup'],
        ]}
      />
    </div>
  );
}

/** Kinds to tick, and for each one ticked its few questions. What was typed comes back when a kind is ticked again. */
function Dependencies() {
  const { offers } = useWizardWorld();
  const kinds = offers?.dependencies ?? [];
  const { control, getValues } = useFormContext<Answers>();
  const { fields, append, insert, remove } = useFieldArray({ control, name: 'dependencies.dependencies' });
  const items = useWatch({ control, name: 'dependencies.dependencies' });
  const unticked = useRef(new Map<string, readonly DependencyAnswers[]>());
  const ticked = [...new Set(items.map(({ kind }) => kind))];
  const titleOf = (id: string | undefined) => kinds.find((kind) => kind.id === id)?.title;

  const tick = (chosen: readonly string[]) => {
    const gone = ticked.filter((kind) => kind !== '' && !chosen.includes(kind));
    for (const kind of gone) {
      const all = getValues('dependencies.dependencies');
      unticked.current.set(
        kind,
        all.filter((item) => item.kind === kind),
      );
      remove(all.flatMap((item, at) => (item.kind === kind ? [at] : [])));
    }
    const come = chosen.filter((kind) => !ticked.includes(kind));
    append(
      come.flatMap((kind) => [...(unticked.current.get(kind) ?? [{ ...blankDependency, kind }])]),
      { shouldFocus: false },
    );
  };

  return (
    <div className="grid gap-6">
      <CheckCards
        id="dependencies.dependencies"
        legend="What else reads or writes this data, or must move with it?"
        hint="Each kind brings its own steps: what to pause, in which order to move, what a rollback does to it."
        name="dependencies.dependencies"
        options={kinds.map(({ id, title, hint }) => ({ value: id, label: title, hint }))}
        value={ticked}
        onChange={tick}
        tip={<TipsBeside page="dependencies" question="dependencies" />}
      />
      {fields.length === 0 ? null : (
        <Repeatable
          legend="Details, as far as you know them"
          items={fields}
          itemKey={({ id }) => id}
          itemName={(_, at) =>
            [titleOf(items[at]?.kind) ?? `Dependency ${at + 1}`, items[at]?.name].filter(Boolean).join(': ')
          }
          addLabel="Add another dependency"
          onAdd={() => append(blankDependency, { shouldFocus: false })}
          onRemove={(at) => {
            const item = getValues(`dependencies.dependencies.${at}`);
            remove(at);
            return () => insert(at, item, { shouldFocus: false });
          }}
        >
          {(_, at) => <DependencyItem at={at} kinds={kinds} />}
        </Repeatable>
      )}
    </div>
  );
}
