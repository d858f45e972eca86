import type { Situation } from '#model/engine.ts';
import type { Operations } from '#model/operations.ts';
import { columnName } from '#model/schema.ts';
import { code, words } from '#model/text.ts';
import { back, described, gone, lockQuestion } from './described.ts';

const withDefault = (value: string | undefined) => (value === undefined ? '' : ` with the default ${value}`);

const addColumn: Operations<Situation>['addColumn'] = ({ table, column, type, nullable, default: value }) => {
  const name = columnName(table, column);
  const question = `Does adding ${name}${withDefault(value)} rewrite the table or block writes on this engine and version?`;
  return described({
    does: words`Add ${code(name)}`,
    run: {
      text: `Add the column ${column} of type ${type} to ${table}, ${nullable ? 'allowing NULL' : 'not allowing NULL'}${withDefault(value)}.`,
      deltas: [
        {
          kind: 'add-column',
          column: name,
          is: { nullable, hasDefault: value !== undefined, filled: value !== undefined },
        },
      ],
      question,
    },
    worked: words`the definition of ${code(table)} shows ${code(column)} as ordered`,
    undo: back({
      text: `Drop the column ${column} of ${table}.`,
      deltas: [{ kind: 'drop-column', column: name }],
      question: lockQuestion('drop a column', table),
    }),
  });
};

const dropColumn: Operations<Situation>['dropColumn'] = ({ table, column }) =>
  described({
    does: words`Drop ${code(columnName(table, column))}`,
    run: {
      text: `Drop the column ${column} of ${table}.`,
      deltas: [{ kind: 'drop-column', column: columnName(table, column) }],
      question: lockQuestion('drop a column', table),
    },
    worked: words`the definition of ${code(table)} no longer shows ${code(column)}`,
    undo: gone(
      words`a dropped column is taken to be gone on an engine of which nothing is known`,
      words`the values of ${code(columnName(table, column))}, except where an export or a restore has them`,
    ),
  });

const renameColumn: Operations<Situation>['renameColumn'] = ({ table, from, to }) => {
  const rename = (old: string, now: string) => ({
    text: `Rename the column ${old} of ${table} to ${now}.`,
    deltas: [{ kind: 'rename-column', from: columnName(table, old), to: columnName(table, now) } as const],
    question: lockQuestion('rename a column', table),
  });
  return described({
    does: words`Rename ${code(columnName(table, from))} to ${code(to)}`,
    run: rename(from, to),
    worked: words`the definition of ${code(table)} shows ${code(to)} and not ${code(from)}`,
    undo: back(rename(to, from)),
  });
};

const changeType: Operations<Situation>['changeType'] = ({ table, column, from, to, using }) => {
  const name = columnName(table, column);
  return described({
    does: words`Change the type of ${code(name)} from ${code(from)} to ${code(to)}`,
    run: {
      text: `Change the type of ${column} in ${table} from ${from} to ${to}${using === undefined ? '' : `, computing each value as ${using}`}.`,
      question: `Does changing ${name} from ${from} to ${to} rewrite the table, and who is blocked meanwhile?`,
    },
    worked: words`the definition of ${code(table)} shows ${code(column)} as ${code(to)}`,
    undo: back(
      {
        text: `Change the type of ${column} in ${table} back from ${to} to ${from}.`,
        question: `Does ${from} hold every value that was written to ${name} as ${to}?`,
      },
      { what: words`values of ${code(name)} that ${code(from)} cannot hold` },
    ),
  });
};

const changeCollation: Operations<Situation>['changeCollation'] = ({ table, column, from, to }) => {
  const set = (collation: string) => ({
    text: `Set the collation of ${column} in ${table} to ${collation}.`,
    question: `Does a change of collation rewrite ${table} or rebuild its indexes, and who is blocked meanwhile?`,
  });
  return described({
    does: words`Change the collation of ${code(columnName(table, column))} to ${code(to)}`,
    run: set(to),
    worked: words`the definition of ${code(table)} shows the collation ${code(to)}, and each index on ${code(column)} is usable`,
    undo: back(set(from ?? 'the one that was noted before')),
  });
};

