import { columnCases } from './columns.ts';
import { indexCases } from './indexes.ts';
import type { OperationCase } from './operation-case.ts';
import { otherCases } from './others.ts';
import { rowCases } from './rows.ts';
import { tableCases } from './tables.ts';

/** Every operation at least once, with each answer it can give. */
export const operationCases: readonly OperationCase[] = [
  ...columnCases,
  ...indexCases,
  ...rowCases,
  ...tableCases,
  ...otherCases,
];
