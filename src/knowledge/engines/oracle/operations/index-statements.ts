import type { Situation } from '#model/engine.ts';
import type { TableName } from '#model/schema.ts';
import type { Script } from '#model/statement.ts';
import { pages } from '../manual.ts';
import { beside, comes, goes } from '../names.ts';
import { quoteName, quoteTable } from '../quote.ts';
import { guarded, statement } from '../statement.ts';
import { isEnterprise } from '../versions.ts';

const plainColumn = /^(?:"[^"]+"|[\p{L}][\p{L}\p{Nd}_$#]*)$/u;

/** A name or an expression, with its order if that was typed. */
export function indexed(column: string): string {
  const [, what = column, order = ''] = /^(.*?)(\s+(?:asc|desc))?$/is.exec(column.trim()) ?? [];
  return `${plainColumn.test(what) ? quoteName(what) : what}${order.toUpperCase()}`;
}

/** An index stands in a schema, and is found without its table. */
export const onIndex = (table: TableName, index: string): string => quoteTable(beside(table, index));

interface Build {
  readonly table: TableName;
  readonly index: string;
  /** `(status)`: what follows the table. */
  readonly over: string;
  /** `UNIQUE`, `BITMAP`. */
  readonly kind?: string;
}

/** Builds an index beside writers where the edition can. */
export function build({ table, index, over, kind }: Build, situation: Situation): Script {
  const online = isEnterprise(situation);
  return guarded(
    statement(
      `CREATE ${kind === undefined ? '' : `${kind} `}INDEX ${onIndex(table, index)} ON ${quoteTable(table)} ${over}${online ? ' ONLINE' : ''}`,
      {
        locks: { [table]: online ? 'share DDL' : 'SHARE' },
        work: 'index build',
        page: pages.createIndex,
        deltas: [comes('index', index)],
        remark: online
          ? 'waits at its start and end for transactions that are open then, and holds up no writer meanwhile'
          : 'nobody can write to the table until it is built; reads go on. ONLINE is an Enterprise feature',
      },
    ),
  );
}

/** Goes in a moment; online it waits for open transactions instead of failing. */
export const dropIndexNow = (table: TableName, index: string, situation: Situation): Script => {
  const online = isEnterprise(situation);
  return guarded(
    statement(`DROP INDEX ${onIndex(table, index)}${online ? ' ONLINE' : ''}`, {
      locks: { [table]: online ? 'share DDL' : 'exclusive DDL' },
      page: pages.dropIndex,
      deltas: [goes('index', index)],
    }),
  );
};
