import { defineChange } from '#model/change.ts';
import { nameField, typeField } from '#model/fields.ts';
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
import type { Replacement } from '../patterns/replacement.ts';

/** What every replacement is asked. */
const named = {
  table: tableField,
  column: nameField('Old column', { essential: true, gives: 'the name in every statement' }),
  newColumn: nameField('New column', { essential: true, gives: 'the name in every statement' }),
  newType: typeField('Type of the new column', { essential: true, gives: 'the statement that adds it' }),
  type: typeField('Type of the old column', {
    gives: 'whether the old column can hold every new value, or the application must keep to its limit',
  }),
} as const;

const fields = { ...named, ...replacedFields, ...conversionFields } as const;

export const replaceColumn = defineChange({
  id: 'replace-column',
  title: 'Replace a column by a new one',
  group: 'Columns',
  hint: 'Another name, type or meaning, while both releases run',
  nature: 'transform',
  fields,
  part: (context) => {
    const [table, from, to] = [context.name('table'), context.name('column'), context.name('newColumn')];
    const [type, newType] = [context.name('type'), context.name('newType')];
    const replacement: Replacement = {
      table,
      from,
      to,
      fromType: type,
      newType,
      narrows: !context.engine.typeChange(newType, type).widens,
      required: requiredOf(context),
      indexes: listedIndexes(context.fields['indexes'] ?? '', from),
      ...answeredAs(context, 'default', 'default'),
      ...conversionOf(context, { table, from, to }),
    };
    const part = expandAndContract(context, replacement);
    return {
      ...part,
      summary: words`A new column ${code(`${table}.${to}`)} takes over from ${code(`${table}.${from}`)}: both are kept equal while reads and writes move, then the old one goes`,
      questions: [
        ...part.questions,
        ...openFields(context, { ...named, ...replacedFields, ...openConversions(context) }),
      ],
    };
  },
});
