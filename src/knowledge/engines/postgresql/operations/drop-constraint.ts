import type { Situation } from '#model/engine.ts';
import type { OperationArguments } from '#model/operations.ts';
import type { TableName } from '#model/schema.ts';
import type { Outcome, Script, Statement } from '#model/statement.ts';
import { code, words } from '#model/text.ts';
import { comes, withoutEnd } from '../names.ts';
import { bareName, quoteName, quoteTable, regclass, sqlString } from '../quote.ts';
import { back, measure, performed, plainly, short, statement, unhurried } from '../statement.ts';
import { attach } from './attach-index.ts';
import { addUnproved, dropNamed, prove } from './constraint-statements.ts';
import { buildUnique } from './index-statements.ts';

type Args = OperationArguments['dropConstraint'];

const lockAll = (tables: readonly [TableName, ...TableName[]]): Statement =>
  statement(`LOCK TABLE ${tables.map(quoteTable).join(', ')} IN ACCESS EXCLUSIVE MODE`, {
    locks: Object.fromEntries(tables.map((one) => [one, 'ACCESS EXCLUSIVE' as const])),
    work: 'none',
    page: 'sql-lock',
    remark: 'in the order of a transaction that writes both',
  });

const keyed = /^(unique|primary\s+key)\s*\((.*)\)$/is;
const pointing = /\breferences\s+((?:"(?:[^"]|"")+"|[\w$.])+)/i;

/** The table that a foreign key points to, as said or as its definition says. */
const referenced = ({ references, definition = '' }: Args): string | undefined =>
  references ?? pointing.exec(definition)?.[1];

/** Back in the careful way: unproved, then proved; a unique one through an index that is built first. */
function addAgain(args: Args, definition: string): readonly [Script, ...Script[]] {
  const { table, constraint } = args;
  const [, kind = '', columns = ''] = keyed.exec(definition) ?? [];
  if (kind !== '') {
    const index = `${bareName(constraint)}_again`;
    return [
      unhurried(
        buildUnique(
          table,
          index,
          columns.split(',').map((column) => column.trim()),
        ),
      ),
      short(attach({ table, constraint, index }, /^unique$/i.test(kind) ? 'UNIQUE' : 'PRIMARY KEY')),
    ];
  }
  const references = referenced(args);
  return [
    short(addUnproved(table, constraint, definition.replace(/\s+not\s+valid$/i, ''), references)),
    unhurried(prove(table, constraint, references)),
  ];
}

const addSaved = ({ table, constraint }: Args): Script =>
  short(
    statement(
      `ALTER TABLE ${table} ADD CONSTRAINT ${constraint} <the definition that was saved before the drop> NOT VALID`,
      {
        language: 'text',
        locks: { [table]: 'ACCESS EXCLUSIVE' },
        page: 'sql-altertable#SQL-ALTERTABLE-DESC-ADD-TABLE-CONSTRAINT',
        deltas: [comes('constraint', constraint)],
        remark: 'then VALIDATE CONSTRAINT in a file of its own',
      },
    ),
  );

/** Takes a constraint away in an instant. The way back must prove every row again. */
export function dropConstraint(args: Args, _situation: Situation): Outcome {
  const { table, constraint, definition } = args;
  const references = referenced(args);
  const dropped = dropNamed(table, constraint, references);
  const drop = args.lockFirst ? short(lockAll(args.lockFirst), dropped) : short(dropped);
  const save = plainly(
    statement(
      `SELECT pg_get_constraintdef(oid) FROM pg_constraint WHERE conrelid = ${regclass(table)} AND conname = ${sqlString(bareName(quoteName(constraint)))}`,
      { work: 'none', page: 'functions-info#FUNCTIONS-INFO-CATALOG', remark: 'keep the answer: the way back needs it' },
    ),
  );
  return performed({
    does: words`Drop the constraint ${code(constraint)} of ${code(table)}${references === undefined ? '' : words`; ${code(references)} is locked with it for a moment`}`,
    scripts: definition === undefined ? [save, drop] : [drop],
    worked: words`${code(constraint)} is no longer listed in ${code(table)} on any node`,
    undo: back(definition === undefined ? [addSaved(args)] : addAgain(args, withoutEnd(definition)), {
      minutes: measure(words`reading every row of ${code(table)} once, on a copy with production's size`),
      note: words`Rows written in between that do not fit make the proof fail and are named: decide on them first.`,
    }),
  });
}
