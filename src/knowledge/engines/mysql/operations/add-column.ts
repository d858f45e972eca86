import type { Situation } from '#model/engine.ts';
import type { OperationArguments } from '#model/operations.ts';
import type { Column } from '#model/schema.ts';
import { columnName } from '#model/schema.ts';
import type { Outcome, Statement, Undo } from '#model/statement.ts';
import { code, words } from '#model/text.ts';
import { defaultKind, defaultSql } from '../default-kind.ts';
import type { Alteration, Family } from '../family.ts';
import { quoteName } from '../quote.ts';
import { back, guarded, performed } from '../statement.ts';
import { takesNoLiteralDefault } from '../type-name.ts';
import { alter } from './alter-table.ts';

type Args = OperationArguments['addColumn'];

const numbering = /\b(?:serial|auto_increment)\b/i;

const drop = (family: Family, { table, column }: Args, situation: Situation): Undo =>
  back(
    [
      guarded(
        alter(family, 'drop column', situation, table, `DROP COLUMN ${quoteName(column)}`, {
          topic: 'columns',
          deltas: [{ kind: 'drop-column', column: columnName(table, column) }],
        }),
      ),
    ],
    {
      note: words`Values written to ${code(column)} since go with it; an index on it that was added since goes first.`,
    },
  );

function add(family: Family, args: Args, situation: Situation, alteration: Alteration, is: Column): Statement {
  const { table, column, type, nullable } = args;
  const computed = takesNoLiteralDefault(type);
  const value = args.default === undefined ? '' : ` DEFAULT ${defaultSql(args.default, { alwaysComputed: computed })}`;
  return alter(
    family,
    alteration,
    situation,
    table,
    `ADD COLUMN ${quoteName(column)} ${type}${nullable ? '' : ' NOT NULL'}${value}`,
    { topic: 'columns', deltas: [{ kind: 'add-column', column: columnName(table, column), is }] },
  );
}

/** Adds a column in an instant. A default that is computed is set after the column, so that no row is touched; the rows of before stay NULL. */
export const addColumn =
  (family: Family) =>
  (args: Args, situation: Situation): Outcome => {
    const { table, column, type, nullable } = args;
    const kind = args.default === undefined ? undefined : defaultKind(args.default);
    const filled: Column = { nullable, hasDefault: true, filled: true };
    const run = (
      does: readonly (string | ReturnType<typeof code>)[],
      ...statements: readonly [Statement, ...Statement[]]
    ) =>
      performed({
        does,
        scripts: [guarded(...statements)],
        worked: words`${code(column)} is listed in ${code(table)} on every node; an insert that does not name it works`,
        undo: drop(family, args, situation),
      });

    if (numbering.test(type))
      return run(
        words`Add ${code(column)} to ${code(table)}: every row gets a number, and nobody writes meanwhile`,
        add(family, args, situation, 'add slow index', { nullable: false, hasDefault: true, filled: true }),
      );
    if (kind === undefined)
      return nullable
        ? run(
            words`Add ${code(column)} to ${code(table)}`,
            add(family, args, situation, 'add column', { nullable: true, hasDefault: false, filled: false }),
          )
        : {
            kind: 'cannot',
            because: words`${code(`ADD COLUMN ${column} … NOT NULL`)} without a default gives every row of ${code(table)} 0, an empty text or ${code('0000-00-00')} without a word, and an insert that does not name it then fails (${code('1364')})`,
            instead: words`Add ${code(column)} nullable, let the application write it, fill the rows of before, then set NOT NULL`,
          };
    if (kind === 'constant' || kind === 'stable') {
      const slow = takesNoLiteralDefault(type) && !family.textDefaultsInstantly;
      return slow
        ? run(
            words`Add ${code(column)} to ${code(table)}: a ${code(type)} takes only a computed default, so the table is copied while nobody writes; a ${code('varchar(n)')} would take it in an instant`,
            add(family, args, situation, 'copy', filled),
          )
        : run(words`Add ${code(column)} to ${code(table)}`, add(family, args, situation, 'add column', filled));
    }
    if (!family.computesDefaults(situation))
      return {
        kind: 'cannot',
        because: words`before 8.0.13 a default must be a literal or the moment of the statement, and ${code(args.default ?? '')} is neither`,
        instead: words`Add ${code(column)} nullable without a default, and let the application or a ${code('BEFORE INSERT')} trigger write it`,
      };
    if (!nullable)
      return {
        kind: 'cannot',
        because: words`a computed default on a new column copies ${code(table)} while nobody writes, is refused by statement-based replication (${code('1674')}), or gives every row the same value`,
        instead: words`Add ${code(column)} nullable, set its default, fill the rows of before in batches, then set NOT NULL`,
      };
    const { default: value = 'NULL', ...bare } = args;
    return run(
      words`Add ${code(column)} to ${code(table)}, then its default: new rows get ${code(value)}, the rows of before stay NULL until they are filled`,
      add(family, bare, situation, 'add column', { nullable: true, hasDefault: false, filled: false }),
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
  };
