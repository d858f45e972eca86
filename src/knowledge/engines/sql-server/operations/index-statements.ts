import type { Situation } from '#model/engine.ts';
import type { TableName } from '#model/schema.ts';
import type { Script, Statement } from '#model/statement.ts';
import { pages } from '../manual.ts';
import { comes, goes, quoteLast } from '../names.ts';
import { bareName, objectId, quoteName, quoteTable, sqlString } from '../quote.ts';
import { short, statement, unhurried } from '../statement.ts';
import { atLeast, hasOnline } from '../versions.ts';

/** A name, with its order if that was typed. */
export function indexed(column: string): string {
  const [, name = column, order = ''] = /^(.*?)(\s+(?:asc|desc))?$/is.exec(column.trim()) ?? [];
  return `${quoteName(name)}${order.toUpperCase()}`;
}

interface Build {
  readonly table: TableName;
  readonly index: string;
  /** `(status) WHERE status = 'new'`: what follows the table. */
  readonly over: string;
  readonly unique: boolean;
  /** `COLUMNSTORE`, `NONCLUSTERED`. */
  readonly kind?: string;
}

/** A filtered index cannot be resumed. */
const resumes = ({ over, kind = '' }: Build, situation: Situation): boolean =>
  atLeast(2019, situation) && !/\)\s*where\b/i.test(over) && !/columnstore/i.test(kind);

const lowPriority = 'WAIT_AT_LOW_PRIORITY (MAX_DURATION = 5 MINUTES, ABORT_AFTER_WAIT = SELF)';

const text = ({ table, index, over, unique, kind }: Build, options: readonly string[]): string =>
  `CREATE ${unique ? 'UNIQUE ' : ''}${kind === undefined ? '' : `${kind} `}INDEX ${quoteLast(index)} ON ${quoteTable(table)} ${over}${options.length > 0 ? `\n  WITH (${options.join(', ')})` : ''}`;

/**
 * Builds an index as gently as the edition lets it.
 *
 * Online builds take S on the table for a moment at their start and end. From 2022 on they wait for it at low priority, so nobody waits behind them. Before, every
 * writer queues behind that wait: it is limited, and in 2019 a build that ran into the limit is paused and not lost. Standard blocks writers for the whole build.
 */
export function build(wanted: Build, situation: Situation): Script {
  const { table, index } = wanted;
  const acts = { work: 'index build', page: pages.createIndex, deltas: [comes('index', index)] } as const;
  if (!hasOnline(situation))
    return short(
      statement(text(wanted, []), {
        ...acts,
        locks: { [table]: 'S' },
        remark: 'nobody can write to the table until it is built; reads go on. Online is an Enterprise feature',
      }),
    );
  const resumable = resumes(wanted, situation);
  if (atLeast(2022, situation))
    return unhurried(
      statement(text(wanted, [`ONLINE = ON (${lowPriority})`, ...(resumable ? ['RESUMABLE = ON'] : [])]), {
        ...acts,
        locks: { [table]: 'IS' },
        blocks: 'schema changes',
        transaction: 'outside',
        remark: resumable
          ? 'S for a moment at its start and end, waited for at low priority; if it stops it is paused: run it again to go on'
          : 'S for a moment at its start and end, waited for at low priority; a filtered or columnstore build cannot be resumed',
      }),
    );
  if (!resumable)
    return short(
      statement(text(wanted, ['ONLINE = ON']), {
        ...acts,
        locks: { [table]: 'S' },
        remark:
          'S only for a moment at its start and end, when writers queue behind it for at most 2 s; if it does not get it the whole build is undone',
      }),
    );
  return unhurried(
    statement('SET LOCK_TIMEOUT 5000', {
      work: 'none',
      page: 't-sql/statements/set-lock-timeout-transact-sql',
      remark: 'before 2022 writers queue behind the S that a build waits for at its start and end: 5 s at most',
    }),
    statement(text(wanted, ['ONLINE = ON', 'RESUMABLE = ON']), {
      ...acts,
      locks: { [table]: 'IS' },
      blocks: 'schema changes',
      transaction: 'outside',
      remark: 'if it stops it is paused: run the file again to go on',
    }),
  );
}

/** A unique index over plain columns. */
export const buildUnique = (
  table: TableName,
  index: string,
  columns: readonly string[],
  situation: Situation,
): Script =>
  build({ table, index, over: `(${columns.map((column) => indexed(column)).join(', ')})`, unique: true }, situation);

export const dropIndexNow = (table: TableName, index: string): Statement =>
  statement(`DROP INDEX ${quoteLast(index)} ON ${quoteTable(table)}`, {
    locks: { [table]: 'Sch-M' },
    page: pages.dropIndex,
    deltas: [goes('index', index)],
  });

/** Takes back a build, also one that stopped half way and is paused. */
export function dropBuilt(table: TableName, index: string, situation: Situation): Script {
  const drop = statement(`DROP INDEX IF EXISTS ${quoteLast(index)} ON ${quoteTable(table)}`, {
    locks: { [table]: 'Sch-M' },
    page: pages.dropIndex,
    deltas: [goes('index', index)],
  });
  if (!hasOnline(situation) || !atLeast(2019, situation)) return short(drop);
  const abort = statement(
    `IF EXISTS (SELECT 1 FROM sys.index_resumable_operations WHERE object_id = ${objectId(table)} AND name = ${sqlString(bareName(index))})
  ALTER INDEX ${quoteLast(index)} ON ${quoteTable(table)} ABORT`,
    {
      locks: { [table]: 'Sch-M' },
      page: 't-sql/statements/alter-index-transact-sql',
      remark: 'a build that stopped is paused until then',
    },
  );
  return { guard: 'short-lock', transaction: 'none', statements: [abort, drop] };
}