const haveDefault = (table: string, column: string, value: string) => ({
  text: `Set the default of ${column} in ${table} to ${value}.`,
  deltas: [{ kind: 'alter-column', column: columnName(table, column), set: { hasDefault: true } } as const],
  question: lockQuestion('set a default', table),
});

const haveNone = (table: string, column: string) => ({
  text: `Remove the default of ${column} in ${table}.`,
  deltas: [{ kind: 'alter-column', column: columnName(table, column), set: { hasDefault: false } } as const],
  question: lockQuestion('remove a default', table),
});

const setDefault: Operations<Situation>['setDefault'] = ({ table, column, default: value, was }) =>
  described({
    does: words`Set the default of ${code(columnName(table, column))} to ${code(value)}`,
    run: haveDefault(table, column, value),
    worked: words`a row inserted without ${code(column)} on a copy gets ${code(value)}`,
    undo: back(was === undefined ? haveNone(table, column) : haveDefault(table, column, was)),
  });

const dropDefault: Operations<Situation>['dropDefault'] = ({ table, column, was }) =>
  described({
    does: words`Remove the default of ${code(columnName(table, column))}`,
    run: haveNone(table, column),
    worked: words`the definition of ${code(table)} shows no default for ${code(column)}`,
    undo: back(haveDefault(table, column, was)),
  });

const requireValue = (table: string, column: string) => ({
  text: `Make sure that no row of ${table} has NULL in ${column}, then forbid NULL there.`,
  deltas: [{ kind: 'alter-column', column: columnName(table, column), set: { nullable: false } } as const],
  question: `Can this engine forbid NULL in ${columnName(table, column)} without reading the whole table under a lock?`,
});

const allowNull = (table: string, column: string) => ({
  text: `Allow NULL in ${column} of ${table}.`,
  deltas: [{ kind: 'alter-column', column: columnName(table, column), set: { nullable: true } } as const],
  question: lockQuestion('allow NULL', table),
});

const setNotNull: Operations<Situation>['setNotNull'] = ({ table, column }) =>
  described({
    does: words`Forbid NULL in ${code(columnName(table, column))}`,
    run: requireValue(table, column),
    worked: words`the definition of ${code(table)} shows ${code(column)} as not null`,
    undo: back(allowNull(table, column)),
  });

const dropNotNull: Operations<Situation>['dropNotNull'] = ({ table, column }) =>
  described({
    does: words`Allow NULL in ${code(columnName(table, column))}`,
    run: allowNull(table, column),
    worked: words`the definition of ${code(table)} shows ${code(column)} as nullable`,
    undo: back(
      requireValue(table, column),
      'nothing',
      words`Rows that got ${code('NULL')} meanwhile need a value first.`,
    ),
  });

const addGeneratedColumn: Operations<Situation>['addGeneratedColumn'] = ({
  table,
  column,
  type,
  expression,
  stored,
}) => {
  const name = columnName(table, column);
  return described({
    does: words`Add ${code(name)}, computed as ${code(expression)}`,
    run: {
      text: `Add to ${table} the column ${column} of type ${type} that the database computes as ${expression}, ${stored ? 'stored' : 'computed when read'}.`,
      deltas: [
        { kind: 'add-column', column: name, is: { nullable: true, hasDefault: false, filled: true, generated: true } },
      ],
      question: `Does this engine have ${stored ? 'stored' : 'virtual'} generated columns, and does adding one rewrite ${table}?`,
    },
    worked: words`${code(column)} shows the right value in a few rows`,
    undo: back({
      text: `Drop the column ${column} of ${table}.`,
      deltas: [{ kind: 'drop-column', column: name }],
      question: lockQuestion('drop a column', table),
    }),
  });
};

export const columns = {
  addColumn,
  dropColumn,
  renameColumn,
  changeType,
  changeCollation,
  setDefault,
  dropDefault,
  setNotNull,
  dropNotNull,
  addGeneratedColumn,
};
