import type { Situation } from '#model/engine.ts';
import type { OperationArguments } from '#model/operations.ts';
import type { Outcome, Script } from '#model/statement.ts';
import { code, words } from '#model/text.ts';
import { inManual, pages } from '../manual.ts';
import { comes, withoutEnd } from '../names.ts';
import { dictionaryName, ownerOf } from '../quote.ts';
import { reading } from '../reading.ts';
import { back, measure, performed, plainly, short, statement } from '../statement.ts';
import { isEnterprise } from '../versions.ts';
import { build, dropIndexNow, indexed, onIndex } from './index-statements.ts';

/** Builds an index while writes go on, where the edition can. A row whose columns are all NULL is in no index. */
export function createIndex(args: OperationArguments['createIndex'], situation: Situation): Outcome {
  const { table, index, columns, unique, where, method, collation } = args;
  if (where !== undefined)
    return {
      kind: 'cannot',
      because: words`Oracle has no index with a ${code('WHERE')}`,
      instead: words`Index an expression that is NULL for the other rows, which then stand in no index: ${code(`CASE WHEN ${where} THEN ${columns[0] ?? ''} END`)}; queries must say the same expression`,
    };
  const kind = unique ? 'UNIQUE' : /^bitmap$/i.test(method ?? '') ? 'BITMAP' : undefined;
  const list = columns.map((column) =>
    collation === undefined ? indexed(column) : `NLSSORT(${indexed(column)}, 'NLS_SORT=${collation}')`,
  );
  const online = isEnterprise(situation);
  return performed({
    does: words`Build the ${unique ? 'unique ' : ''}index ${code(index)} on ${code(table)}${online ? ' while reads and writes go on' : ': nobody can write to the table until it is built'}${unique ? '; rows whose columns are all NULL do not count, and the empty string is NULL' : ''}`,
    scripts: [
      build({ table, index, over: `(${list.join(', ')})`, ...(kind === undefined ? {} : { kind }) }, situation),
    ],
    worked: words`${code('user_indexes')} lists ${code(index)} as ${code('VALID')} and ${code('VISIBLE')}${unique ? words`; ${code('ORA-01452')} means that a value stands twice: mend it, run it again` : ''}${online ? words`. After a build that was cut off ${code('ORA-08104')} names what is left: ${code('DBMS_REPAIR.ONLINE_INDEX_CLEAN')} first` : ''}`,
    undo: back([dropIndexNow(table, index, situation)]),
  });
}

const head = /^create\s+(unique|bitmap)?\s*index\s+\S+\s+on\s+(?:"[^"]*"|[^\s("]|\.)+\s*/i;

/** Builds from the statement that made it. Without one, what was saved is run. */
function buildAgain({ table, index, definition }: OperationArguments['dropIndex'], situation: Situation): Script {
  if (definition === undefined)
    return short(
      statement(`<the CREATE INDEX that was saved before the drop${isEnterprise(situation) ? ', with ONLINE' : ''}>`, {
        language: 'text',
        locks: { [table]: 'SHARE' },
        work: 'index build',
        page: pages.createIndex,
        deltas: [comes('index', index)],
      }),
    );
  const typed = withoutEnd(definition).replace(/;\s*$/, '');
  const [, kind] = head.exec(typed) ?? [];
  const over = typed
    .replace(head, '')
    .replace(/\s+online\b/i, '')
    .trim();
  return build({ table, index, over, ...(kind === undefined ? {} : { kind: kind.toUpperCase() }) }, situation);
}

/** Goes in a moment. The way back builds it anew, with all the time that takes: INVISIBLE for some days before costs nothing to take back. */
export function dropIndex(args: OperationArguments['dropIndex'], situation: Situation): Outcome {
  const { table, index, definition, unique = false } = args;
  const save = plainly(
    reading(
      `SELECT uniqueness, visibility, status, DBMS_METADATA.GET_DDL('INDEX', index_name, owner) AS definition
FROM all_indexes WHERE owner = ${ownerOf(table)} AND index_name = ${dictionaryName(index)}`,
      {
        source: inManual('arpls/DBMS_METADATA.html'),
        remark: 'keep the answer (SET LONG 20000): the way back needs it',
      },
    ),
  );
  const drop = dropIndexNow(table, index, situation);
  const hide = `ALTER INDEX ${onIndex(table, index)} INVISIBLE`;
  return performed({
    does: words`Drop the index ${code(index)} of ${code(table)}. Look first: ${code(hide)} some days before shows who misses it, ${unique ? words`still keeps duplicates out, ` : ''}and ${code('VISIBLE')} brings it back at once`,
    scripts: definition === undefined ? [save, drop] : [drop],
    worked: words`${code(index)} is not in ${code('user_indexes')}; the slowest reads stay where they were. ${code('ORA-02429')}: a key stands on it, and goes first`,
    undo: back([buildAgain(args, situation)], {
      minutes: measure(words`building ${code(index)} on a copy with production's size`),
      note: unique
        ? words`Until it stands again nothing keeps duplicates out; if some have come in, the build is refused (${code('ORA-01452')}), and they must go first.`
        : words`Until it stands again the reads that used it are slow.`,
    }),
  });
}
