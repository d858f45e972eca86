import type { Situation } from '#model/engine.ts';
import type { OperationArguments, Operations } from '#model/operations.ts';
import { columnName, type Delta } from '#model/schema.ts';
import type { Effect } from '#model/statement.ts';
import { code, words } from '#model/text.ts';
import { cloneThenDrop, dropping, lost } from '../../warehouses/drop-column.ts';
import { back, performed, restore, schemaChange, short } from '../../warehouses/statement.ts';
import { dialect } from './dialect.ts';
import { columnChanges, constraints } from './manual.ts';
import { typeChange } from './type-change.ts';

const { quoting } = dialect;

interface More {
  readonly deltas?: readonly Delta[];
  readonly work?: Effect['work'];
  readonly remark?: string;
}

const alter = (table: string, clause: string, more: More = {}, source = columnChanges) =>
  short(
    dialect,
    schemaChange(dialect, `ALTER TABLE ${quoting.table(table)} ${clause}`, {
      table,
      claim: 'columns',
      source,
      ...more,
    }),
  );

/** Two names change at once; what was written since stands in the other table. */
export const exchanged = (table: string, kept: string) =>
  words`${code(`EXCHANGE TABLES ${quoting.table(table)} AND ${quoting.table(kept)}`)} puts the clone in its place in one moment (${code('Atomic')} and ${code('Shared')} databases); rows written since are then in ${code(kept)} and are inserted again from there`;

const dropColumn = cloneThenDrop(dialect, (table, column, kept) =>
  restore(exchanged(table, kept), lost(table, column, kept)),
);

const mutates = 'a mutation: reads convert on the fly until each part is written anew';
const isNullable = (type: string): boolean => /^\s*Nullable\s*\(/i.test(type);

/** Since 25.12 a column that stops being Nullable must come with the default that its NULLs become. */
const remarkOn = (from: string, to: string, type: string): string =>
  isNullable(from) !== isNullable(to) && !isNullable(type)
    ? `${mutates}; since 25.12 refused without DEFAULT <value> behind the type, and NULL becomes that value`
    : mutates;

const changeType: Operations<Situation>['changeType'] = ({ table, column, from, to }) => {
  const { work, widens } = typeChange(from, to);
  const modify = (type: string) =>
    alter(table, `MODIFY COLUMN ${quoting.name(column)} ${type}`, {
      work,
      ...(work === 'catalog' ? {} : { remark: remarkOn(from, to, type) }),
    });
  return performed({
    does: words`Change the type of ${code(columnName(table, column))} from ${code(from)} to ${code(to)}`,
    scripts: [modify(to)],
    worked: words`${code(`SHOW CREATE TABLE ${table}`)} shows ${code(to)}, and no mutation of ${code(table)} is left to do or has failed`,
    undo: back(
      [modify(from)],
      widens
        ? { note: words`Only while no value is beyond ${code(from)}: the writers keep to it until the change is held.` }
        : { loses: { what: words`values of ${code(columnName(table, column))} that ${code(from)} cannot hold` } },
    ),
  });
};

const defaultOf = (table: string, column: string, value: string | undefined) =>
  alter(table, `MODIFY COLUMN ${quoting.name(column)} ${value === undefined ? 'REMOVE DEFAULT' : `DEFAULT ${value}`}`, {
    deltas: [{ kind: 'alter-column', column: columnName(table, column), set: { hasDefault: value !== undefined } }],
    remark: 'rows of before in which the value was never written show the new default too',
  });

const setDefault: Operations<Situation>['setDefault'] = ({ table, column, default: value, was }) =>
  performed({
    does: words`Set the default of ${code(columnName(table, column))} to ${code(value)}`,
    scripts: [defaultOf(table, column, value)],
    worked: words`a row inserted without ${code(column)} into a clone gets ${code(value)}`,
    undo: back([defaultOf(table, column, was)]),
  });

const dropDefault: Operations<Situation>['dropDefault'] = ({ table, column, was }) =>
  performed({
    does: words`Take the default off ${code(columnName(table, column))}; the default of its type stays`,
    scripts: [defaultOf(table, column, undefined)],
    worked: words`${code(`SHOW CREATE TABLE ${table}`)} shows no default`,
    undo: back([defaultOf(table, column, was)]),
  });

/** NULL is a matter of the type here; a constraint refuses it in new rows without a rewrite. */
const refused = ({ table, column, proof }: OperationArguments['setNotNull']) =>
  alter(
    table,
    `ADD CONSTRAINT ${quoting.name(proof)} CHECK isNotNull(${quoting.name(column)})`,
    { deltas: [{ kind: 'alter-column', column: columnName(table, column), set: { nullable: false } }] },
    constraints,
  );

const allowed = ({ table, column, proof }: OperationArguments['dropNotNull']) =>
  alter(
    table,
    `DROP CONSTRAINT IF EXISTS ${quoting.name(proof)}`,
    {
      deltas: [{ kind: 'alter-column', column: columnName(table, column), set: { nullable: true } }],
      remark: `an insert that leaves out a column that is not Nullable gets the default of its type`,
    },
    constraints,
  );

const setNotNull = (args: OperationArguments['setNotNull']) =>
  performed({
    does: words`Refuse NULL in ${code(columnName(args.table, args.column))} by the constraint ${code(args.proof)}, for rows to come`,
    scripts: [refused(args)],
    worked: words`an insert of NULL into a clone is refused and names ${code(args.proof)}; no row holds NULL`,
    undo: back([allowed(args)]),
  });

const dropNotNull = (args: OperationArguments['dropNotNull']) =>
  performed({
    does: words`Let inserts leave out ${code(columnName(args.table, args.column))}`,
    scripts: [allowed(args)],
    worked: words`an insert that leaves out ${code(args.column)} works on a clone`,
    undo: back([refused(args)]),
  });

const addGeneratedColumn: Operations<Situation>['addGeneratedColumn'] = ({
  table,
  column,
  type,
  expression,
  stored,
}) => {
  const name = columnName(table, column);
  return performed({
    does: words`Add ${code(name)}, computed as ${code(expression)}`,
    scripts: [
      alter(table, `ADD COLUMN ${quoting.name(column)} ${type} ${stored ? 'MATERIALIZED' : 'ALIAS'} ${expression}`, {
        deltas: [
          {
            kind: 'add-column',
            column: name,
            is: { nullable: true, hasDefault: false, filled: true, generated: true },
          },
        ],
        remark: stored
          ? 'old parts compute it when they are read, until they are merged or MATERIALIZE COLUMN wrote it'
          : 'computed when it is read; SELECT * leaves it out',
      }),
    ],
    worked: words`${code(column)}, named in a query, shows the right value in a few rows`,
    undo: back([short(dialect, dropping(dialect, table, column))]),
  });
};

export const columns = {
  dropColumn,
  changeType,
  setDefault,
  dropDefault,
  setNotNull,
  dropNotNull,
  addGeneratedColumn,
};
