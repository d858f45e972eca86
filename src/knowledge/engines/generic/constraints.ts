import type { Situation } from '#model/engine.ts';
import type { Operations } from '#model/operations.ts';
import { code, words } from '#model/text.ts';
import { back, described, lockQuestion, unneeded } from './described.ts';

const add = (table: string, constraint: string, what: string) => ({
  text: `Add to ${table} the constraint ${constraint}: ${what}.`,
  deltas: [{ kind: 'add-object', object: `constraint ${constraint}` } as const],
  question: `Can this engine add ${constraint} to ${table} without reading all rows under a lock, and prove it later?`,
});

const drop = (table: string, constraint: string) => ({
  text: `Drop the constraint ${constraint} of ${table}.`,
  deltas: [{ kind: 'drop-object', object: `constraint ${constraint}` } as const],
  question: lockQuestion('drop a constraint', table),
});

const adding = (table: string, constraint: string, what: string) =>
  described({
    does: words`Add ${code(constraint)} to ${code(table)}`,
    run: add(table, constraint, what),
    worked: words`${code(constraint)} is listed, and a row that breaks it is refused on a copy`,
    undo: back(drop(table, constraint)),
  });

/** The index is part of the constraint from then on; the way back leaves an index again. */
const attaching = (table: string, constraint: string, index: string, what: string) =>
  described({
    does: words`Make ${code(index)} the ${what} of ${code(table)}`,
    run: {
      text: `Add to ${table} the ${what} ${constraint}, taking over the unique index ${index} if the engine can.`,
      deltas: [
        { kind: 'drop-object', object: `index ${index}` },
        { kind: 'add-object', object: `constraint ${constraint}` },
      ],
      question: `Can this engine make a finished unique index the ${what} of ${table} without building it again?`,
    },
    worked: words`${code(constraint)} is listed as ${what} of ${code(table)}`,
    undo: back({
      text: `Drop the constraint ${constraint} of ${table} and build the unique index ${index} again.`,
      deltas: [
        { kind: 'drop-object', object: `constraint ${constraint}` },
        { kind: 'add-object', object: `index ${index}` },
      ],
      question: lockQuestion('drop a constraint and build an index', table),
    }),
  });

const attachUnique: Operations<Situation>['attachUnique'] = ({ table, constraint, index }) =>
  attaching(table, constraint, index, 'unique constraint');

const attachPrimaryKey: Operations<Situation>['attachPrimaryKey'] = ({ table, constraint, index }) =>
  attaching(table, constraint, index, 'primary key');

const addCheck: Operations<Situation>['addCheck'] = ({ table, constraint, expression }) =>
  adding(
    table,
    constraint,
    `every new row must satisfy ${expression}, rows that are there are not looked at yet if the engine can`,
  );

const addForeignKey: Operations<Situation>['addForeignKey'] = ({
  table,
  constraint,
  columns,
  references,
  referencedColumns,
  onDelete,
  rules = onDelete === undefined ? '' : `on delete ${onDelete}`,
}) =>
  adding(
    table,
    constraint,
    `${columns.join(', ')} must be found in ${references} (${referencedColumns.join(', ')})${rules === '' ? '' : `, ${rules}`}, rows that are there are not looked at yet if the engine can`,
  );

const validateConstraint: Operations<Situation>['validateConstraint'] = ({ table, constraint }) =>
  described({
    does: words`Prove ${code(constraint)} for the rows that are there`,
    run: {
      text: `Have the engine prove that every row of ${table} satisfies ${constraint}.`,
      question: lockQuestion('prove a constraint', table),
    },
    worked: words`${code(constraint)} is listed as proved`,
    undo: unneeded(words`a proof changes nothing that anyone reads`),
  });

const dropConstraint: Operations<Situation>['dropConstraint'] = ({ table, constraint, definition }) =>
  described({
    does: words`Drop ${code(constraint)} of ${code(table)}`,
    run: drop(table, constraint),
    worked: words`${code(constraint)} is no longer listed`,
    undo: back(
      add(table, constraint, definition ?? 'as it was noted before'),
      'nothing',
      words`Rows written meanwhile that break ${code(constraint)} must be mended first.`,
    ),
  });

export const constraints = {
  attachUnique,
  attachPrimaryKey,
  addCheck,
  addForeignKey,
  validateConstraint,
  dropConstraint,
};
