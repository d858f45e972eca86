import type { ChangeContext } from '#model/change.ts';
import type { Field } from '#model/fields.ts';
import type { Question, Role } from '#model/plan.ts';
import { words } from '#model/text.ts';

const asked = ({ when }: Field, fields: ChangeContext['fields']): boolean =>
  when === undefined || when.is.includes(fields[when.field] ?? '');

const decapitalised = (label: string) => `${label.charAt(0).toLowerCase()}${label.slice(1)}`;

/** A question for each field that was asked and left blank: what to find out, and what it decides. */
export const openFields = (
  context: ChangeContext,
  fields: Readonly<Record<string, Field>>,
  who: Role = 'executor',
): readonly Question[] =>
  Object.entries(fields)
    .filter(
      ([id, field]) =>
        !context.answered(id) && field.gives !== '' && field.blank === undefined && asked(field, context.fields),
    )
    .map(([, { label, gives }]) => ({
      about: words`${decapitalised(label)} not given`,
      settle: words`it decides ${gives}`,
      who,
    }));

/** Names that may be left out: none when the field is blank. */
export const optionalNames = (context: ChangeContext, field: string): readonly string[] =>
  context.answered(field) ? context.names(field) : [];

/** Names that the plan cannot do without: one visible placeholder when the field is blank. */
export function requiredNames(context: ChangeContext, field: string): readonly [string, ...string[]] {
  const [first, ...rest] = optionalNames(context, field);
  return first === undefined ? [context.name(field)] : [first, ...rest];
}
