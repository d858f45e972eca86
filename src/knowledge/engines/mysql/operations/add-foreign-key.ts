import type { Situation } from '#model/engine.ts';
import type { OperationArguments, Operations } from '#model/operations.ts';
import type { Script } from '#model/statement.ts';
import { code, words } from '#model/text.ts';
import { dialectOf } from '../dialect.ts';
import type { Family } from '../family.ts';
import { quoteName, quoteTable } from '../quote.ts';
import { reading } from '../reading.ts';
import { back, performed, unhurried } from '../statement.ts';
import { addForNewRows, dropForeignKey } from './constraint-statements.ts';

/** Rows whose counterpart is missing. A row in which one of the columns is NULL refers to nothing. */
export const orphansOf = ({
  table,
  columns,
  references,
  referencedColumns,
}: Pick<OperationArguments['addForeignKey'], 'table' | 'columns' | 'references' | 'referencedColumns'>): string => {
  const joined = columns
    .map((column, index) => `p.${quoteName(referencedColumns[index] ?? column)} = c.${quoteName(column)}`)
    .join(' AND ');
  const given = columns.map((column) => `c.${quoteName(column)} IS NOT NULL`).join(' AND ');
  return `SELECT count(*) AS orphans FROM ${quoteTable(table)} AS c
WHERE ${given} AND NOT EXISTS (SELECT 1 FROM ${quoteTable(references)} AS p WHERE ${joined})`;
};

/**
 * Old rows, counted once the key stands. Where it came without a wait for writers of the other table, one of them may have deleted a row there and not
 * committed yet: no check sees that, and the count does not either.
 */
function counted(family: Family, args: OperationArguments['addForeignKey']): Script {
  const { table, references } = args;
  const source = family.source('foreign keys');
  const count = reading(orphansOf(args), {
    source,
    scans: [table, references],
    remark:
      'this count is the only proof: the server never looks at the rows of before, and no command shows that it has not',
  });
  if (family.parentLocks.coming !== undefined) return unhurried(count);
  return unhurried(
    reading(dialectOf(family).openTransactions, {
      source,
      remark: `go on only when each that began before the key was added has ended, else start the file again: a row that it deleted from ${references} is an orphan once it commits`,
    }),
    count,
  );
}

/** For new rows by the server, for old rows by a count once it stands: from then on no orphan can come. */
export const addForeignKey =
  (family: Family): Operations<Situation>['addForeignKey'] =>
  (args, situation) => {
    const { table, constraint, columns, references, referencedColumns, onDelete } = args;
    const [from, to] = [columns, referencedColumns].map((names) => names.map(quoteName).join(', '));
    const definition = `FOREIGN KEY (${from}) REFERENCES ${quoteTable(references)} (${to})${onDelete === undefined ? '' : ` ON DELETE ${onDelete}`}`;
    const key = { table, constraint, references, definition };
    return performed({
      does: words`Add the foreign key ${code(constraint)} from ${code(table)} to ${code(references)} without reading a row: it counts for every write from now on. Then count the orphans`,
      scripts: [addForNewRows(family, key, situation), counted(family, args)],
      worked: words`${code(`SHOW CREATE TABLE ${table}`)} lists ${code(constraint)}; the count after it is 0. If not, mend those rows and count again: no new ones can come`,
      undo: back([dropForeignKey(family, key, situation)], {
        note: words`An index that the server built for it stays.`,
      }),
    });
  };
