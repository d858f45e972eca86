import type { Situation } from '#model/engine.ts';
import type { Operations } from '#model/operations.ts';
import type { Delta } from '#model/schema.ts';
import { code, words } from '#model/text.ts';
import type { Family } from '../family.ts';
import { comes, goes, quoteLast } from '../names.ts';
import { bareName, ofTable, quoteName, sqlString } from '../quote.ts';
import { back, guarded, measure, performed, plainly, short, statement } from '../statement.ts';
import { alter, alterWith } from './alter-table.ts';
import { build, renameIndexTo } from './index-statements.ts';

/** A unique index is the constraint; only its name may have to change. */
export const attachUnique =
  (family: Family): Operations<Situation>['attachUnique'] =>
  ({ table, constraint, index }, situation) => {
    const told = (comeGo: readonly Delta[]) =>
      statement(
        `SELECT CONSTRAINT_NAME, CONSTRAINT_TYPE FROM information_schema.TABLE_CONSTRAINTS WHERE ${ofTable(table)} AND CONSTRAINT_NAME = ${sqlString(bareName(constraint))}`,
        { work: 'none', source: family.source('catalog'), deltas: comeGo },
      );
    if (bareName(constraint) === bareName(index))
      return performed({
        does: words`Look at ${code(constraint)}: in ${family.name} the unique index is the constraint, so nothing is left to do`,
        scripts: [plainly(told([goes('index', index), comes('constraint', constraint)]))],
        worked: words`one row: ${code('UNIQUE')}`,
        undo: back([plainly(told([goes('constraint', constraint), comes('index', index)]))]),
      });
    const rename = (from: string, to: string, deltas: readonly Delta[]) =>
      short({ ...renameIndexTo(family, table, from, to, situation), deltas });
    return performed({
      does: words`Give the unique index ${code(index)} of ${code(table)} the name ${code(constraint)}: in ${family.name} it is the constraint`,
      scripts: [rename(index, constraint, [goes('index', index), comes('constraint', constraint)])],
      worked: words`${code(`SHOW CREATE TABLE ${table}`)} lists ${code(`UNIQUE KEY ${constraint}`)}`,
      undo: back([rename(constraint, index, [goes('constraint', constraint), comes('index', index)])]),
    });
  };

/** The primary key is the order of the rows: the table is written anew, beside reads and writes. */
export const attachPrimaryKey =
  (family: Family): Operations<Situation>['attachPrimaryKey'] =>
  ({ table, constraint, index, columns }, situation) => {
    const list = columns.map(quoteName).join(', ');
    return performed({
      does: words`Make ${code(columns.join(', '))} the primary key of ${code(table)} in place of the index ${code(index)}: the table is written anew beside reads and writes, with as much free disk as it takes`,
      scripts: [
        guarded(
          alter(
            family,
            'add primary key',
            situation,
            table,
            `DROP INDEX ${quoteLast(index)}, ADD PRIMARY KEY (${list})`,
            {
              topic: 'primary key',
              deltas: [goes('index', index), comes('constraint', constraint)],
              remark: 'its name is always PRIMARY; replicas do the same only afterwards, and lag for as long',
            },
          ),
        ),
      ],
      worked: words`${code(`SHOW CREATE TABLE ${table}`)} lists ${code(`PRIMARY KEY (${columns.join(', ')})`)} on every node`,
      undo: back(
        [
          guarded(build(family, table, { index, columns, kind: 'UNIQUE ' }, situation)),
          guarded(
            alterWith(family, family.clause('copy', situation), table, 'DROP PRIMARY KEY', {
              topic: 'primary key',
              deltas: [goes('constraint', constraint)],
              remark: 'a table is copied to lose its primary key, and a replica without one looks for rows one by one',
            }),
          ),
        ],
        {
          minutes: measure(words`copying ${code(table)} once, on a copy with production's size`),
          note: words`Leave the primary key where it is if the application bears it: nothing that ran before needs it gone. With ${code('AUTO_INCREMENT')} on the column it cannot go (${code('1075')}).`,
        },
      ),
    });
  };
