import type { Situation } from '#model/engine.ts';
import type { Operations } from '#model/operations.ts';
import { unconfirmed } from '#model/source.ts';
import type { Outcome, Script, Statement, Undo } from '#model/statement.ts';

const remarks = {
  build:
    'a job: it goes on if the client is gone; pause it with ADMIN PAUSE DDL JOBS (7.5 and newer), end it with ADMIN CANCEL DDL JOBS; tidb_ddl_reorg_worker_cnt and tidb_ddl_reorg_batch_size can be turned down while it runs',
  drop: 'refused while the column is part of the primary key or of an index over several columns: those go before',
  gone: 'one table in each statement; refused while a foreign key points to it',
  asserted: 'refused (1846) where TiDB would have to do more than change the catalog: nothing has changed then',
};

const assembled = unconfirmed(
  'Does the statement that is put together from the catalog say everything of the column that SHOW CREATE TABLE prints, besides what is to change? Compare the two on a copy before it is run on production.',
);

const remarkOf = ({ text, effect, remark }: Statement): string | undefined => {
  if (effect.work === 'index build') return remarks.build;
  if (text.includes(' DROP COLUMN ')) return remarks.drop;
  if (text.startsWith('DROP TABLE ')) return remarks.gone;
  return text.endsWith('ALGORITHM=INSTANT') ? remarks.asserted : remark;
};

/** Rows are read and written beside it; only other changes of that table's schema wait. */
function asJob(statement: Statement): Statement {
  const { effect, remark: _, ...rest } = statement;
  const changes = effect.locks.filter(({ mode }) => mode !== 'SHARED_READ' && mode !== 'SHARED_WRITE');
  const remark = remarkOf(statement);
  return {
    ...rest,
    ...(statement.text.startsWith('SET @modify_column') ? { source: assembled } : {}),
    effect: {
      ...effect,
      locks: changes.map(({ table }) => ({ table, mode: 'metadata lock' })),
      blocks: changes.length > 0 ? 'schema changes' : 'nothing',
    },
    ...(remark === undefined ? {} : { remark }),
  };
}

const mapped = <Some>([first, ...rest]: readonly [Some, ...Some[]], to: (one: Some) => Some): [Some, ...Some[]] => [
  to(first),
  ...rest.map(to),
];

/** Nobody waits behind a job that waits, so none needs to give up soon. */
const asJobs = (script: Script): Script => ({
  ...script,
  guard: script.guard === 'short-lock' ? 'unhurried' : script.guard,
  statements: mapped(script.statements, asJob),
});

const undone = (undo: Undo): Undo =>
  undo.kind === 'statements' ? { ...undo, scripts: mapped(undo.scripts, asJobs) } : undo;

const told = (outcome: Outcome): Outcome =>
  outcome.kind === 'cannot'
    ? outcome
    : { ...outcome, scripts: mapped(outcome.scripts, asJobs), undo: undone(outcome.undo) };

/** The same statements as on MySQL, with what they do on TiDB. */
export const throughJobs = (operations: Operations<Situation>): Operations<Situation> =>
  Object.fromEntries(
    Object.entries(operations).map(([name, answer]) => [
      name,
      (args: never, situation: Situation) => told(answer(args, situation)),
    ]),
  ) as unknown as Operations<Situation>;
