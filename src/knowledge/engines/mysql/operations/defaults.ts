import type { Situation } from '#model/engine.ts';
import type { OperationArguments, Operations } from '#model/operations.ts';
import { columnName } from '#model/schema.ts';
import type { Outcome, Script } from '#model/statement.ts';
import { code, words } from '#model/text.ts';
import { defaultKind, defaultSql } from '../default-kind.ts';
import type { Family } from '../family.ts';
import { bareName, ofTable, quoteName, quoteTable, sqlString } from '../quote.ts';
import { back, guarded, performed, statement } from '../statement.ts';
import { alter } from './alter-table.ts';

const set = (family: Family, table: string, column: string, value: string, situation: Situation): Script =>
  guarded(
    alter(
      family,
      'change default',
      situation,
      table,
      `ALTER COLUMN ${quoteName(column)} SET DEFAULT ${defaultSql(value)}`,
      {
        topic: 'columns',
        deltas: [{ kind: 'alter-column', column: columnName(table, column), set: { hasDefault: true } }],
      },
    ),
  );

/** DROP DEFAULT would also take the NULL that a nullable column has by default, and an insert without it would fail (1364). */
function drop(family: Family, table: string, column: string, situation: Situation): Script {
  const clause = family.clause('change default', situation);
  const name = `default_${bareName(column).replace(/\W/g, '_')}`;
  const head = sqlString(`ALTER TABLE ${quoteTable(table)} ALTER COLUMN ${quoteName(column)} `);
  return guarded(
    statement(
      `SET @${name} = (
  SELECT CONCAT(${head}, IF(IS_NULLABLE = 'YES', 'SET DEFAULT NULL', 'DROP DEFAULT'), ${sqlString(`, ${clause.text}`)})
  FROM information_schema.COLUMNS WHERE ${ofTable(table)} AND COLUMN_NAME = ${sqlString(bareName(column))})`,
      {
        work: 'none',
        source: family.source('catalog'),
        remark: 'a nullable column gets NULL: DROP DEFAULT would make inserts without it fail (1364)',
      },
    ),
    statement(`PREPARE ${name} FROM @${name}`, { work: 'none', source: family.source('prepare') }),
    statement(`EXECUTE ${name}`, {
      locks: { [table]: clause.mode },
      work: clause.work,
      source: family.source('columns'),
      deltas: [{ kind: 'alter-column', column: columnName(table, column), set: { hasDefault: false } }],
    }),
  );
}

const computedTooEarly = (family: Family, value: string): Outcome => ({
  kind: 'cannot',
  because: words`before 8.0.13 ${family.name} has no computed default, and ${code(value)} is one`,
  instead: words`Let the application write the value, or a ${code('BEFORE INSERT')} trigger`,
});

/** Rows that are there stay as they are. */
export const setDefault =
  (family: Family): Operations<Situation>['setDefault'] =>
  (args: OperationArguments['setDefault'], situation: Situation): Outcome => {
    const { table, column, default: value, was } = args;
    const kind = defaultKind(value);
    if (kind !== 'constant' && kind !== 'stable' && !family.computesDefaults(situation))
      return computedTooEarly(family, value);
    return performed({
      does: words`Set the default of ${code(columnName(table, column))} to ${code(value)}; rows that are there stay as they are`,
      scripts: [set(family, table, column, value, situation)],
      worked: words`an insert that does not name ${code(column)} has ${code(value)}`,
      undo: back([
        was === undefined ? drop(family, table, column, situation) : set(family, table, column, was, situation),
      ]),
    });
  };

export const dropDefault =
  (family: Family): Operations<Situation>['dropDefault'] =>
  ({ table, column, was }, situation) =>
    performed({
      does: words`Take the default ${code(was)} from ${code(columnName(table, column))}; rows that are there stay as they are`,
      scripts: [drop(family, table, column, situation)],
      worked: words`${code('SHOW CREATE TABLE')} lists ${code(column)} without ${code(was)}; no insert fails with ${code('1364')}`,
      undo: back([set(family, table, column, was, situation)]),
    });
