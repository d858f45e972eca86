import type { Situation } from '#model/engine.ts';
import type { OperationArguments } from '#model/operations.ts';
import type { Outcome, Script } from '#model/statement.ts';
import { code, words } from '#model/text.ts';
import { inManual, pages } from '../manual.ts';
import { comes, withoutEnd } from '../names.ts';
import { dictionaryName, ownerOf, quoteName, quoteTable } from '../quote.ts';
import { reading } from '../reading.ts';
import { back, guarded, measure, performed, plainly, short, statement } from '../statement.ts';
import { addUnproved, dropCheck, dropNamed, prove } from './constraint-statements.ts';

/** Adds a check for new rows; the old ones are proved by `validateConstraint`. */
export const addCheck = (
  { table, constraint, expression }: OperationArguments['addCheck'],
  situation: Situation,
): Outcome =>
  performed({
    does: words`Add the check ${code(constraint)} to ${code(table)}, unproved: it counts for new and changed rows`,
    scripts: [short(addUnproved(table, constraint, `CHECK (${expression})`, situation))],
    worked: words`${code('user_constraints')} lists ${code(constraint)} as ${code('ENABLED')} and ${code('NOT VALIDATED')}; writes of the application go through. A row with NULL in it passes, and so does the empty string, which is NULL`,
    undo: back([short(dropCheck(table, constraint, situation))]),
  });

/** There is neither RESTRICT nor NO ACTION: a foreign key without a rule refuses the delete. Nor is there an ON UPDATE. */
const action = (onDelete: string | undefined): string =>
  onDelete !== undefined && /^(?:cascade|set\s+null)$/i.test(onDelete.trim()) ? ` ON DELETE ${onDelete}` : '';

/** Adds a foreign key for new rows; the old ones are proved by `validateConstraint`. */
export function addForeignKey(args: OperationArguments['addForeignKey'], situation: Situation): Outcome {
  const { table, constraint, columns, references, referencedColumns, onDelete, rules } = args;
  const [from, to] = [columns, referencedColumns].map((names) => names.map(quoteName).join(', '));
  const definition = `FOREIGN KEY (${from}) REFERENCES ${quoteTable(references)} (${to})${rules === undefined ? action(onDelete) : ` ${rules}`}`;
  return performed({
    does: words`Add the foreign key ${code(constraint)} from ${code(table)} to ${code(references)}, unproved: it counts for new and changed rows`,
    scripts: [short(addUnproved(table, constraint, definition, situation, references))],
    worked: words`${code('user_constraints')} lists ${code(constraint)} as ${code('ENABLED')} and ${code('NOT VALIDATED')}; writes to both tables go through. It makes no index on ${code(columns.join(', '))}: without one each delete and each change of a key in ${code(references)} locks the whole of ${code(table)}`,
    undo: back([short(dropNamed(table, constraint, references))]),
  });
}

/** The constraint holds for every write before; the proof makes it hold for every row. */
export const validateConstraint = (
  { table, constraint }: OperationArguments['validateConstraint'],
  situation: Situation,
): Outcome =>
  performed({
    does: words`Prove ${code(constraint)} for every row of ${code(table)}${situation.logicalReplication ? ': nobody can write to it meanwhile, because changes are captured' : ' while reads and writes go on'}`,
    scripts: [guarded(prove(table, constraint, situation))],
    worked: words`${code('user_constraints')} shows ${code(constraint)} as ${code('VALIDATED')}. ${code('ORA-02293')} (check) or ${code('ORA-02298')} (foreign key): find the rows by the count, mend them, run again`,
    undo: { kind: 'unneeded', because: words`the constraint counted for every write before; now it is also proved` },
  });

type Dropped = OperationArguments['dropConstraint'];

const keyed = /^(?:unique|primary\s+key)\b/i;
const pointing = /\breferences\s+((?:"[^"]*"|[\w$#.])+)/i;
const stateSaid = /\s+(?:enable|disable)\b[\s\S]*$/i;

/** Back in the careful way: unproved, then proved. A key builds its index again, and nobody can write meanwhile. */
function addAgain(
  { table, constraint, references }: Dropped,
  definition: string,
  situation: Situation,
): readonly [Script, ...Script[]] {
  if (keyed.test(definition))
    return [
      short(
        statement(`ALTER TABLE ${quoteTable(table)} ADD CONSTRAINT ${quoteName(constraint)} ${definition}`, {
          locks: { [table]: 'exclusive DDL' },
          work: 'index build',
          page: pages.constraint,
          deltas: [comes('constraint', constraint)],
        }),
      ),
    ];
  return [
    short(addUnproved(table, constraint, definition.replace(stateSaid, ''), situation, references)),
    guarded(prove(table, constraint, situation)),
  ];
}

const saved = ({ table, constraint, references }: Dropped, situation: Situation): Script =>
  short({
    ...addUnproved(table, constraint, '<the definition that was saved before the drop>', situation, references),
    language: 'text',
    remark: 'then MODIFY CONSTRAINT … ENABLE VALIDATE in a file of its own',
  });

/**
 * Takes a constraint away in a moment. The way back must read every row again before it is proved.
 *
 * Tables are not locked first: LOCK TABLE ends with the commit that begins the schema change.
 */
export function dropConstraint(args: Dropped, situation: Situation): Outcome {
  const { table, constraint, definition } = args;
  const references = args.references ?? pointing.exec(definition ?? '')?.[1];
  const drop = short(
    /^check\b/i.test((definition ?? '').trim())
      ? dropCheck(table, constraint, situation)
      : dropNamed(table, constraint, references),
  );
  const kind = `CASE constraint_type WHEN 'R' THEN 'REF_CONSTRAINT' ELSE 'CONSTRAINT' END`;
  const save = plainly(
    reading(
      `SELECT constraint_type, status, validated, index_name, DBMS_METADATA.GET_DDL(${kind}, constraint_name, owner) AS definition
FROM all_constraints WHERE owner = ${ownerOf(table)} AND constraint_name = ${dictionaryName(constraint)}`,
      {
        source: inManual('arpls/DBMS_METADATA.html'),
        remark: 'keep the answer (SET LONG 20000): the way back needs it',
      },
    ),
  );
  const withReference = references === undefined ? args : { ...args, references };
  return performed({
    does: words`Drop the constraint ${code(constraint)} of ${code(table)}${references === undefined ? '' : words`; ${code(references)} is locked with it for a moment`}. A key takes the index with it that was built for it; one that was there before may stay, and then goes by its own ${code('DROP INDEX')}`,
    scripts: definition === undefined ? [save, drop] : [drop],
    worked: words`${code(constraint)} is not in ${code('user_constraints')}`,
    undo: back(
      definition === undefined
        ? [saved(withReference, situation)]
        : addAgain(withReference, withoutEnd(definition), situation),
      {
        minutes: measure(words`reading every row of ${code(table)} once, on a copy with production's size`),
        note: words`Rows written in between that do not fit make the proof fail: decide on them first.`,
      },
    ),
  });
}
