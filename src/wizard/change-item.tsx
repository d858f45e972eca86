import { useController, useFormContext, useWatch } from 'react-hook-form';
import type { Answers } from '#model/answers.ts';
import type { Change } from '#model/change.ts';
import { notSure } from '#model/question.ts';
import { withNotSure } from './options.ts';
import { ChangeFields } from './change-fields.tsx';
import { KindChooser } from './kind-chooser.tsx';
import { NatureTag } from './nature-tag.tsx';
import { natureOf, natureWords } from './natures.ts';
import { TipsBeside } from './tips-beside.tsx';

/** One change: its kind, what that means, and what the kind asks. */
export function ChangeItem({ at, changes }: { at: number; changes: readonly Change[] }) {
  const { control, getValues, setValue } = useFormContext<Answers>();
  const { field, fieldState } = useController({ control, name: `change.changes.${at}.kind` });
  const fields = useWatch({ control, name: `change.changes.${at}.fields` });
  const change = changes.find(({ id }) => id === field.value);
  const options = changes.map(({ id, title, group, hint }) => ({ value: id, label: title, group, hint }));

  const choose = (kind: string) => {
    field.onChange(kind);
    const table = getValues('scale.tables').find(({ name }) => name !== '')?.name;
    const asksTable = changes.find(({ id }) => id === kind)?.fields['table'] !== undefined;
    const path = `change.changes.${at}.fields.table` as const;
    if (asksTable && table !== undefined && (getValues(path) ?? '') === '') setValue(path, table);
  };

  return (
    <>
      <KindChooser
        id={`change.changes.${at}.kind`}
        legend="Kind of change"
        error={fieldState.error?.message}
        options={withNotSure(options, 'Describe it below; the plan is a cautious general one')}
        value={field.value}
        onChange={choose}
        tip={<TipsBeside page="change" question="kind" />}
      >
        <Chosen
          change={change}
          nature={change === undefined ? undefined : natureOf(change, fields)}
          kind={field.value}
        />
      </KindChooser>
      {change === undefined ? null : <ChangeFields change={change} at={at} />}
    </>
  );
}

type ChosenProps = { change: Change | undefined; nature: keyof typeof natureWords | undefined; kind: string };

function Chosen({ change, nature, kind }: ChosenProps) {
  if (change === undefined || nature === undefined) {
    return (
      <p className="font-semibold">
        {kind === notSure.id ? 'Not sure which kind' : `“${kind}” is not a kind known here`}
      </p>
    );
  }
  return (
    <>
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1 font-semibold">
        {change.title}
        <NatureTag nature={nature} />
      </p>
      <p className="text-sm text-muted">{natureWords[nature].means}</p>
    </>
  );
}
