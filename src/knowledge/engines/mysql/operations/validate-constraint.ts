import type { Situation } from '#model/engine.ts';
import type { Operations } from '#model/operations.ts';
import { code, words } from '#model/text.ts';
import type { Family } from '../family.ts';
import { bareName, ofTable, quoteTable, sqlString } from '../quote.ts';
import { performed, plainly, statement, unhurried } from '../statement.ts';

/** The server proves a check when it is added and a foreign key never, so that one is counted, by the columns that the catalog names. */
export const validateConstraint =
  (family: Family): Operations<Situation>['validateConstraint'] =>
  ({ table, constraint, references }) => {
    const named = sqlString(bareName(constraint));
    const undo = { kind: 'unneeded', because: words`it only reads` } as const;
    if (references === undefined)
      return performed({
        does: words`Look that ${code(constraint)} stands: ${family.name} proved it when it was added`,
        scripts: [
          plainly(
            statement(
              `SELECT CONSTRAINT_NAME, CONSTRAINT_TYPE FROM information_schema.TABLE_CONSTRAINTS WHERE ${ofTable(table)} AND CONSTRAINT_NAME = ${named}`,
              { work: 'none', source: family.source('catalog') },
            ),
          ),
        ],
        worked: words`one row`,
        undo,
      });
    const join = `CONCAT('p.\`', REFERENCED_COLUMN_NAME, '\` = c.\`', COLUMN_NAME, '\`')`;
    return performed({
      does: words`Count the rows of ${code(table)} that ${code(constraint)} does not allow: the server never looks at rows that were there before it`,
      scripts: [
        unhurried(
          statement(
            `SET @orphans = (
  SELECT CONCAT('SELECT count(*) AS orphans FROM ', ${sqlString(quoteTable(table))}, ' AS c WHERE ',
    GROUP_CONCAT('c.\`', COLUMN_NAME, '\` IS NOT NULL' SEPARATOR ' AND '),
    ' AND NOT EXISTS (SELECT 1 FROM ', ${sqlString(quoteTable(references))}, ' AS p WHERE ', GROUP_CONCAT(${join} SEPARATOR ' AND '), ')')
  FROM information_schema.KEY_COLUMN_USAGE
  WHERE ${ofTable(table)} AND CONSTRAINT_NAME = ${named} AND REFERENCED_TABLE_NAME IS NOT NULL)`,
            { work: 'none', source: family.source('catalog') },
          ),
          statement('PREPARE count_orphans FROM @orphans', { work: 'none', source: family.source('prepare') }),
          statement('EXECUTE count_orphans', {
            locks: { [table]: 'SHARED_READ', [references]: 'SHARED_READ' },
            work: 'scan',
            source: family.source('foreign keys'),
            remark: 'reads every row, blocks no reader and no writer',
          }),
        ),
      ],
      worked: words`0. The foreign key counts for every write since it stands, so no further one can come; mend those that are named, count again`,
      undo,
    });
  };
