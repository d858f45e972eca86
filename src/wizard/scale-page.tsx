import { useEffect } from 'react';
import { useFieldArray, useFormContext } from 'react-hook-form';
import type { Answers } from '#model/answers.ts';
import { scalePage, type TableAnswers } from '#model/pages/scale.ts';
import { Repeatable } from '#ui/repeatable.tsx';
import { Ask } from './ask.tsx';
import { Fold } from './fold.tsx';

const { questions, tableQuestions } = scalePage;

const blankTable: TableAnswers = {
  name: '',
  rows: '',
  gigabytes: '',
  writesPerSecond: '',
  readsPerSecond: '',
  key: '',
};

/** The tables concerned, how heavy they are, and when. */
export function ScalePage() {
  const { control, getValues } = useFormContext<Answers>();
  const { fields, append, insert, remove } = useFieldArray({ control, name: 'scale.tables' });

  useEffect(() => {
    if (fields.length === 0 && getValues('scale.tables').length === 0) append(blankTable, { shouldFocus: false });
  }, [append, fields.length, getValues]);

  return (
    <div className="grid gap-9">
      <Repeatable
        legend="Tables that the change touches"
        items={fields}
        itemKey={({ id }) => id}
        itemName={({ name }, at) => (name === '' ? `Table ${at + 1}` : `Table ${at + 1}: ${name}`)}
        addLabel="Add another table"
        least={1}
        onAdd={() => append(blankTable, { shouldFocus: false })}
        onRemove={(at) => {
          const table = getValues(`scale.tables.${at}`);
          remove(at);
          return () => insert(at, table, { shouldFocus: false });
        }}
      >
        {(_, at) => <TableQuestions at={at} />}
      </Repeatable>
      <Ask question={questions.ddl} path="scale.ddl" />
      <Fold
        title="Hours, long transactions and disk"
        asks={[
          [questions.peakFrom, 'scale.peakFrom'],
          [questions.peakTo, 'scale.peakTo'],
          [questions.zone, 'scale.zone'],
          [questions.freeDisk, 'scale.freeDisk'],
          [questions.longTransactions, 'scale.longTransactions'],
        ]}
      />
      <Fold title="Anything else" asks={[[questions.context, 'scale.context']]} />
    </div>
  );
}

function TableQuestions({ at }: { at: number }) {
  return (
    <>
      <div className="grid items-end gap-x-6 gap-y-5 sm:grid-cols-2">
        <Ask question={tableQuestions.name} path={`scale.tables.${at}.name`} look="code" placeholder="orders" />
        <Ask question={tableQuestions.rows} path={`scale.tables.${at}.rows`} />
      </div>
      <Fold
        title="Size and load"
        asks={[
          [tableQuestions.gigabytes, `scale.tables.${at}.gigabytes`],
          [tableQuestions.key, `scale.tables.${at}.key`],
          [tableQuestions.writesPerSecond, `scale.tables.${at}.writesPerSecond`],
          [tableQuestions.readsPerSecond, `scale.tables.${at}.readsPerSecond`],
        ]}
      />
    </>
  );
}
