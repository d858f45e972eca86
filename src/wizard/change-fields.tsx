import { useFormContext, useWatch } from 'react-hook-form';
import type { Answers } from '#model/answers.ts';
import type { Change } from '#model/change.ts';
import type { Field } from '#model/fields.ts';
import { Ask, type AnswerPath } from './ask.tsx';
import { isAsked, isCode, toQuestion } from './field-question.ts';
import { FoldFrame } from './fold.tsx';

type Named = readonly [key: string, field: Field];

/** What one kind of change asks: what it cannot do without, and folded, the rest. */
export function ChangeFields({ change, at }: { change: Change; at: number }) {
  const { control } = useFormContext<Answers>();
  const answers = useWatch({ control, name: `change.changes.${at}.fields` });
  const asked = Object.entries(change.fields).filter(([, field]) => isAsked(field, answers));
  const essential = asked.filter(([, field]) => field.essential);
  const rest = asked.filter(([, field]) => !field.essential);

  return (
    <>
      <FieldQuestions fields={essential} at={at} />
      {rest.length === 0 ? null : (
        <FoldFrame
          key={change.id}
          title="More about this change"
          gives={rest.map(([, { gives }]) => gives)}
          paths={rest.map(([key]): AnswerPath => `change.changes.${at}.fields.${key}`)}
        >
          <FieldQuestions fields={rest} at={at} />
        </FoldFrame>
      )}
    </>
  );
}

function FieldQuestions({ fields, at }: { fields: readonly Named[]; at: number }) {
  return (
    <div className="grid items-end gap-x-6 gap-y-5 sm:grid-cols-2">
      {fields.map(([key, field]) => (
        <div key={key} className={`min-w-0 ${isShort(field) ? '' : 'sm:col-span-2'}`}>
          <Ask
            question={toQuestion(field)}
            path={`change.changes.${at}.fields.${key}`}
            look={isCode(field) ? 'code' : 'prose'}
            placeholder={field.placeholder}
            list={field.control === 'name' && /table$/i.test(key) ? tableNames : undefined}
          />
        </div>
      ))}
    </div>
  );
}

const isShort = ({ control }: Field) => ['name', 'names', 'type', 'expression', 'number'].includes(control);

/** The id of the list of tables named on another page. */
export const tableNames = 'names-of-tables';
