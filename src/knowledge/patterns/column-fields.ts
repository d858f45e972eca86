import type { ChangeContext } from '#model/change.ts';
import type { Expression } from '#model/operations.ts';
import type { TableName } from '#model/schema.ts';
import { columnName } from '#model/schema.ts';
import { statementsOf } from '#model/statement.ts';
import type { Field } from '#model/fields.ts';
import { expressionField, nameField, yesNoField } from '#model/fields.ts';
import { answeredAs } from './answered-as.ts';
import type { Replacement } from './replacement.ts';

/** The table that a change is about. */
export const tableField = nameField('Table', {
  essential: true,
  hint: 'public.orders, or orders',
  gives: 'the name in every statement',
});

/** What is asked about a column that another one takes over from. */
export const replacedFields = {
  default: expressionField('Its default', {
    hint: 'As the database prints it; blank when there is none',
    blank: 'none',
    gives: 'when the default moves to the new column, and which release supplies it until then',
    placeholder: "'pending'",
  }),
  notNull: yesNoField('Is it NOT NULL?', {
    gives: 'whether NOT NULL is proved on the new column, and taken from the old one before its last writer goes',
  }),
  indexes: expressionField('Indexes on it', {
    hint: 'Names; columns in brackets where an index has several: orders_status_idx, orders_day_idx (status, placed_on)',
    gives: 'one online build for each on the new column, and their drop before the column',
  }),
} as const;

/** What turns the values of one column into the other's, and back. */
export const conversionFields = {
  expression: expressionField('How is the new value computed?', {
    hint: 'From the columns of the row; blank when it is the same value',
    gives: 'the expression in the sync, the backfill and the check for equality',
    placeholder: 'lower(status)',
  }),
  backExpression: expressionField('How is the old value computed back?', {
    hint: 'From the new column; blank when it is the same value',
    gives: 'whether the way back from the last release is without loss',
  }),
  newDefault: expressionField('Its default in the new type', {
    hint: 'Blank when it is written the same',
    gives: 'the default of the new column',
  }),
} as const;

/** `yes`, `no`, or that nobody said. */
export const requiredOf = ({ fields }: ChangeContext): Replacement['required'] => {
  const said = fields['notNull'];
  return said === 'yes' || said === 'no' ? said : 'unknown';
};

/** The engine can tell the way back of an expression by itself, as it can for a cast. */
const carriesBack = (
  { engine }: ChangeContext,
  table: TableName,
  from: string,
  to: string,
  forward: Expression,
): boolean => {
  const started = engine.startSync({ name: 'sync', table, pairs: [{ from, to, forward }] });
  const back = columnName(table, to);
  return (
    started.kind === 'performed' &&
    statementsOf(started.scripts).some(({ deltas }) =>
      deltas.some((delta) => delta.kind === 'start-sync' && delta.sync.pairs.some((pair) => pair.from === back)),
    )
  );
};

/**
 * How values turn there and back. A value that is computed there must be computed back too: the sync keeps both columns
 * current for the way back, so a missing rule stays visible as a placeholder.
 */
export function conversionOf(
  context: ChangeContext,
  { table, from, to }: Pick<Replacement, 'table' | 'from' | 'to'>,
): Pick<Replacement, 'forward' | 'backward' | 'newDefault'> {
  const forward = context.name('expression');
  const needsBack = context.answered('expression') && !carriesBack(context, table, from, to, forward);
  return {
    ...answeredAs(context, 'expression', 'forward'),
    ...(needsBack ? { backward: context.name('backExpression') } : answeredAs(context, 'backExpression', 'backward')),
    ...answeredAs(context, 'newDefault', 'newDefault'),
  };
}

/** The conversions that must be asked for: where nothing is computed, blank says that the value stays the same. */
export const openConversions = (context: ChangeContext): Readonly<Record<string, Field>> =>
  context.answered('expression') ? { backExpression: conversionFields.backExpression } : {};
