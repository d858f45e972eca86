import type { ChangeContext, CheckDraft } from '#model/change.ts';
import type { TableName } from '#model/schema.ts';
import { columnName } from '#model/schema.ts';
import { code, joinText, words } from '#model/text.ts';
import { withStatement } from './with-statement.ts';

/** Before anything moves: who names the table or column, inside the database and outside. */
export const dependentsCheck = (
  context: ChangeContext,
  table: TableName,
  column?: string | readonly string[],
): CheckDraft => {
  const names = column === undefined ? [table] : [column].flat().map((one) => columnName(table, one));
  return {
    key: 'dependents',
    title: words`What names ${joinText(
      names.map((name) => [code(name)]),
      ', ',
    )}`,
    when: 'before',
    stages: ['prepare'],
    how: words`Ask the database, and every owner of a job, report or copy`,
    ...withStatement(context.engine.query.dependents(column === undefined ? { table } : { table, column })),
    expected: words`each entry has an owner and a date`,
    tolerance: words`none`,
  };
};

/** Nothing names it any more. */
export const idleCheck = (name: string, stages: CheckDraft['stages']): CheckDraft => ({
  key: 'idle',
  title: words`${code(name)} is idle`,
  when: 'after',
  stages,
  how: words`Statements that name it, every node, since the deploy, our checks left out; owners sign`,
  expected: words`0`,
  tolerance: words`none`,
});
