import { useState } from 'react';
import { useFormContext, useWatch } from 'react-hook-form';
import type { Answers } from '#model/answers.ts';
import { databasePage } from '#model/pages/database.ts';
import { Field } from '#ui/field.tsx';
import { Select } from '#ui/select.tsx';
import { Ask } from './ask.tsx';
import { Asks } from './asks.tsx';
import {
  besideOptions,
  engineOptions,
  hostingAsked,
  settledBy,
  versionAsked,
  versionOptions,
} from './engine-questions.ts';
import { Fold } from './fold.tsx';
import { Reveal } from './reveal.tsx';
import { TipsBeside } from './tips-beside.tsx';
import { useWizardWorld, type EngineOffer } from './wizard-world.ts';

const { questions } = databasePage;

/** Which database, where it runs, and what stands around it. */
export function DatabasePage() {
  const { engines } = useWizardWorld();
  const { control, getValues, setValue } = useFormContext<Answers>();
  const [engine, topology, hosting] = useWatch({
    control,
    name: ['database.engine', 'database.topology', 'database.hosting'],
  });
  const offer = engines.find(({ id }) => id === engine);

  // What was ticked keeps its place until the page is left, for focus stands on it when it is unticked.
  const [ticked, setTicked] = useState<readonly string[]>(topology);
  if (topology.some((id) => !ticked.includes(id))) setTicked([...new Set([...ticked, ...topology])]);

  const settle = (chosen: string) => {
    const chosenOffer = engines.find(({ id }) => id === chosen);
    const settled = chosenOffer === undefined ? {} : settledBy(chosenOffer);
    if (getValues('database.version') === '') setValue('database.version', settled.version ?? '');
    if (getValues('database.hosting') === '') setValue('database.hosting', settled.hosting ?? '');
  };

  return (
    <div className="grid gap-9">
      <Ask
        question={{ ...questions.engine, options: engineOptions(engines) }}
        path="database.engine"
        onChosen={settle}
      />
      {offer === undefined ? null : <VersionQuestion offer={offer} />}
      <div className="grid gap-4">
        <Ask
          question={{
            ...questions.topology,
            ...(offer?.beside === undefined ? {} : { label: 'What stands beside it?' }),
            options: besideOptions(offer, ticked),
          }}
          path="database.topology"
        />
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
      {offer === undefined || !hostingAsked(offer, hosting) ? (
        <Fold title="Its size" asks={[[questions.databaseSize, 'database.databaseSize']]} />
      ) : (
        <Fold
          title="Where it runs, and its size"
          asks={[
            [questions.hosting, 'database.hosting'],
            [questions.databaseSize, 'database.databaseSize'],
          ]}
        >
          <Ask
            question={questions.hosting}
            path="database.hosting"
            options={offer.hostings.map(({ id, name }) => ({ value: id, label: name }))}
          />
          <Ask question={questions.databaseSize} path="database.databaseSize" />
        </Fold>
      )}
    </div>
  );
}

/** Asked as the engine has it: from a list, as text, or not at all. */
function VersionQuestion({ offer }: { offer: EngineOffer }) {
  const { control } = useFormContext<Answers>();
  const version = useWatch({ control, name: 'database.version' });
  // What is being typed must not take the question away when the last letter goes.
  const [typing, setTyping] = useState(false);
  const asked = versionAsked(offer, version);
  const once = `${offer.name} has one version for everyone`;

  if (asked === 'list') return <VersionSelect offer={offer} version={version} />;
  if (asked === 'not' && !typing) return <p className="text-muted">{once}: there is none to choose.</p>;
  return (
    <div onFocus={() => setTyping(true)}>
      <Ask
        question={{
          ...questions.version,
          control: 'text',
          hint: offer.typed?.version ?? `${once}: leave it blank.`,
        }}
        path="database.version"
      />
    </div>
  );
}

/** The one native list: versions are many, well known, and in an order of their own. */
function VersionSelect({ offer, version }: { offer: EngineOffer; version: string }) {
  const { register, getFieldState, formState } = useFormContext<Answers>();
  const { error } = getFieldState('database.version', formState);
  const options = versionOptions(offer, version).map(({ id, label }) => ({ value: id, label }));

  return (
    <Field
      id="database.version"
      label={questions.version.label}
      hint={questions.version.hint}
      error={error?.message}
      tip={<TipsBeside page="database" question="version" />}
    >
      {(tied) => (
        <Select {...tied} {...register('database.version')} options={options} placeholder="Select a version" />
      )}
    </Field>
  );
}
