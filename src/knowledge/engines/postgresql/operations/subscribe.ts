import type { Situation } from '#model/engine.ts';
import type { OperationArguments } from '#model/operations.ts';
import type { Outcome, Script } from '#model/statement.ts';
import { code, words } from '#model/text.ts';
import { comes, goes } from '../names.ts';
import { quoteName } from '../quote.ts';
import { back, performed, plainly, statement } from '../statement.ts';

function starts({ subscription, publication, copy = true }: OperationArguments['subscribe']): Script {
  const connection = `CONNECTION '<how the subscriber reaches the publisher>'`;
  return plainly(
    statement(
      `CREATE SUBSCRIPTION ${quoteName(subscription)} ${connection} PUBLICATION ${quoteName(publication)}${copy ? '' : ' WITH (copy_data = false)'}`,
      {
        language: 'psql',
        transaction: 'outside',
        work: copy ? 'rows' : 'catalog',
        page: 'sql-createsubscription',
        deltas: [comes('subscription', subscription)],
        remark: copy
          ? 'on the subscriber, whose tables stand ready and empty; it makes a slot on the publisher'
          : 'on the subscriber, which holds every row already; it makes a slot on the publisher',
      },
    ),
  );
}

const ends = (subscription: string): Script =>
  plainly(
    statement(`DROP SUBSCRIPTION ${quoteName(subscription)}`, {
      language: 'psql',
      transaction: 'outside',
      page: 'sql-dropsubscription',
      deltas: [goes('subscription', subscription)],
      remark: 'on the subscriber; if the publisher cannot be reached, its slot stays and keeps the log: drop it there',
    }),
  );

/** Runs on the other server, so nothing here can show what it does. */
export function subscribe(args: OperationArguments['subscribe'], _situation: Situation): Outcome {
  const { subscription, publication, copy = true } = args;
  return performed({
    does: words`On the subscriber: subscribe to ${code(publication)} as ${code(subscription)}. It ${copy ? 'copies the rows of before, then follows' : 'copies no row and follows from now on'}`,
    scripts: [starts(args)],
    worked: words`every table stands at ${code('r')} in ${code('pg_subscription_rel')} on the subscriber; the slot’s lag on the publisher falls to 0 and stays there`,
    undo: back([ends(subscription)], {
      note: copy
        ? words`Rows that were copied stay on the subscriber.`
        : words`Only with every writer stopped and the slot’s lag at 0: what has not arrived is lost to the subscriber.`,
    }),
  });
}

/** Ends what `subscribe` began, the slot on the publisher with it. */
export const unsubscribe = (
  { subscription, publication }: OperationArguments['unsubscribe'],
  _situation: Situation,
): Outcome =>
  performed({
    does: words`On the subscriber: end ${code(subscription)}`,
    scripts: [ends(subscription)],
    worked: words`${code(subscription)} is not in ${code('pg_subscription')} on the subscriber, nor its slot in ${code('pg_replication_slots')} on the publisher`,
    undo: back([starts({ subscription, publication, copy: false })], {
      note: words`Only while nothing writes and both sides hold the same rows.`,
    }),
  });
