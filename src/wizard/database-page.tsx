import { useFormContext, useWatch } from 'react-hook-form';
import type { Answers } from '#model/answers.ts';
import { databasePage } from '#model/pages/database.ts';
import { notSure } from '#model/question.ts';
import { Field } from '#ui/field.tsx';
import { Select } from '#ui/select.tsx';
import { Ask } from './ask.tsx';
import { Asks } from './asks.tsx';
import { Fold } from './fold.tsx';
import { Reveal } from './reveal.tsx';
import { TipsBeside } from './tips-beside.tsx';
import { useWizardWorld } from './wizard-world.ts';

const { questions } = databasePage;

/** Which database, where it runs, and what stands around it. */
export function DatabasePage() {
  const { engines } = useWizardWorld();
  const { control } = useFormContext<Answers>();
  const [engine, topology] = useWatch({ control, name: ['database.engine', 'database.topology'] });
  const offer = engines.find(({ id }) => id === engine);
  // The last one stands for everything else, and for not being sure.
  const offered = engines.map(({ id, name }) => ({ id, label: name }));
  const hostings = (offer?.hostings ?? []).map(({ id, name }) => ({ value: id, label: name }));

  return (
    <div className="grid gap-9">
      <Ask question={{ ...questions.engine, options: offered }} path="database.engine" />
      {offer === undefined ? null : offer.versions.length > 0 ? (
        <VersionSelect versions={offer.versions} />
      ) : (
        <Ask question={{ ...questions.version, control: 'text', hint: namedVersion }} path="database.version" />
      )}
      <div className="grid gap-4">
        <Ask question={questions.topology} path="database.topology" />
        <Reveal shown={topology.includes('replicas')}>
          <Asks
            asks={[
              [questions.replicaCount, 'database.replicaCount'],
              [questions.replicaUse, 'database.replicaUse'],
            ]}
          />
        </Reveal>
        <Reveal shown={topology.includes('pooler')}>
          <Asks
            asks={[
              [questions.poolerName, 'database.poolerName'],
              [questions.poolerMode, 'database.poolerMode'],
            ]}
          />
        </Reveal>
        <Reveal shown={topology.includes('cdc')}>
          <Ask question={questions.cdcName} path="database.cdcName" />
        </Reveal>
      </div>
      <Fold
        title="Where it runs, and its size"
        asks={[
          [questions.hosting, 'database.hosting'],
          [questions.databaseSize, 'database.databaseSize'],
        ]}
      >
        {hostings.length === 0 ? (
          <Ask question={{ ...questions.hosting, control: 'text' }} path="database.hosting" />
        ) : (
          <Ask question={questions.hosting} path="database.hosting" options={hostings} />
        )}
        <Ask question={questions.databaseSize} path="database.databaseSize" />
      </Fold>
    </div>
  );
}

const namedVersion = 'With the name of the engine: Oracle 19c, Db2 11.5, …';

type Versions = ReturnType<typeof useWizardWorld>['engines'][number]['versions'];

/** The one native list: versions are many, well known, and in an order of their own. */
function VersionSelect({ versions }: { versions: Versions }) {
  const { register, getFieldState, formState } = useFormContext<Answers>();
  const { error } = getFieldState('database.version', formState);
  const options = versions.map(({ id, name, ended }) => ({
    value: id,
    label: ended ? `${name} (support has ended)` : name,
  }));

  return (
    <Field
      id="database.version"
      label={questions.version.label}
      hint={questions.version.hint}
      error={error?.message}
      tip={<TipsBeside page="database" question="version" />}
    >
      {(tied) => (
        <Select
          {...tied}
          {...register('database.version')}
          options={[...options, { value: notSure.id, label: notSure.label }]}
          placeholder="Select a version"
        />
      )}
    </Field>
  );
}
