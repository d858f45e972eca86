import type { Situation } from '#model/engine.ts';
import type { Operations } from '#model/operations.ts';
import { code, words } from '#model/text.ts';
import { allOf, back, described, gone, lockQuestion } from './described.ts';

const createTable: Operations<Situation>['createTable'] = ({ table, columns }) =>
  described({
    does: words`Create ${code(table)}`,
    run: {
      text: `Create the table ${table} with ${columns}.`,
      deltas: allOf(table),
      question: `Does creating ${table} take a lock on any table that it refers to?`,
    },
    worked: words`${code(table)} is listed with its columns, keys and grants`,
    undo: back(
      {
        text: `Drop the table ${table}.`,
        deltas: [{ kind: 'drop-table', table }],
        question: lockQuestion('drop a table', table),
      },
      'nothing',
      words`Rows written to ${code(table)} since go with it.`,
    ),
  });

const dropTable: Operations<Situation>['dropTable'] = ({ table }) =>
  described({
    does: words`Drop ${code(table)}`,
    run: {
      text: `Drop the table ${table}.`,
      deltas: [{ kind: 'drop-table', table }],
      question: `What else does this engine drop with ${table}, and can it be had back?`,
    },
    worked: words`${code(table)} is no longer listed, and no error names it`,
    undo: gone(
      words`a dropped table is taken to be gone on an engine of which nothing is known`,
      words`every row of ${code(table)}, except where an export or a restore has them`,
    ),
  });

const renameTable: Operations<Situation>['renameTable'] = ({ from, to, compatibilityView }) =>
  described({
    does: words`Rename ${code(from)} to ${code(to)}${compatibilityView ? ' and leave a view under the old name' : ''}`,
    run: {
      text: `Rename the table ${from} to ${to}${compatibilityView ? ` and, in the same transaction if the engine can, create a view ${from} of it that can be written to` : ''}.`,
      deltas: [{ kind: 'rename-table', from, to }, ...(compatibilityView ? allOf(from) : [])],
      question: compatibilityView
        ? `Can this engine rename ${from} and create a view under its name in one transaction, and can that view be written to?`
        : lockQuestion('rename a table', from),
    },
    worked: words`reads and writes through each name that is meant to work do so`,
    undo: back({
      text: `${compatibilityView ? `Drop the view ${from} and rename` : 'Rename'} the table ${to} back to ${from}.`,
      deltas: [
        ...(compatibilityView ? [{ kind: 'drop-table', table: from } as const] : []),
        { kind: 'rename-table', from: to, to: from },
      ],
      question: lockQuestion('rename a table', to),
    }),
  });

const dropCompatibilityView: Operations<Situation>['dropCompatibilityView'] = ({ view, table }) =>
  described({
    does: words`Drop the view ${code(view)}`,
    run: {
      text: `Drop the view ${view}.`,
      deltas: [{ kind: 'drop-table', table: view }],
      question: `Does dropping ${view} wait for running queries on ${table}?`,
    },
    worked: words`no error names ${code(view)}`,
    undo: back({
      text: `Create the view ${view} of ${table} again, so that it can be written to.`,
      deltas: allOf(view),
      question: `Can a view of ${table} be written to on this engine?`,
    }),
  });

export const tables = { createTable, dropTable, renameTable, dropCompatibilityView };
