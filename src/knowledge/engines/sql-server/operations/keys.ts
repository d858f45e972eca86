import type { Situation } from '#model/engine.ts';
import type { OperationArguments } from '#model/operations.ts';
import type { Outcome, Statement } from '#model/statement.ts';
import { code, words } from '#model/text.ts';
import { comes } from '../names.ts';
import { quoteName, quoteTable } from '../quote.ts';
import { back, measure, performed, short, statement } from '../statement.ts';
import { hasOnline } from '../versions.ts';
import { dropNamed } from './constraint-statements.ts';
import { buildUnique, dropIndexNow, indexed } from './index-statements.ts';

interface Key {
  readonly table: string;
  readonly constraint: string;
  readonly index: string;
}

/** A constraint cannot take over an index that is there: it builds its own, and the first one goes in the same transaction. */
const add = (
  { table, constraint }: Key,
  kind: 'UNIQUE' | 'PRIMARY KEY',
  columns: readonly string[],
  situation: Situation,
): Statement =>
  statement(
    `ALTER TABLE ${quoteTable(table)} ADD CONSTRAINT ${quoteName(constraint)} ${kind} NONCLUSTERED (${columns.map((column) => indexed(column)).join(', ')})${hasOnline(situation) ? ' WITH (ONLINE = ON)' : ''}`,
    {
      locks: { [table]: hasOnline(situation) ? 'S' : 'Sch-M' },
      work: 'index build',
      page: 't-sql/statements/alter-table-table-constraint-transact-sql',
      deltas: [comes('constraint', constraint)],
      remark: hasOnline(situation)
        ? 'S only for a moment at its start and end, when writers queue behind it'
        : 'nobody can use the table until it is built',
    },
  );

function attach(key: Key, kind: 'UNIQUE' | 'PRIMARY KEY', columns: readonly string[], situation: Situation): Outcome {
  const { table, constraint, index } = key;
  const what = kind === 'UNIQUE' ? 'unique constraint' : 'primary key';
  return performed({
    does: words`Add the ${what} ${code(constraint)} to ${code(table)}, which builds an index of its own${hasOnline(situation) ? ' online' : ' while nobody can use the table'}, then drop ${code(index)}`,
    scripts: [short(add(key, kind, columns, situation)), short(dropIndexNow(table, index))],
    worked: words`${code('sys.key_constraints')} lists ${code(constraint)}; ${code(index)} is gone`,
    undo: back([buildUnique(table, index, columns, situation), short(dropNamed(table, constraint))], {
      minutes: measure(words`building a unique index on ${code(table)} on a copy with production's size`),
      note: words`A foreign key that points to ${code(constraint)} makes SQL Server refuse the drop: it goes first.`,
    }),
  });
}

/** A unique index already keeps duplicates out; the constraint only says so by another name. */
export const attachUnique = (args: OperationArguments['attachUnique'], situation: Situation): Outcome =>
  attach(args, 'UNIQUE', args.columns ?? [`<columns of ${args.index}>`], situation);

/** Nonclustered, so that the rows stay where they are. */
export const attachPrimaryKey = (args: OperationArguments['attachPrimaryKey'], situation: Situation): Outcome =>
  attach(args, 'PRIMARY KEY', args.columns, situation);
