import type { Situation } from '#model/engine.ts';
import { isGiven } from '#model/given.ts';
import type { OperationArguments } from '#model/operations.ts';
import type { Outcome, Script, Statement } from '#model/statement.ts';
import { code, words } from '#model/text.ts';
import { comes, goes } from '../names.ts';
import { bareName, partsOf, sqlString } from '../quote.ts';
import { back, performed, plainly, short, statement } from '../statement.ts';

const procedures = 'relational-databases/system-stored-procedures';

const call = (procedure: string, rest: string, acts: Partial<Parameters<typeof statement>[1]> = {}): Statement =>
  statement(`EXEC sys.${procedure} ${rest}`, {
    page: `${procedures}/${procedure.replaceAll('_', '-')}-transact-sql`,
    ...acts,
  });

const schemaOf = (table: string): string => bareName(partsOf(table).at(-2) ?? 'dbo');

/** Says which tables are sent out. Nothing is sent before somebody subscribes. */
export function publish({ publication, tables }: OperationArguments['publish'], { hosting }: Situation): Outcome {
  if (isGiven(hosting) && hosting.id === 'azure-sql-database')
    return {
      kind: 'cannot',
      because: words`Azure SQL Database takes part in transactional replication as a subscriber only`,
      instead: words`Active geo-replication, a failover group or a restore makes the second database; writes stop while it takes over`,
    };
  const name = `@publication = ${sqlString(publication)}`;
  const [first, ...rest] = [
    call('sp_addpublication', `${name}, @status = N'active', @allow_initialize_from_backup = N'true'`, {
      deltas: [comes('publication', publication)],
      remark:
        'the server is a publisher with a distributor, and the database is published, already: set that up before',
    }),
    ...tables.map((table) =>
      call(
        'sp_addarticle',
        `${name}, @article = ${sqlString(bareName(table))}, @source_owner = ${sqlString(schemaOf(table))}, @source_object = ${sqlString(bareName(table))}`,
        { remark: 'each table needs a primary key' },
      ),
    ),
    call('sp_addpublication_snapshot', name),
  ];
  return performed({
    does: words`Publish ${tables.length === 1 ? code(tables[0] ?? '') : `${tables.length} tables`} as ${code(publication)} by transactional replication. From then on the log is kept until it was read, and ${code('sp_rename')} on these tables is refused`,
    scripts: first === undefined ? [plainly(call('sp_helppublication', name))] : [short(first, ...rest)],
    worked: words`${code('sp_helparticle')} lists the tables; the log reader agent runs`,
    undo: back([
      short(
        call('sp_droppublication', name, {
          deltas: [goes('publication', publication)],
          remark: 'its subscriptions go before',
        }),
      ),
    ]),
  });
}

const subscriber = "@subscriber = N'<subscriber>', @destination_db = N'<database>'";

const starts = ({ subscription, publication, copy = true }: OperationArguments['subscribe']): Script =>
  plainly(
    call(
      'sp_addsubscription',
      `@publication = ${sqlString(publication)}, ${subscriber}, @subscription_type = N'Push', @sync_type = N'${copy ? 'automatic' : 'replication support only'}'`,
      {
        work: copy ? 'rows' : 'catalog',
        transaction: 'outside',
        deltas: [comes('subscription', subscription)],
        remark: copy
          ? 'on the publisher; the snapshot agent copies the rows of before, and locks the tables for a moment'
          : 'on the publisher; the subscriber holds every row already, and nothing writes meanwhile',
      },
    ),
    call(
      'sp_addpushsubscription_agent',
      `@publication = ${sqlString(publication)}, @subscriber = N'<subscriber>', @subscriber_db = N'<database>'`,
      {
        transaction: 'outside',
      },
    ),
  );

const ends = (subscription: string, publication: string): Script =>
  plainly(
    call(
      'sp_dropsubscription',
      `@publication = ${sqlString(publication)}, @article = N'all', @subscriber = N'<subscriber>'`,
      {
        transaction: 'outside',
        deltas: [goes('subscription', subscription)],
        remark: 'on the publisher; without it the log is kept for a reader that is gone',
      },
    ),
  );

/** Touches a second server, which is named by whoever runs it. */
export const subscribe = (args: OperationArguments['subscribe'], _situation: Situation): Outcome =>
  performed({
    does: words`Subscribe to ${code(args.publication)} as ${code(args.subscription)}: ${args.copy === false ? 'no row is copied, changes follow from now on' : 'a snapshot of the rows of before, then changes follow'}`,
    scripts: [starts(args)],
    worked: words`a tracer token (${code('sp_posttracertoken')}) arrives within the budget for lag; ${code('MSdistribution_status')} shows 0 undelivered commands`,
    undo: back([ends(args.subscription, args.publication)], {
      note:
        args.copy === false
          ? words`Only with every writer stopped and nothing undelivered: what has not arrived is lost to the subscriber.`
          : words`Rows that were copied stay on the subscriber.`,
    }),
  });

/** Ends what `subscribe` began. */
export const unsubscribe = (
  { subscription, publication }: OperationArguments['unsubscribe'],
  _situation: Situation,
): Outcome =>
  performed({
    does: words`End the subscription ${code(subscription)} of ${code(publication)}`,
    scripts: [ends(subscription, publication)],
    worked: words`${code('sp_helpsubscription')} no longer lists it; ${code('log_reuse_wait_desc')} of the publisher is not ${code('REPLICATION')}`,
    undo: back([starts({ subscription, publication, copy: false })], {
      note: words`Only while nothing writes and both sides hold the same rows.`,
    }),
  });
