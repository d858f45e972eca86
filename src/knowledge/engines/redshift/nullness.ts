import type { OperationArguments } from '#model/operations.ts';
import { columnName } from '#model/schema.ts';
import type { Effect } from '#model/statement.ts';
import { code, words } from '#model/text.ts';
import { back, beside, performed, schemaChange, short } from '../../warehouses/statement.ts';
import { dialect } from './dialect.ts';
import { deepCopy } from './manual.ts';

const { quoting } = dialect;

type Args = Pick<OperationArguments['setNotNull'], 'table' | 'column'>;

/** NOT NULL belongs to the table as it was made: another one comes with a deep copy, in one transaction that nobody sees half of. */
const copied = ({ table, column }: Args, nullable: boolean) => {
  const copy = beside(dialect, table, `${quoting.bare(table)}_copy`);
  const [from, to] = [quoting.table(table), quoting.table(copy)];
  const run = (text: string, work: Effect['work'] = 'catalog') =>
    schemaChange(dialect, text, { table, claim: 'copies', source: deepCopy, work });
  return short(
    dialect,
    run(`LOCK TABLE ${from}`),
    run(
      `CREATE TABLE ${to} (<definition of ${quoting.bare(table)} as SHOW TABLE prints it, with ${column} ${nullable ? 'NULL' : 'NOT NULL'}>)`,
    ),
    run(`INSERT INTO ${to} SELECT * FROM ${from}`, 'rewrite'),
    {
      ...run(`DROP TABLE ${from}`),
      remark: 'refused while a bound view reads it: drop such a view before, and make it anew after',
    },
    {
      ...run(`ALTER TABLE ${to} RENAME TO ${quoting.name(quoting.bare(table))}`),
      deltas: [{ kind: 'alter-column', column: columnName(table, column), set: { nullable } }],
    },
  );
};

const grants = words`The copy has no grants: note them before (${code('SVV_RELATION_PRIVILEGES')}) and give them before the commit. Rows that hold NULL need a value first.`;

const changing = (args: Args, nullable: boolean) =>
  performed({
    does: words`${nullable ? 'Allow' : 'Refuse'} NULL in ${code(columnName(args.table, args.column))} by a deep copy of ${code(args.table)}`,
    scripts: [copied(args, nullable)],
    worked: words`${code(`SHOW TABLE ${args.table}`)} shows keys, encodings and ${code(args.column)} as ordered; as many rows as before; grants as noted`,
    undo: back([copied(args, !nullable)], { note: grants }),
  });

export const nullness = {
  setNotNull: (args: OperationArguments['setNotNull']) => changing(args, false),
  dropNotNull: (args: OperationArguments['dropNotNull']) => changing(args, true),
};
