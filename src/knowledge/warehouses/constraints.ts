import type { Situation } from '#model/engine.ts';
import type { Operations } from '#model/operations.ts';
import { code, words } from '#model/text.ts';
import type { Dialect } from './dialect.ts';
import { back, performed, schemaChange, short } from './statement.ts';

/** A declared key that nothing enforces: it comes and goes without looking at a row. */
export const informational = (dialect: Dialect) => {
  const { quoting } = dialect;
  const dropConstraint: Operations<Situation>['dropConstraint'] = ({ table, constraint, definition }) => {
    const change = (clause: string, kind: 'add-object' | 'drop-object') =>
      short(
        dialect,
        schemaChange(dialect, `ALTER TABLE ${quoting.table(table)} ${clause}`, {
          table,
          claim: 'columns',
          deltas: [{ kind, object: `constraint ${constraint}` }],
        }),
      );
    return performed({
      does: words`Drop ${code(constraint)} of ${code(table)}, which was informational`,
      scripts: [change(`DROP CONSTRAINT ${quoting.name(constraint)}`, 'drop-object')],
      worked: words`${code(constraint)} is not listed; plans of the hottest reads are as before, because the optimizer may have trusted it`,
      undo: back([
        change(
          `ADD CONSTRAINT ${quoting.name(constraint)} ${definition ?? '<definition as it was noted before>'}`,
          'add-object',
        ),
      ]),
    });
  };
  return { dropConstraint };
};
