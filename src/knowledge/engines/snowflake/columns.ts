import type { Situation } from '#model/engine.ts';
import type { OperationArguments, Operations } from '#model/operations.ts';
import { columnName, type Delta } from '#model/schema.ts';
import type { Effect } from '#model/statement.ts';
import { code, type Text, words } from '#model/text.ts';
import { cannot } from '../../warehouses/absent.ts';
import { back, performed, schemaChange, short } from '../../warehouses/statement.ts';
import { dialect } from './dialect.ts';
import { alterLock } from './manual.ts';
import { typeChange } from './type-change.ts';

interface Clause {
  readonly table: string;
  readonly column: string;
}

const alter = (
  { table, column }: Clause,
  clause: string,
  deltas: readonly Delta[] = [],
  work: Effect['work'] = 'catalog',
) =>
  short(
    dialect,
    schemaChange(
      dialect,
      `ALTER TABLE ${dialect.quoting.table(table)} ALTER COLUMN ${dialect.quoting.name(column)} ${clause}`,
      {
        table,
        claim: 'columns',
        source: alterLock,
        work,
        deltas,
      },
    ),
  );

const changeType: Operations<Situation>['changeType'] = ({ table, column, from, to }) => {
  const name = columnName(table, column);
  if (typeChange(from, to).work !== 'catalog')
    return cannot(
      words`in place ${code(from)} only grows longer or more precise, and ${code(to)} is another type`,
      words`Add a column of type ${code(to)} to ${code(table)}, write both, fill it with ${code(`TRY_CAST(${column} AS ${to})`)}, move the readers, then drop ${code(column)}.`,
    );
  return performed({
    does: words`Change the type of ${code(name)} from ${code(from)} to ${code(to)}`,
    scripts: [alter({ table, column }, `SET DATA TYPE ${to}`)],
    worked: words`${code(`DESCRIBE TABLE ${table}`)} shows ${code(to)}; views and streams that name ${code(column)} answer`,
    undo: {
      kind: 'unneeded',
      because: words`a text cannot be made shorter again, and ${code(to)} holds every value of ${code(from)}: the loads keep to the old limit`,
    },
  });
};

const setDefault: Operations<Situation>['setDefault'] = ({ table, column, default: value }) =>
  cannot(
    words`Snowflake gives a default only to a column that is new`,
    words`Let the loads that write ${code(table)} set ${code(column)} to ${code(value)}, or add a new column with this default that takes over.`,
  );

const dropDefault: Operations<Situation>['dropDefault'] = ({ table, column, was }) =>
  performed({
    does: words`Take the default off ${code(columnName(table, column))}`,
    scripts: [
      alter({ table, column }, 'DROP DEFAULT', [
        { kind: 'alter-column', column: columnName(table, column), set: { hasDefault: false } },
      ]),
    ],
    worked: words`${code(`DESCRIBE TABLE ${table}`)} shows no default; it is refused where the column came with its default by ${code('ALTER TABLE')}`,
    undo: {
      kind: 'none',
      because: words`Snowflake gives a default only to a column that is new`,
      loses: {
        what: words`the default ${code(was)} of ${code(columnName(table, column))}: from then on the loads write it`,
      },
    },
  });

const nullness = (args: Clause, nullable: boolean) =>
  alter(
    args,
    nullable ? 'DROP NOT NULL' : 'SET NOT NULL',
    [{ kind: 'alter-column', column: columnName(args.table, args.column), set: { nullable } }],
    nullable ? 'catalog' : 'scan',
  );

const noteOfNulls = ({ column }: Clause): Text =>
  words`Rows that got ${code('NULL')} in ${code(column)} meanwhile need a value first: ${code('SET NOT NULL')} is refused while one is there.`;

const setNotNull = (args: OperationArguments['setNotNull']) =>
  performed({
    does: words`Refuse NULL in ${code(columnName(args.table, args.column))}`,
    scripts: [nullness(args, false)],
    worked: words`an insert of NULL is refused on a clone; the statement itself is refused while a row holds NULL`,
    undo: back([nullness(args, true)]),
  });

const dropNotNull = (args: OperationArguments['dropNotNull']) =>
  performed({
    does: words`Allow NULL in ${code(columnName(args.table, args.column))}`,
    scripts: [nullness(args, true)],
    worked: words`an insert that leaves out ${code(args.column)} works on a clone`,
    undo: back([nullness(args, false)], { note: noteOfNulls(args) }),
  });

export const columnChangesOf = { changeType, setDefault, dropDefault, setNotNull, dropNotNull };
