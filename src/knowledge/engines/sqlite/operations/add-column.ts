import type { Situation } from '#model/engine.ts';
import type { OperationArguments } from '#model/operations.ts';
import type { Column } from '#model/schema.ts';
import { columnName } from '#model/schema.ts';
import type { Cannot, Outcome, Undo } from '#model/statement.ts';
import { code, words } from '#model/text.ts';
import { defaultKind } from '../default-kind.ts';
import { quoteName, quoteTable } from '../quote.ts';
import { back, performed, short, statement } from '../statement.ts';
import { dropStatement } from './drop-column.ts';
import { rebuild, rebuilt } from './rebuild.ts';

type Args = OperationArguments['addColumn'];

const keyed = /\b(?:unique|primary\s+key)\b/i;

const undo = ({ table, column }: Args): Undo =>
  back([short(dropStatement(table, column))], {
    note: words`Values written to ${code(column)} since go with it; every row is written anew.`,
  });

const definition = ({ column, type, nullable, default: value }: Args): string =>
  `${quoteName(column)} ${type}${nullable ? '' : ' NOT NULL'}${value === undefined ? '' : ` DEFAULT ${value}`}`;

/** Refused for tables with rows only, so a migration that passes on an empty database says nothing. */
const refused = ({ table, column, type, nullable, default: value }: Args): Cannot | undefined => {
  if (keyed.test(type))
    return {
      kind: 'cannot',
      because: words`${code('ADD COLUMN')} takes neither ${code('UNIQUE')} nor ${code('PRIMARY KEY')}`,
      instead: words`Add ${code(column)} without it and build a unique index on it`,
    };
  if (nullable || (value !== undefined && !/^\(?\s*null\s*\)?$/i.test(value.trim()))) return undefined;
  return {
    kind: 'cannot',
    because: words`${code(`ADD COLUMN ${column} … NOT NULL`)} without a default fails as soon as ${code(table)} has a row`,
    instead: words`Add ${code(column)} nullable, let the application write it, fill the rows of before, then set NOT NULL`,
  };
};

/** Adds a column without touching a row. A default that is no constant needs the whole table written anew. */
export function addColumn(args: Args, _situation: Situation): Outcome {
  const { table, column, nullable, default: value } = args;
  const cannot = refused(args);
  if (cannot) return cannot;
  const deltas = (is: Column) => [{ kind: 'add-column', column: columnName(table, column), is } as const];
  const seen = words`${code(column)} is listed in ${code(table)}; an insert that does not name it works`;
  if (value !== undefined && defaultKind(value) !== 'constant')
    return performed({
      does: words`Rebuild ${code(table)} with ${code(column)}: ${code('ADD COLUMN')} takes no default that is computed once there are rows; every other write to the file waits`,
      scripts: [
        rebuild({
          table,
          differs: `the new column ${definition(args)}`,
          deltas: deltas({ nullable, hasDefault: true, filled: true }),
        }),
      ],
      worked: rebuilt(table, seen),
      undo: undo(args),
    });
  return performed({
    does: words`Add ${code(column)} to ${code(table)}`,
    scripts: [
      short(
        statement(`ALTER TABLE ${quoteTable(table)} ADD COLUMN ${definition(args)}`, {
          writes: [table],
          page: 'lang_altertable#altertabaddcol',
          deltas: deltas({ nullable, hasDefault: value !== undefined, filled: value !== undefined }),
        }),
      ),
    ],
    worked: seen,
    undo: undo(args),
  });
}
