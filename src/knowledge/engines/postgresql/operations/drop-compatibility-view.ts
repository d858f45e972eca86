import type { Situation } from '#model/engine.ts';
import type { OperationArguments } from '#model/operations.ts';
import type { Outcome } from '#model/statement.ts';
import { code, words } from '#model/text.ts';
import { back, performed, short } from '../statement.ts';
import { dropView, standIn } from './compatibility-view.ts';

/** The view holds no rows; with it goes the old name. */
export const dropCompatibilityView = (
  { view, table }: OperationArguments['dropCompatibilityView'],
  situation: Situation,
): Outcome =>
  performed({
    does: words`Drop the view ${code(view)}; ${code(table)} stays as it is`,
    scripts: [short(dropView(view))],
    worked: words`no error names ${code(view)} for 30 min`,
    undo: back([short(...standIn(view, table, situation))]),
  });
