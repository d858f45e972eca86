import type { ChangeContext } from '#model/change.ts';
import { givenOr, isGiven } from '#model/given.ts';
import type { Question } from '#model/plan.ts';
import type { TableName } from '#model/schema.ts';
import { statementsOf } from '#model/statement.ts';
import { code, words } from '#model/text.ts';

/** Rows of one batch that are asked for. */
export const batchRows = 5000;

/** Rows of one batch as the engine takes them: some keep to fewer. */
export function rowsOfBatch({ engine }: Pick<ChangeContext, 'engine'>): number {
  const filled = engine.backfill({ table: 't', key: 'id', column: 'c', expression: 'c', batchSize: batchRows });
  const [size] =
    filled.kind === 'performed' ? statementsOf(filled.scripts).flatMap(({ repeat }) => repeat?.size ?? []) : [];
  return size ?? batchRows;
}

/** How rows are changed, as a title says it: `in batches of 5000`, or `in one statement`. */
export const pace = (context: Pick<ChangeContext, 'engine'>): string =>
  context.engine.rowsAtOnce ? 'in one statement' : `in batches of ${rowsOfBatch(context)}`;

/** Why rows are changed so. */
export const paceWhy = ({ engine }: Pick<ChangeContext, 'engine'>, inBatches: string): string =>
  engine.rowsAtOnce
    ? `${engine.name} writes whole blocks: one statement writes each once and is undone whole if it fails.`
    : inBatches;

/** The key that batches walk: the engine's own, else as given, else `id`, which `keyQuestion` then asks about. */
export const rowKey = (context: ChangeContext, table: TableName): string =>
  context.engine.rowKey ?? givenOr(context.scale(table).key, 'id');

/** Says that the key was assumed. Empty when it was given. */
export const keyQuestion = (context: ChangeContext, table: TableName): readonly Question[] =>
  context.engine.rowKey !== undefined || isGiven(context.scale(table).key)
    ? []
    : [
        {
          about: words`The primary key of ${code(table)} was not given; the batches walk ${code('id')}`,
          settle: words`Put the key’s name in, or choose a unique, indexed number or time`,
          who: 'executor',
        },
      ];
