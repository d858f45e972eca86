import type { Situation } from '#model/engine.ts';
import type { OperationArguments, Operations } from '#model/operations.ts';
import { columnName, type Delta } from '#model/schema.ts';
import { code, words } from '#model/text.ts';
import { cannot } from '../../warehouses/absent.ts';
import { back, performed, rowChange, schemaChange, short } from '../../warehouses/statement.ts';
import { dialect } from './dialect.ts';
import { definition, inManual } from './manual.ts';
import { typeChange } from './type-change.ts';

const { quoting } = dialect;
const defaults = inManual('default-values');

const alter = (table: string, clause: string, deltas: readonly Delta[] = [], source = definition) =>
  schemaChange(dialect, `ALTER TABLE ${quoting.table(table)} ${clause}`, { table, claim: 'columns', source, deltas });

const settingDefault = (table: string, column: string, value: string) =>
  alter(
    table,
    `ALTER COLUMN ${quoting.name(column)} SET DEFAULT ${value}`,
    [{ kind: 'alter-column', column: columnName(table, column), set: { hasDefault: true } }],
    defaults,
  );

const droppingDefault = (table: string, column: string) =>
  alter(
    table,
    `ALTER COLUMN ${quoting.name(column)} DROP DEFAULT`,
    [{ kind: 'alter-column', column: columnName(table, column), set: { hasDefault: false } }],
    defaults,
  );

/** A column comes NULL and last; its default, if any, counts for rows to come, so rows that are there are filled. */
const addColumn: Operations<Situation>['addColumn'] = ({ table, column, type, nullable, default: value }) => {
  const name = columnName(table, column);
  const filled = value !== undefined;
  const add = alter(table, `ADD COLUMN ${quoting.name(column)} ${type}`, [
    { kind: 'add-column', column: name, is: { nullable: true, hasDefault: false, filled: false } },
  ]);
  const fill = rowChange(
    dialect,
    dialect.update(table, `${quoting.name(column)} = ${value}`, `${quoting.name(column)} IS NULL`),
    {
      table,
      claim: 'rows',
      deltas: [{ kind: 'fill', column: name }],
    },
  );
  return performed({
    does: words`Add ${code(name)}${nullable ? '' : '; NULL stays allowed, because a REQUIRED column cannot be added to a table that stands'}`,
    scripts: [short(dialect, add, ...(filled ? [settingDefault(table, column, value), fill] : []))],
    worked: words`${code('bq show --schema')} shows ${code(column)} last${filled ? words`, and no row is without it` : ''}`,
    undo: back([
      short(dialect, alter(table, `DROP COLUMN ${quoting.name(column)}`, [{ kind: 'drop-column', column: name }])),
    ]),
  });
};

const changeType: Operations<Situation>['changeType'] = ({ table, column, from, to }) =>
  typeChange(from, to).work === 'catalog'
    ? performed({
        does: words`Change the type of ${code(columnName(table, column))} from ${code(from)} to ${code(to)}`,
        scripts: [short(dialect, alter(table, `ALTER COLUMN ${quoting.name(column)} SET DATA TYPE ${to}`))],
        worked: words`${code('bq show --schema')} shows ${code(to)}; views and extracts that name ${code(column)} answer`,
        undo: {
          kind: 'unneeded',
          because: words`a type cannot be made narrower again, and ${code(to)} holds every value of ${code(from)}: the loads keep to the old limit`,
        },
      })
    : cannot(
        words`in place a type only widens, and ${code(to)} is no wider ${code(from)}`,
        words`Add a column of type ${code(to)} to ${code(table)}, write both, fill it with ${code(`SAFE_CAST(${column} AS ${to})`)}, move the readers, then drop ${code(column)}.`,
      );

const setDefault: Operations<Situation>['setDefault'] = ({ table, column, default: value, was }) =>
  performed({
    does: words`Set the default of ${code(columnName(table, column))} to ${code(value)}, for rows to come`,
    scripts: [short(dialect, settingDefault(table, column, value))],
    worked: words`a row inserted without ${code(column)} into a clone gets ${code(value)}`,
    undo: back([
      short(dialect, was === undefined ? droppingDefault(table, column) : settingDefault(table, column, was)),
    ]),
  });

const dropDefault: Operations<Situation>['dropDefault'] = ({ table, column, was }) =>
  performed({
    does: words`Take the default off ${code(columnName(table, column))}`,
    scripts: [short(dialect, droppingDefault(table, column))],
    worked: words`a row inserted without ${code(column)} into a clone gets NULL`,
    undo: back([short(dialect, settingDefault(table, column, was))]),
  });

const setNotNull = ({ table, column }: OperationArguments['setNotNull']) =>
  cannot(
    words`BigQuery makes no column of a table that stands REQUIRED`,
    words`Refuse NULL in ${code(column)} in the load that writes ${code(table)}, and count the rows without it by a scheduled query that alarms.`,
  );

const dropNotNull = ({ table, column }: OperationArguments['dropNotNull']) =>
  performed({
    does: words`Allow NULL in ${code(columnName(table, column))}`,
    scripts: [
      short(
        dialect,
        alter(table, `ALTER COLUMN ${quoting.name(column)} DROP NOT NULL`, [
          { kind: 'alter-column', column: columnName(table, column), set: { nullable: true } },
        ]),
      ),
    ],
    worked: words`an insert that leaves out ${code(column)} works on a clone`,
    undo: {
      kind: 'none',
      because: words`BigQuery makes no column of a table that stands REQUIRED again`,
      loses: { what: words`the refusal of NULL in ${code(columnName(table, column))}; no value` },
    },
  });

export const columns = { addColumn, changeType, setDefault, dropDefault, setNotNull, dropNotNull };
