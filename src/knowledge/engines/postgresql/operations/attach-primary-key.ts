import type { Situation } from '#model/engine.ts';
import type { OperationArguments } from '#model/operations.ts';
import type { Outcome } from '#model/statement.ts';
import { code, words } from '#model/text.ts';
import { back, measure, performed, short } from '../statement.ts';
import { attach, detach } from './attach-index.ts';

/** Makes the primary key of a unique index that is there, over columns that are NOT NULL already. */
export const attachPrimaryKey = (args: OperationArguments['attachPrimaryKey'], _situation: Situation): Outcome =>
  performed({
    does: words`Make the unique index ${code(args.index)} the primary key ${code(args.constraint)} of ${code(args.table)}`,
    scripts: [short(attach(args, 'PRIMARY KEY'))],
    worked: words`${code(`\\d ${args.table}`)} lists ${code(`${args.constraint} PRIMARY KEY`)}`,
    undo: back(detach(args, args.columns), {
      minutes: measure(words`building a unique index on ${code(args.table)} on a copy with production's size`),
      note: words`Logical replication of ${code(args.table)} has no key from then on and refuses updates; a foreign key that points to it makes PostgreSQL refuse the drop.`,
    }),
  });
