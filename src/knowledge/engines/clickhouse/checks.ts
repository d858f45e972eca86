import type { Situation } from '#model/engine.ts';
import type { Operations } from '#model/operations.ts';
import { code, words } from '#model/text.ts';
import { cannot } from '../../warehouses/absent.ts';
import { back, performed, schemaChange, short } from '../../warehouses/statement.ts';
import { dialect } from './dialect.ts';
import { constraints } from './manual.ts';

const { quoting } = dialect;

const change = (table: string, clause: string, kind: 'add-object' | 'drop-object', constraint: string) =>
  short(
    dialect,
    schemaChange(dialect, `ALTER TABLE ${quoting.table(table)} ${clause}`, {
      table,
      claim: 'columns',
      source: constraints,
      deltas: [{ kind, object: `constraint ${constraint}` }],
    }),
  );

const adding = (table: string, constraint: string, rest: string) =>
  change(table, `ADD CONSTRAINT ${quoting.name(constraint)} ${rest}`, 'add-object', constraint);

const dropping = (table: string, constraint: string) =>
  change(table, `DROP CONSTRAINT ${quoting.name(constraint)}`, 'drop-object', constraint);

const addCheck: Operations<Situation>['addCheck'] = ({ table, constraint, expression }) =>
  performed({
    does: words`Add ${code(constraint)} to ${code(table)}, for rows to come`,
    scripts: [adding(table, constraint, `CHECK ${expression}`)],
    worked: words`an insert that breaks it is refused on a clone; mutations are not looked at`,
    undo: back([dropping(table, constraint)]),
  });

const validateConstraint: Operations<Situation>['validateConstraint'] = ({ table, constraint }) =>
  cannot(
    words`ClickHouse looks at rows when they are inserted and proves nothing of those that are there`,
    words`Count the rows of ${code(table)} that break ${code(constraint)}: with the constraint in place, 0 once stays 0.`,
  );

const dropConstraint: Operations<Situation>['dropConstraint'] = ({ table, constraint, definition, references }) =>
  references === undefined
    ? performed({
        does: words`Drop ${code(constraint)} of ${code(table)}`,
        scripts: [dropping(table, constraint)],
        worked: words`${code(`SHOW CREATE TABLE ${table}`)} no longer shows ${code(constraint)}`,
        undo: back([adding(table, constraint, definition ?? 'CHECK <as it was noted before>')]),
      })
    : cannot(
        words`ClickHouse has no foreign keys`,
        words`Stop looking up ${code(references)} in the load that writes ${code(table)}.`,
      );

export const checks = { addCheck, validateConstraint, dropConstraint };
