import { columnCases } from './columns.ts';
import { constraintCases } from './constraints.ts';
import type { OperationCase } from './operation-case.ts';
import { rowCases } from './rows.ts';
import { tableCases } from './tables.ts';

/** Every operation at least once. */
export const operationCases: readonly OperationCase[] = [
  ...columnCases,
  ...constraintCases,
  ...tableCases,
  ...rowCases,
];
