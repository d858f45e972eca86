import type { Situation } from '#model/engine.ts';
import type { OperationArguments } from '#model/operations.ts';
import type { Outcome } from '#model/statement.ts';
import { code, words } from '#model/text.ts';
import { back, measure, performed, short } from '../statement.ts';
import { attach, detach } from './attach-index.ts';

/** Makes a constraint of a unique index that is there. */
export const attachUnique = (args: OperationArguments['attachUnique'], _situation: Situation): Outcome =>
  performed({
    does: words`Make the unique index ${code(args.index)} the constraint ${code(args.constraint)} of ${code(args.table)}`,
    scripts: [short(attach(args, 'UNIQUE'))],
    worked: words`${code(`\\d ${args.table}`)} lists ${code(`${args.constraint} UNIQUE CONSTRAINT`)}`,
    undo: back(detach(args, args.columns ?? [`<columns of ${args.index}>`]), {
      minutes: measure(words`building a unique index on ${code(args.table)} on a copy with production's size`),
      note: words`A foreign key that points to ${code(args.constraint)} makes PostgreSQL refuse the drop: it goes first.`,
    }),
  });
