import type { Situation } from '#model/engine.ts';
import type { Operations } from '#model/operations.ts';
import { code, words } from '#model/text.ts';
import type { Family } from '../family.ts';
import { back, guarded, performed, short } from '../statement.ts';
import { build, dropNamedIndex, isExpression } from './index-statements.ts';

const kinds = { fulltext: 'FULLTEXT ', spatial: 'SPATIAL ' } as const;

/** Builds an index while reads and writes go on. One that fails is not there. */
export const createIndex =
  (family: Family): Operations<Situation>['createIndex'] =>
  ({ table, index, columns, unique, where, method = '', collation }, situation) => {
    if (where !== undefined)
      return {
        kind: 'cannot',
        because: words`${family.name} has no index over some of the rows (${code(where)})`,
        instead: words`Index all rows, or add a computed column that is NULL where ${code(where)} does not hold, and index that`,
      };
    if (collation !== undefined)
      return {
        kind: 'cannot',
        because: words`an index of ${family.name} has the collation of its column`,
        instead: words`Add a computed column ${code(`… COLLATE ${collation}`)}, index it, and let the query name it`,
      };
    if (!family.indexesExpressions && columns.some(isExpression))
      return {
        kind: 'cannot',
        because: words`${family.name} indexes columns, not expressions`,
        instead: words`Add a computed column ${code('VIRTUAL')} with the expression, which takes an instant, index it, and let the query name it`,
      };
    const kind = unique ? 'UNIQUE ' : (kinds[method.trim().toLowerCase() as keyof typeof kinds] ?? '');
    const built = build(family, table, { index, columns, kind }, situation);
    const waits = built.effect.blocks === 'writes';
    return performed({
      does: words`Build the ${unique ? 'unique ' : ''}index ${code(index)} on ${code(table)}${waits ? ' while nobody can write to it' : ' beside reads and writes'}`,
      scripts: [guarded(built)],
      worked: words`${code(`SHOW CREATE TABLE ${table}`)} lists ${code(index)} on every node; a build that failed left nothing${unique ? '; on 1062 remove the duplicates that were named, run it again' : ''}`,
      undo: back([short(dropNamedIndex(family, table, index, situation))]),
    });
  };
