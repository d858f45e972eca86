import type { Situation } from '#model/engine.ts';
import type { OperationArguments } from '#model/operations.ts';
import type { Outcome, Script, Statement } from '#model/statement.ts';
import { code, words } from '#model/text.ts';
import { comes, goes, withoutEnd } from '../../postgresql/names.ts';
import { pages } from '../manual.ts';
import { bareName, quoteIndex, quoteName, quoteTable } from '../quote.ts';
import { reading } from '../reading.ts';
import { back, job, jobs, measure, performed, plainly } from '../statement.ts';

/** Adds a constraint that counts for new rows at once and says nothing of the old. `definition` follows its name. */
const addUnproved = (table: string, constraint: string, definition: string): Statement =>
  job(`ALTER TABLE ${quoteTable(table)} ADD CONSTRAINT ${quoteName(constraint)} ${definition} NOT VALID`, {
    page: pages.addConstraint,
    deltas: [comes('constraint', constraint)],
    remark: 'reads no row; from here on new and changed rows must fit',
  });

const prove = (table: string, constraint: string): Statement =>
  job(`ALTER TABLE ${quoteTable(table)} VALIDATE CONSTRAINT ${quoteName(constraint)}`, {
    work: 'scan',
    page: pages.validate,
  });

const dropNamed = (table: string, constraint: string, { ifExists = false } = {}): Statement =>
  job(`ALTER TABLE ${quoteTable(table)} DROP CONSTRAINT ${ifExists ? 'IF EXISTS ' : ''}${quoteName(constraint)}`, {
    page: pages.dropConstraint,
    deltas: [goes('constraint', constraint)],
  });

const shown = (table: string) => code(`SHOW CONSTRAINTS FROM ${table}`);

export const addCheck = (
  { table, constraint, expression }: OperationArguments['addCheck'],
  _situation: Situation,
): Outcome =>
  performed({
    does: words`Add the check ${code(constraint)} to ${code(table)}, unproved: it counts for new and changed rows`,
    scripts: [jobs(addUnproved(table, constraint, `CHECK (${expression})`))],
    worked: words`${shown(table)} lists ${code(constraint)} with ${code('validated = false')}; writes of the application go through`,
    undo: back([jobs(dropNamed(table, constraint, { ifExists: true }))]),
  });

export function addForeignKey(args: OperationArguments['addForeignKey'], _situation: Situation): Outcome {
  const { table, constraint, columns, references, referencedColumns, onDelete } = args;
  const { rules = onDelete === undefined ? '' : `ON DELETE ${onDelete}` } = args;
  const [from, to] = [columns, referencedColumns].map((names) => names.map(quoteName).join(', '));
  const definition = `FOREIGN KEY (${from}) REFERENCES ${quoteTable(references)} (${to})${rules === '' ? '' : ` ${rules}`}`;
  return performed({
    does: words`Add the foreign key ${code(constraint)} from ${code(table)} to ${code(references)}, unproved: it counts for new and changed rows`,
    scripts: [jobs(addUnproved(table, constraint, definition))],
    worked: words`${shown(table)} lists ${code(constraint)} with ${code('validated = false')}; writes to ${code(table)} and ${code(references)} go through. It makes no index on ${code(columns.join(', '))}: without one each delete from ${code(references)} reads all of ${code(table)}`,
    undo: back([jobs(dropNamed(table, constraint, { ifExists: true }))]),
  });
}

export const validateConstraint = (
  { table, constraint }: OperationArguments['validateConstraint'],
  _situation: Situation,
): Outcome =>
  performed({
    does: words`Prove ${code(constraint)} for every row of ${code(table)}, beside reads and writes`,
    scripts: [jobs(prove(table, constraint))],
    worked: words`${shown(table)} lists ${code(constraint)} with ${code('validated = true')}. An error names a row that does not fit: mend it, run again`,
    undo: { kind: 'unneeded', because: words`the constraint counted for every write before; now it is also proved` },
  });

type Dropped = OperationArguments['dropConstraint'];

/** What makes a constraint the key: its definition, or the name that every key of the engine has. */
const isKey = ({ constraint, definition = '' }: Dropped): boolean =>
  /^primary\s+key\b/i.test(definition.trim()) || (definition.trim() === '' && /_pkey$/i.test(bareName(constraint)));

const isUnique = ({ definition = '' }: Dropped): boolean => /^unique\b/i.test(definition.trim());

/** A unique constraint is its index. CASCADE is what the manual asks for, and it drops without a word what needs the index. */
const dropUnique = ({ table, constraint }: Dropped): Statement =>
  job(`DROP INDEX ${quoteIndex(table, constraint)} CASCADE`, {
    page: pages.dropIndex,
    deltas: [goes('constraint', constraint)],
    remark: 'CASCADE also drops, unlisted, each foreign key that points to these columns: they were listed before',
  });

function addAgain({ table, constraint, definition = '' }: Dropped): readonly [Script, ...Script[]] {
  if (isUnique({ table, constraint, definition }))
    return [
      jobs(
        job(`ALTER TABLE ${quoteTable(table)} ADD CONSTRAINT ${quoteName(constraint)} ${withoutEnd(definition)}`, {
          work: 'index build',
          page: pages.addConstraint,
          deltas: [comes('constraint', constraint)],
        }),
      ),
    ];
  return [
    jobs(addUnproved(table, constraint, withoutEnd(definition).replace(/\s+not\s+valid$/i, ''))),
    jobs(prove(table, constraint)),
  ];
}

const saved = ({ table, constraint }: Dropped): Script =>
  jobs({
    ...addUnproved(table, constraint, '<details as they were saved before the drop>'),
    language: 'text',
    remark: 'then VALIDATE CONSTRAINT in a file of its own',
  });

/** Takes a constraint away. The way back must prove every row again. */
export function dropConstraint(args: Dropped, _situation: Situation): Outcome {
  const { table, constraint, definition } = args;
  if (isKey(args))
    return {
      kind: 'cannot',
      because: words`a table of CockroachDB has a primary key at every moment: ${code(constraint)} cannot go before another one is there`,
      instead: words`Change the key in one step, ${code(`ALTER TABLE ${quoteTable(table)} ALTER PRIMARY KEY USING COLUMNS (…)`)}: the kind of change for a primary key plans it`,
    };
  const save = plainly(
    reading(`SHOW CONSTRAINTS FROM ${quoteTable(table)}`, {
      page: 'show-constraints',
      remark: 'keep its details: the way back needs them',
    }),
  );
  const drop = jobs(isUnique(args) ? dropUnique(args) : dropNamed(table, constraint));
  return performed({
    does: words`Drop the constraint ${code(constraint)} of ${code(table)}`,
    scripts: definition === undefined ? [save, drop] : [drop],
    worked: words`${shown(table)} does not list ${code(constraint)}`,
    undo: back(definition === undefined ? [saved(args)] : addAgain(args), {
      minutes: measure(words`reading every row of ${code(table)} once, on a copy with production's size`),
      note: words`Rows written in between that do not fit make the proof fail and are named: decide on them first.`,
    }),
  });
}
