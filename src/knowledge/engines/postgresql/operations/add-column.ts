import type { Situation } from '#model/engine.ts';
import type { OperationArguments } from '#model/operations.ts';
import type { Column } from '#model/schema.ts';
import { columnName } from '#model/schema.ts';
import type { Outcome, Statement, Undo } from '#model/statement.ts';
import { code, words } from '#model/text.ts';
import { defaultKind } from '../default-kind.ts';
import { quoteName, quoteTable } from '../quote.ts';
import { back, long, performed, short, statement } from '../statement.ts';
import { readType } from '../type-name.ts';

type Args = OperationArguments['addColumn'];

const rewriting = /\b(?:small|big)?serial\d?\b|\bgenerated\b.*\bas\b/i;

const drop = ({ table, column }: Args): Undo =>
  back(
    [
      short(
        // The run may have stopped before the column was there.
        statement(`ALTER TABLE ${quoteTable(table)} DROP COLUMN IF EXISTS ${quoteName(column)}`, {
          locks: { [table]: 'ACCESS EXCLUSIVE' },
          page: 'sql-altertable#SQL-ALTERTABLE-DESC-DROP-COLUMN',
          deltas: [{ kind: 'drop-column', column: columnName(table, column) }],
        }),
      ),
    ],
    { note: words`Values written to ${code(column)} since go with it.` },
  );

function add(args: Args, work: Statement['effect']['work'], is: Column): Statement {
  const { table, column, type, nullable } = args;
  const value = args.default === undefined ? '' : ` DEFAULT ${args.default}`;
  const foreign = readType(type) === undefined && !rewriting.test(type) && work === 'catalog';
  return statement(
    `ALTER TABLE ${quoteTable(table)} ADD COLUMN ${quoteName(column)} ${type}${nullable ? '' : ' NOT NULL'}${value}`,
    {
      locks: { [table]: 'ACCESS EXCLUSIVE' },
      work,
      page: 'sql-altertable#SQL-ALTERTABLE-NOTES',
      deltas: [{ kind: 'add-column', column: columnName(table, column), is }],
      ...(foreign ? { remark: `if ${type} is a domain with a constraint, this rewrites the table: look first` } : {}),
    },
  );
}

/** Adds a column in an instant. A default that differs from row to row is set after the column, so that no row is touched; the rows of before stay NULL. */
export function addColumn(args: Args, _situation: Situation): Outcome {
  const { table, column, type, nullable } = args;
  const worked = words`${code(column)} is listed in ${code(table)} on every node; an insert that does not name it works`;
  const undo = drop(args);
  const done = (does = words`Add ${code(column)} to ${code(table)}`) => ({ does, worked, undo });
  const kind = args.default === undefined ? undefined : defaultKind(args.default);

  if (rewriting.test(type))
    return performed({
      ...done(words`Add ${code(column)} to ${code(table)}: the table is written anew`),
      scripts: [long(add(args, 'rewrite', { nullable: false, hasDefault: true, filled: true }))],
    });
  if (kind === undefined)
    return nullable
      ? performed({
          ...done(),
          scripts: [short(add(args, 'catalog', { nullable: true, hasDefault: false, filled: false }))],
        })
      : {
          kind: 'cannot',
          because: words`${code(`ADD COLUMN ${column} … NOT NULL`)} without a default fails as soon as ${code(table)} has a row`,
          instead: words`Add ${code(column)} nullable, let the application write it, fill the rows of before, then set NOT NULL by a proved check`,
        };
  if (kind === 'constant' || kind === 'stable')
    return performed({
      ...done(),
      scripts: [short(add(args, 'catalog', { nullable, hasDefault: true, filled: true }))],
    });
  if (!nullable)
    return performed({
      ...done(
        words`Add ${code(column)} to ${code(table)} with a value of its own in each row: the table is written anew`,
      ),
      scripts: [
        long(
          add(args, kind === 'volatile' ? 'rewrite' : 'unconfirmed', {
            nullable: false,
            hasDefault: true,
            filled: true,
          }),
        ),
      ],
    });
  const { default: value = 'NULL', ...bare } = args;
  return performed({
    ...done(
      words`Add ${code(column)} to ${code(table)}, then its default: new rows get ${code(value)}, the rows of before stay NULL until they are filled`,
    ),
    scripts: [
      short(
        add(bare, 'catalog', { nullable: true, hasDefault: false, filled: false }),
        statement(`ALTER TABLE ${quoteTable(table)} ALTER COLUMN ${quoteName(column)} SET DEFAULT ${value}`, {
          locks: { [table]: 'ACCESS EXCLUSIVE' },
          page: 'sql-altertable#SQL-ALTERTABLE-DESC-SET-DROP-DEFAULT',
          deltas: [{ kind: 'alter-column', column: columnName(table, column), set: { hasDefault: true } }],
        }),
      ),
    ],
  });
}
