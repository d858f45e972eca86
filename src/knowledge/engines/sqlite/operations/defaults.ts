import type { Situation } from '#model/engine.ts';
import type { OperationArguments } from '#model/operations.ts';
import type { TableName } from '#model/schema.ts';
import { columnName } from '#model/schema.ts';
import type { Outcome } from '#model/statement.ts';
import { code, words } from '#model/text.ts';
import { quoteName } from '../quote.ts';
import { performed } from '../statement.ts';
import { type Rebuild, rebuild, rebuildBack, rebuilt } from './rebuild.ts';

const have = (table: TableName, column: string, value: string): Rebuild => ({
  table,
  differs: `${quoteName(column)} DEFAULT ${value}`,
  deltas: [{ kind: 'alter-column', column: columnName(table, column), set: { hasDefault: true } }],
});

const haveNone = (table: TableName, column: string): Rebuild => ({
  table,
  differs: `${quoteName(column)} without DEFAULT`,
  deltas: [{ kind: 'alter-column', column: columnName(table, column), set: { hasDefault: false } }],
});

/** A default stands in the definition, which no ALTER TABLE changes. */
export const setDefault = (
  { table, column, default: value, was }: OperationArguments['setDefault'],
  _situation: Situation,
): Outcome =>
  performed({
    does: words`Rebuild ${code(table)} with the default ${code(value)} of ${code(columnName(table, column))}; rows that are there keep their values, every other write to the file waits`,
    scripts: [rebuild(have(table, column, value))],
    worked: rebuilt(table, words`a row inserted without ${code(column)} on a copy gets ${code(value)}`),
    undo: rebuildBack(was === undefined ? haveNone(table, column) : have(table, column, was)),
  });

export const dropDefault = (
  { table, column, was }: OperationArguments['dropDefault'],
  _situation: Situation,
): Outcome =>
  performed({
    does: words`Rebuild ${code(table)} without the default of ${code(columnName(table, column))}; every other write to the file waits`,
    scripts: [rebuild(haveNone(table, column))],
    worked: rebuilt(table, words`a row inserted without ${code(column)} on a copy gets no value`),
    undo: rebuildBack(have(table, column, was)),
  });
