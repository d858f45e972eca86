import type { Situation } from '#model/engine.ts';
import type { Operations } from '#model/operations.ts';
import { code, words } from '#model/text.ts';
import { mayBe } from '../../mysql/family.ts';
import { comes, goes, quoteLast } from '../../mysql/names.ts';
import { addForeignKey as add } from '../../mysql/operations/add-foreign-key.ts';
import { alterWith } from '../../mysql/operations/alter-table.ts';
import { cannot } from '../../mysql/operations/cannot.ts';
import { addProvedCheck, dropCheck } from '../../mysql/operations/constraint-statements.ts';
import { build, dropNamedIndex } from '../../mysql/operations/index-statements.ts';
import { quoteName } from '../../mysql/quote.ts';
import { back, measure, performed, statement, unhurried } from '../../mysql/statement.ts';
import { clause } from '../clauses.ts';
import { tidbFamily } from '../family.ts';
import { tidbSource } from '../manual.ts';

const enforced = statement(`SELECT @@GLOBAL.tidb_enable_check_constraint AS checks_are_on`, {
  work: 'none',
  source: tidbSource('checks'),
  remark:
    '0 is a stop: the constraint would be read and forgotten; turning it on is for the whole cluster, a decision of its own',
});

const addCheck: Operations<Situation>['addCheck'] = ({ table, constraint, expression }, situation) => {
  if (!mayBe('7.2', situation))
    return cannot(
      words`TiDB before 7.2 reads ${code('CHECK')} and forgets it`,
      words`Refuse such rows in the release that writes ${code(table)}, and count those of before that break ${code(expression)}`,
    );
  return performed({
    does: words`Add the check ${code(constraint)} to ${code(table)}: the rows that are there are looked at, and one that breaks it makes it fail`,
    scripts: [unhurried(enforced), addProvedCheck(tidbFamily, table, constraint, `CHECK (${expression})`, situation)],
    worked: words`${code('information_schema.TIDB_CHECK_CONSTRAINTS')} lists ${code(constraint)}; writes of the application go through`,
    undo: back([dropCheck(tidbFamily, table, constraint, situation)]),
  });
};

/** They came to general use with 8.5. */
const addForeignKey: Operations<Situation>['addForeignKey'] = (args, situation) => {
  const outcome = add(tidbFamily)(args, situation);
  if (outcome.kind === 'cannot' || mayBe('8.5', situation)) return outcome;
  return {
    ...outcome,
    does: words`${outcome.does}. Before 8.5 the manual calls foreign keys experimental: agree on that first`,
  };
};

/** The order of the rows cannot be changed: what can be added is a key beside it. */
const attachPrimaryKey: Operations<Situation>['attachPrimaryKey'] = (
  { table, constraint, index, columns },
  situation,
) => {
  const list = columns.map(quoteName).join(', ');
  return performed({
    does: words`Make ${code(columns.join(', '))} the primary key of ${code(table)} beside its rows (${code('NONCLUSTERED')}), then drop the index ${code(index)}. A table whose rows lie by a clustered primary key keeps that one for good: then the way is a new table`,
    scripts: [
      unhurried(
        alterWith(tidbFamily, clause('add primary key'), table, `ADD PRIMARY KEY (${list}) NONCLUSTERED`, {
          topic: 'primary key',
          deltas: [comes('constraint', constraint)],
        }),
        {
          ...dropNamedIndex(tidbFamily, table, index, situation),
          deltas: [goes('index', index)],
        },
      ),
    ],
    worked: words`${code(`SHOW CREATE TABLE ${table}`)} lists ${code(`PRIMARY KEY (${columns.join(', ')})`)}`,
    undo: back(
      [
        unhurried(
          build(tidbFamily, table, { index: quoteLast(index), columns, kind: 'UNIQUE ' }, situation),
          alterWith(tidbFamily, clause('drop index'), table, 'DROP PRIMARY KEY', {
            topic: 'primary key',
            deltas: [goes('constraint', constraint)],
          }),
        ),
      ],
      { minutes: measure(words`building ${code(index)} once, on a copy with production's size`) },
    ),
  });
};

export const constraints = { addCheck, addForeignKey, attachPrimaryKey };
