import type { Situation } from '#model/engine.ts';
import type { OperationArguments } from '#model/operations.ts';
import type { Outcome } from '#model/statement.ts';
import { code, words } from '#model/text.ts';
import { quoteName, quoteTable } from '../quote.ts';
import { back, performed, short } from '../statement.ts';
import { addUnproved, dropNamed } from './constraint-statements.ts';

/** Adds a foreign key for new rows; the old ones are proved by `validateConstraint`. */
export function addForeignKey(args: OperationArguments['addForeignKey'], _situation: Situation): Outcome {
  const { table, constraint, columns, references, referencedColumns, onDelete } = args;
  const { rules = onDelete === undefined ? '' : `ON DELETE ${onDelete}` } = args;
  const [from, to] = [columns, referencedColumns].map((names) => names.map(quoteName).join(', '));
  const definition = `FOREIGN KEY (${from}) REFERENCES ${quoteTable(references)} (${to})${rules === '' ? '' : ` ${rules}`}`;
  return performed({
    does: words`Add the foreign key ${code(constraint)} from ${code(table)} to ${code(references)}, unproved: it counts for new and changed rows`,
    scripts: [short(addUnproved(table, constraint, definition, references))],
    worked: words`${code(`\\d ${table}`)} lists ${code(constraint)} with ${code('NOT VALID')}; writes to ${code(table)} and ${code(references)} go through`,
    undo: back([short(dropNamed(table, constraint, references))], {
      note: words`The drop locks ${code(table)} and ${code(references)} against reads as well, for a moment.`,
    }),
  });
}
