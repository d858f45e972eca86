import type { ChangeContext } from '#model/change.ts';
import { defineChange } from '#model/change.ts';
import { choiceField, expressionField, nameField, typeField, yesNoField } from '#model/fields.ts';
import { columnName } from '#model/schema.ts';
import { code, words } from '#model/text.ts';
import { addAndFill } from '../patterns/add-and-fill.ts';
import { addAndWrite } from '../patterns/add-and-write.ts';
import { addAtOnce } from '../patterns/add-at-once.ts';
import { answeredAs } from '../patterns/answered-as.ts';
import { tableField } from '../patterns/column-fields.ts';
import type { ColumnToAdd } from '../patterns/column-to-add.ts';
import { openFields } from '../patterns/open-fields.ts';
import { keyQuestion } from '../patterns/row-key.ts';
import type { Way } from '../patterns/way.ts';

const fields = {
  table: tableField,
  column: nameField('New column', { essential: true, gives: 'the name in every statement' }),
  type: typeField('Type', { essential: true, gives: 'the statement that adds it' }),
  kind: choiceField('What do rows hold that nobody gives a value?', {
    essential: true,
    options: [
      { id: 'nullable', label: 'Nothing: it may be NULL' },
      { id: 'constant', label: 'One default for all rows' },
      { id: 'computed', label: 'A default that is computed for each row', hint: 'A random key, a sequence, the clock' },
      { id: 'required', label: 'It is NOT NULL and has no default', hint: 'Every writer must give a value' },
    ],
    gives: 'whether one short statement is enough, or rows are filled in batches',
  }),
  default: expressionField('Default', {
    when: { field: 'kind', is: ['constant', 'computed'] },
    placeholder: "'pending'",
    gives: 'the statement, and whether it would rewrite the table',
  }),
  notNull: yesNoField('Is it NOT NULL?', {
    when: { field: 'kind', is: ['constant', 'computed'] },
    gives: 'whether NOT NULL is proved after the fill',
  }),
  fill: expressionField('What do the rows get that are there today?', {
    when: { field: 'kind', is: ['computed', 'required'] },
    hint: 'From the columns of the row; blank for the default',
    blank: 'the default',
    gives: 'what each batch writes',
  }),
  use: choiceField('When does the application begin to use it?', {
    when: { field: 'kind', is: ['nullable', 'constant', 'computed'] },
    options: [
      { id: 'later', label: 'With a change of its own', hint: 'Nothing reads or writes it yet' },
      { id: 'now', label: 'With the release that follows' },
    ],
    gives: 'whether a deploy follows',
  }),
} as const;

const adding = (context: ChangeContext): ColumnToAdd => {
  const { kind = '', notNull, use } = context.fields;
  const defaulted = kind === 'constant' || kind === 'computed';
  return {
    table: context.name('table'),
    column: context.name('column'),
    type: context.name('type'),
    notNull: kind === 'required' || (defaulted && notNull === 'yes'),
    used: kind === 'required' || use === 'now',
    ...(defaulted ? { default: context.name('default') } : {}),
    ...(kind === 'required'
      ? { fill: context.name('fill') }
      : kind === 'computed'
        ? answeredAs(context, 'fill', 'fill')
        : {}),
  };
};

/**
 * One value for all rows, on an engine that then touches none of them or a table that may stand still meanwhile. A
 * default of which it is not known whether it differs from row to row is never taken for one value.
 */
function atOnce({ engine, mayBlock }: ChangeContext, { table, default: given }: ColumnToAdd): boolean {
  if (given === undefined) return true;
  const kind = engine.defaultKind(given);
  const same = kind === 'constant' || kind === 'stable';
  return same && (engine.can('instantConstantDefault') || mayBlock(table));
}

function wayOf(context: ChangeContext, column: ColumnToAdd): Way {
  const { kind } = context.fields;
  if (kind === 'required') return addAndWrite(context, column);
  if (kind !== 'computed' && atOnce(context, column)) return addAtOnce(context, column);
  const later = context.engine.setDefault({ ...column, default: column.default ?? '' });
  return later.kind === 'cannot' ? addAndWrite(context, column, later.because) : addAndFill(context, column);
}

export const addColumn = defineChange({
  id: 'add-column',
  title: 'Add a column',
  group: 'Columns',
  hint: 'Nullable, with a default, or required',
  nature: 'additive',
  fields,
  part: (context) => {
    const column = adding(context);
    const way = wayOf(context, column);
    const name = columnName(column.table, column.column);
    const filled = way.phases.some(({ stage }) => stage === 'backfill');
    const open = context.fields['kind'] === 'computed' ? { ...fields, fill: { ...fields.fill, gives: '' } } : fields;
    return {
      ...way,
      summary: words`Add ${code(name)} of type ${code(column.type)}${column.default === undefined ? '' : words` with the default ${code(column.default)}`}${filled ? '; rows that are there get their value in batches' : ''}`,
      before: [{ kind: 'add-table', table: column.table }],
      copies: [],
      checklist: way.checklist,
      questions: [...(filled ? keyQuestion(context, column.table) : []), ...openFields(context, open)],
      touches: [],
    };
  },
});
