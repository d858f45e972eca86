import type { Situation } from '#model/engine.ts';
import type { OperationArguments } from '#model/operations.ts';
import { columnName } from '#model/schema.ts';
import type { Outcome, Script } from '#model/statement.ts';
import { code, words } from '#model/text.ts';
import type { Clause, Family } from '../family.ts';
import { back, guarded, measure, performed } from '../statement.ts';
import { readType } from '../type-name.ts';
import { modifyColumn } from './modify-column.ts';

type Args = OperationArguments['changeType'];

/** Values at the end of an ENUM or SET and more room in a varchar are the only changes that move no row. */
function clauseOf(family: Family, from: string, to: string, situation: Situation): Clause {
  if (family.typeChange(from, to).work !== 'catalog') return family.clause('copy', situation);
  const name = readType(from)?.name ?? '';
  return family.clause(name === 'enum' || name === 'set' ? 'append enum value' : 'extend type', situation);
}

const modify = (family: Family, { table, column, from, to }: Args, situation: Situation): Script => {
  const known = family.typeChange(from, to);
  const [first, ...rest] = modifyColumn(family, clauseOf(family, from, to, situation), {
    table,
    column,
    type: to,
    topic: 'types',
    remark: 'a foreign key on the column makes the server refuse (1832, 1833, 3780), whatever foreign_key_checks says',
  });
  const told = [first, ...rest].map((statement) =>
    statement.text.startsWith('EXECUTE') && known.work === 'unconfirmed'
      ? { ...statement, source: known.source }
      : statement,
  );
  const [start = first, ...others] = told;
  return guarded(start, ...others);
};

/** Changes the type in place. */
export const changeType =
  (family: Family) =>
  (args: Args, situation: Situation): Outcome => {
    const { table, column, from, to, using } = args;
    const name = columnName(table, column);
    if (using !== undefined)
      return {
        kind: 'cannot',
        because: words`${code('MODIFY')} converts values in its own way and takes no expression`,
        instead: words`Add a column of type ${code(to)} beside ${code(name)}, keep both equal by ${code(using)}, move reads and writes`,
      };
    const there = clauseOf(family, from, to, situation);
    const backward = clauseOf(family, to, from, situation);
    const cheap = there.work === 'catalog';
    const blocks = there.mode === 'SHARED_NO_WRITE';
    return performed({
      does: words`Change the type of ${code(name)} from ${code(from)} to ${code(to)}${
        cheap
          ? ''
          : blocks
            ? words`: the table is copied while nobody can write to it. ${family.copyTools(table)}`
            : words`: the table is copied beside reads and writes`
      }`,
      scripts: [modify(family, args, situation)],
      worked: words`${code(name)} is listed as ${code(to)} on every node, with the default, character set and comment that it had; statements that were prepared before run again`,
      undo: back([modify(family, { table, column, from: to, to: from }, situation)], {
        minutes:
          backward.work === 'catalog'
            ? { kind: 'assumed', minutes: 1 }
            : measure(words`the same change on a copy with production's size, back again`),
        note: words`It is refused as soon as one value does not fit ${code(from)}, and nothing has changed then.${
          backward.mode === 'SHARED_NO_WRITE'
            ? words` Going back copies the table while nobody can write to it, even where going there did not.`
            : ''
        }`,
      }),
    });
  };
