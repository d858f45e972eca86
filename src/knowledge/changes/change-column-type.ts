import type { ChangeContext, Part } from '#model/change.ts';
import { defineChange } from '#model/change.ts';
import { choiceField, expressionField, nameField, typeField } from '#model/fields.ts';
import { columnName } from '#model/schema.ts';
import { code, words } from '#model/text.ts';
import { answeredAs } from '../patterns/answered-as.ts';
import {
  conversionFields,
  conversionOf,
  openConversions,
  replacedFields,
  requiredOf,
  tableField,
} from '../patterns/column-fields.ts';
import { expandAndContract } from '../patterns/expand-and-contract.ts';
import { listedIndexes } from '../patterns/listed-indexes.ts';
import { openFields } from '../patterns/open-fields.ts';
import { checkInstead, typeInPlace } from '../patterns/type-in-place.ts';
import { keyQuestion, rowKey } from '../patterns/row-key.ts';
import { swapPart } from '../patterns/swap-part.ts';
import { bareTable } from '../patterns/table-name.ts';

const named = {
  table: tableField,
  column: nameField('Column', { essential: true, gives: 'the name in every statement' }),
  from: typeField('Type today', {
    essential: true,
    gives: 'whether the change is a short step or a move of every row',
  }),
  to: typeField('New type', { essential: true, gives: 'whether the change is a short step or a move of every row' }),
} as const;

const fields = {
  ...named,
  names: choiceField('If the rows must move, under which name?', {
    options: [
      { id: 'new-name', label: 'A new column with another name', hint: 'Reads and writes move release by release' },
      {
        id: 'swap',
        label: 'The same name, by an exchange',
        hint: 'Only when every running release can read and write both types',
      },
    ],
    gives: 'whether the code changes its column, or the column changes under the code',
  }),
  newColumn: nameField('Name of the new column', {
    when: { field: 'names', is: ['new-name', 'not-sure', ''] },
    gives: 'the name in every statement',
  }),
  limit: expressionField('If the new type only limits values: the limit as a condition', {
    placeholder: 'char_length(code) <= 20',
    gives: 'a check in place of the change of type, which keeps the table in use',
  }),
  ...replacedFields,
  ...conversionFields,
} as const;

type Body = Omit<Part, 'summary' | 'questions'> & Partial<Pick<Part, 'questions'>>;

/** The same type family, and every old value fits the new type, without an expression of the person's own. */
function inPlace(context: ChangeContext): boolean {
  const { work, widens } = context.engine.typeChange(context.name('from'), context.name('to'));
  if (context.answered('expression') || !widens) return false;
  return work === 'catalog' || (work === 'rewrite' && context.mayBlock(context.name('table')));
}

/** Whether the two types may stand under one name in turn: the sync can carry plain values both ways. */
const maySwap = (context: ChangeContext): boolean =>
  context.fields['names'] === 'swap' &&
  !context.answered('expression') &&
  !context.answered('backExpression') &&
  context.engine.can('columnSync') &&
  context.engine.can('transactionalDdl');

function swapped(context: ChangeContext): Body {
  const [table, column, from, to] = [
    context.name('table'),
    context.name('column'),
    context.name('from'),
    context.name('to'),
  ];
  return swapPart(
    context,
    {
      table,
      column,
      shadow: `${column}_new`,
      kept: `${column}_old`,
      oldType: from,
      newType: to,
      narrows: !context.engine.typeChange(to, from).widens,
      required: requiredOf(context),
      sync: `${bareTable(table)}_${column}_sync`,
      key: rowKey(context, table),
      ...answeredAs(context, 'default', 'default'),
    },
    { indexes: listedIndexes(context.fields['indexes'] ?? '', column) },
  );
}

function replaced(context: ChangeContext): Body {
  const [table, column, from, to] = [
    context.name('table'),
    context.name('column'),
    context.name('from'),
    context.name('to'),
  ];
  return expandAndContract(
    context,
    {
      table,
      from: column,
      to: context.name('newColumn'),
      fromType: from,
      newType: to,
      narrows: !context.engine.typeChange(to, from).widens,
      required: requiredOf(context),
      indexes: listedIndexes(context.fields['indexes'] ?? '', column),
      ...answeredAs(context, 'default', 'default'),
      ...conversionOf(context, { table, from: column, to: context.name('newColumn') }),
    },
    [
      {
        what: words`Give the new column the old name at the end`,
        because: words`the name would change under releases that run; it is a rename of its own, once nothing else moves`,
      },
    ],
  );
}

export const changeColumnType = defineChange({
  id: 'change-column-type',
  title: 'Change a column’s type',
  group: 'Columns',
  hint: 'In place where that is short, else beside the old one',
  nature: 'transform',
  fields,
  part: (context) => {
    const [table, column, from, to] = [
      context.name('table'),
      context.name('column'),
      context.name('from'),
      context.name('to'),
    ];
    const way = inPlace(context)
      ? 'in place'
      : context.answered('limit')
        ? 'check'
        : maySwap(context)
          ? 'swap'
          : 'beside';
    const body: Body =
      way === 'in place'
        ? typeInPlace(context, { table, column, from, to })
        : way === 'check'
          ? checkInstead(context, { table, column, to, limit: context.name('limit') })
          : way === 'swap'
            ? swapped(context)
            : replaced(context);
    const asked =
      way === 'beside'
        ? { ...named, newColumn: fields.newColumn, ...replacedFields, ...openConversions(context) }
        : way === 'swap'
          ? { ...named, ...replacedFields }
          : named;
    const how = {
      'in place': '',
      check: words`: the type stays, and a check keeps its limit`,
      swap: words`: a shadow column is filled beside it, then the two exchange names`,
      beside: words`: ${code(context.name('newColumn'))} takes over, both are kept equal while reads and writes move`,
    }[way];
    return {
      ...body,
      summary: words`Change ${code(columnName(table, column))} from ${code(from)} to ${code(to)}${how}`,
      questions: [
        ...(body.questions ?? (way === 'swap' ? keyQuestion(context, table) : [])),
        ...openFields(context, asked),
      ],
    };
  },
});
