import type { Situation } from '#model/engine.ts';
import type { OperationArguments } from '#model/operations.ts';
import type { Outcome, Script, Statement } from '#model/statement.ts';
import { code, words } from '#model/text.ts';
import { inManual, pages } from '../manual.ts';
import { comes, withoutEnd } from '../names.ts';
import { bareName, objectId, quoteName, quoteTable, sqlString } from '../quote.ts';
import { reading } from '../reading.ts';
import { back, measure, performed, plainly, short, statement } from '../statement.ts';
import { addUnproved, dropNamed, prove } from './constraint-statements.ts';

/** Adds a check for new rows; the old ones are proved by `validateConstraint`. */
export const addCheck = (
  { table, constraint, expression }: OperationArguments['addCheck'],
  _situation: Situation,
): Outcome =>
  performed({
    does: words`Add the check ${code(constraint)} to ${code(table)}, unproved: it counts for new and changed rows`,
    scripts: [short(addUnproved(table, constraint, `CHECK (${expression})`))],
    worked: words`${code('sys.check_constraints')} lists ${code(constraint)} with ${code('is_not_trusted = 1')}; writes of the application go through. An update of a row that does not fit is refused`,
    undo: back([short(dropNamed(table, constraint))]),
  });

/** There is no RESTRICT: NO ACTION refuses as well. */
const action = (onDelete: string | undefined): string =>
  onDelete === undefined ? '' : ` ON DELETE ${/^restrict$/i.test(onDelete.trim()) ? 'NO ACTION' : onDelete}`;

/** Adds a foreign key for new rows; the old ones are proved by `validateConstraint`. */
export function addForeignKey(args: OperationArguments['addForeignKey'], _situation: Situation): Outcome {
  const { table, constraint, columns, references, referencedColumns, onDelete, rules } = args;
  const [from, to] = [columns, referencedColumns].map((names) => names.map(quoteName).join(', '));
  const definition = `FOREIGN KEY (${from}) REFERENCES ${quoteTable(references)} (${to})${rules === undefined ? action(onDelete) : ` ${rules}`}`;
  return performed({
    does: words`Add the foreign key ${code(constraint)} from ${code(table)} to ${code(references)}, unproved: it counts for new and changed rows`,
    scripts: [short(addUnproved(table, constraint, definition, references))],
    worked: words`${code('sys.foreign_keys')} lists ${code(constraint)} with ${code('is_not_trusted = 1')}; writes to both tables go through. It makes no index on ${code(columns.join(', '))}: without one each delete from ${code(references)} reads ${code(table)}`,
    undo: back([short(dropNamed(table, constraint, references))]),
  });
}

/** Reads every row under Sch-M: a step for a quiet hour. Until then the constraint holds for every write, and only the optimizer does without it. */
export const validateConstraint = (
  { table, constraint, references }: OperationArguments['validateConstraint'],
  _situation: Situation,
): Outcome =>
  performed({
    does: words`Prove ${code(constraint)} for every row of ${code(table)}: nobody can use it meanwhile${references === undefined ? '' : words`, nor ${code(references)}`}`,
    scripts: [short(prove(table, constraint, references))],
    worked: words`${code('is_not_trusted = 0')} for ${code(constraint)}. An error names the constraint: find the rows by the count, mend them, run again`,
    undo: { kind: 'unneeded', because: words`the constraint counted for every write before; now it is also trusted` },
  });

type Dropped = OperationArguments['dropConstraint'];

/** Locks in the order of a transaction that writes both: SQL Server has no LOCK TABLE. */
const lockFirst = (table: string): Statement =>
  statement(`SELECT TOP (0) 1 AS locked FROM ${quoteTable(table)} WITH (TABLOCKX, HOLDLOCK)`, {
    locks: { [table]: 'X' },
    work: 'none',
    page: pages.hints,
    remark: 'in the order of a transaction that writes both',
  });

const keyed = /^(?:unique|primary\s+key)\b/i;
const pointing = /\breferences\s+((?:\[[^\]]*\]|"[^"]*"|[\w$#.@])+)/i;

/** Back in the careful way: unproved, then proved. A key builds its index again. */
function addAgain({ table, constraint, references }: Dropped, definition: string): readonly [Script, ...Script[]] {
  if (keyed.test(definition))
    return [
      short(
        statement(`ALTER TABLE ${quoteTable(table)} ADD CONSTRAINT ${quoteName(constraint)} ${definition}`, {
          locks: { [table]: 'Sch-M' },
          work: 'index build',
          page: 't-sql/statements/alter-table-table-constraint-transact-sql',
          deltas: [comes('constraint', constraint)],
        }),
      ),
    ];
  return [short(addUnproved(table, constraint, definition, references)), short(prove(table, constraint, references))];
}

const saved = ({ table, constraint, references }: Dropped): Script =>
  short({
    ...addUnproved(table, constraint, '<the definition that was saved before the drop>', references),
    language: 'text',
    remark: 'then WITH CHECK CHECK CONSTRAINT in a file of its own',
  });

/** Takes a constraint away in a moment. The way back must read every row again before it is trusted. */
export function dropConstraint(args: Dropped, _situation: Situation): Outcome {
  const { table, constraint, definition } = args;
  const references = args.references ?? pointing.exec(definition ?? '')?.[1];
  const dropped = dropNamed(table, constraint, references);
  const [first, ...rest] = [...(args.lockFirst ?? []).map(lockFirst), dropped];
  const save = plainly(
    reading(
      `SELECT o.name, o.type_desc, OBJECT_DEFINITION(o.object_id) AS check_or_default, OBJECT_NAME(f.referenced_object_id) AS refers_to, f.delete_referential_action_desc,
  COL_NAME(k.parent_object_id, k.parent_column_id) AS column_name, COL_NAME(k.referenced_object_id, k.referenced_column_id) AS referred_column
FROM sys.objects AS o LEFT JOIN sys.foreign_keys AS f ON f.object_id = o.object_id LEFT JOIN sys.foreign_key_columns AS k ON k.constraint_object_id = o.object_id
WHERE o.parent_object_id = ${objectId(table)} AND o.name = ${sqlString(bareName(constraint))}`,
      {
        source: inManual('relational-databases/system-catalog-views/sys-foreign-key-columns-transact-sql'),
        remark: 'keep the answer: the way back needs it',
      },
    ),
  );
  const drop = short(first ?? dropped, ...rest);
  const withReference = references === undefined ? args : { ...args, references };
  return performed({
    does: words`Drop the constraint ${code(constraint)} of ${code(table)}${references === undefined ? '' : words`; ${code(references)} is locked with it for a moment`}`,
    scripts: definition === undefined ? [save, drop] : [drop],
    worked: words`${code(constraint)} is not in ${code('sys.objects')}`,
    undo: back(definition === undefined ? [saved(withReference)] : addAgain(withReference, withoutEnd(definition)), {
      minutes: measure(words`reading every row of ${code(table)} once, on a copy with production's size`),
      note: words`Rows written in between that do not fit make the proof fail: decide on them first.`,
    }),
  });
}
