import { useEffect } from 'react';
import { useFieldArray, useFormContext, useWatch } from 'react-hook-form';
import type { Answers } from '#model/answers.ts';
import { changePage, type PlannedChangeAnswers } from '#model/pages/change.ts';
import { Repeatable } from '#ui/repeatable.tsx';
import { Ask } from './ask.tsx';
import { tableNames } from './change-fields.tsx';
import { ChangeItem } from './change-item.tsx';
import { Fold } from './fold.tsx';
import { Loading } from './loading.tsx';
import { useWizardWorld } from './wizard-world.ts';

const { questions } = changePage;

const blankChange: PlannedChangeAnswers = { kind: '', fields: {} };

/** One change or several, each of a kind, and in the person's own words. */
export function ChangePage() {
  const { offers } = useWizardWorld();
  const { control, getValues } = useFormContext<Answers>();
  const { fields, append, insert, remove } = useFieldArray({ control, name: 'change.changes' });
  const kinds = useWatch({ control, name: 'change.changes' }).map(({ kind }) => kind);
  const tables = useWatch({ control, name: 'scale.tables' }).flatMap(({ name }) => (name === '' ? [] : [name]));

  useEffect(() => {
    if (fields.length === 0 && getValues('change.changes').length === 0) append(blankChange, { shouldFocus: false });
  }, [append, fields.length, getValues]);

  const nameOf = (at: number) => {
    const title = offers?.changes.find(({ id }) => id === kinds[at])?.title;
    return title === undefined ? `Change ${at + 1}` : `Change ${at + 1}: ${title}`;
  };

  return (
    <div className="grid gap-9">
      {offers === undefined ? (
        <Loading what="kinds of change" />
      ) : (
        <Repeatable
          legend="What is planned"
          hint="Add each change of this release: they are merged into one runbook with one deploy for each stage."
          items={fields}
          itemKey={({ id }) => id}
          itemName={(_, at) => nameOf(at)}
          addLabel="Add another change"
          least={1}
          onAdd={() => append(blankChange, { shouldFocus: false })}
          onRemove={(at) => {
            const change = getValues(`change.changes.${at}`);
            remove(at);
            return () => insert(at, change, { shouldFocus: false });
          }}
        >
          {(_, at) => <ChangeItem at={at} changes={offers.changes} />}
        </Repeatable>
      )}
      <datalist id={tableNames}>
        {[...new Set(tables)].map((name) => (
          <option key={name} value={name}>
            {name}
          </option>
        ))}
      </datalist>
      <Ask question={questions.description} path="change.description" />
      <Fold title="Why now" asks={[[questions.notDoing, 'change.notDoing']]} />
    </div>
  );
}
