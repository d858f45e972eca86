import type { Situation } from '#model/engine.ts';
import type { OperationArguments } from '#model/operations.ts';
import type { Outcome, Script } from '#model/statement.ts';
import { code, words } from '#model/text.ts';
import { inManual, pages } from '../manual.ts';
import { comes, withoutEnd } from '../names.ts';
import { bareName, objectId, sqlString } from '../quote.ts';
import { reading } from '../reading.ts';
import { back, measure, performed, plainly, short, statement } from '../statement.ts';
import { hasOnline } from '../versions.ts';
import { build, dropBuilt, dropIndexNow, indexed } from './index-statements.ts';

/** Builds an index while writes go on, where the edition can. NULL counts as one value of a unique index. */
export function createIndex(args: OperationArguments['createIndex'], situation: Situation): Outcome {
  const { table, index, columns, unique, where, method, collation } = args;
  const computed = columns.find((column) => /[(+*/|]/.test(column.replace(/^\[.*\]$/, '')));
  if (computed !== undefined || collation !== undefined)
    return {
      kind: 'cannot',
      because: words`an index of SQL Server is over columns, not over ${computed === undefined ? words`a collation of its own (${code(collation ?? '')})` : code(computed)}`,
      instead: words`Add a computed column with ${code(computed ?? `COLLATE ${collation ?? ''}`)}, which touches no row, and index that column`,
    };
  const kind =
    method !== undefined && /^(?:clustered|nonclustered|columnstore)$/i.test(method)
      ? { kind: method.toUpperCase() }
      : {};
  const over = `(${columns.map((column) => indexed(column)).join(', ')})${where === undefined ? '' : ` WHERE ${where}`}`;
  const online = hasOnline(situation);
  return performed({
    does: words`Build the ${unique ? 'unique ' : ''}index ${code(index)} on ${code(table)}${online ? ' online' : ': nobody can write to the table until it is built'}${unique ? '; it lets only one row hold NULL in all its columns' : ''}`,
    scripts: [build({ table, index, over, unique, ...kind }, situation)],
    worked: words`${code('sys.indexes')} lists ${code(index)} with ${code('is_disabled = 0')}${online ? words`, and ${code('sys.index_resumable_operations')} does not` : ''}${unique ? '; an error names a value that stands twice: mend it, run it again' : ''}`,
    undo: back([dropBuilt(table, index, situation)]),
  });
}

const head =
  /^create\s+(unique\s+)?((?:non)?clustered\s+)?(columnstore\s+)?index\s+\S+\s+on\s+(?:\[[^\]]*\]|[^\s(])+\s*/i;

/** Builds from the statement that made it. Without one, what was saved is put together by hand. */
function buildAgain({ table, index, definition }: OperationArguments['dropIndex'], situation: Situation): Script {
  if (definition === undefined)
    return short(
      statement(
        `<CREATE INDEX ${index} ON ${table} from the list that was saved before the drop${hasOnline(situation) ? ', WITH (ONLINE = ON)' : ''}>`,
        {
          language: 'text',
          locks: { [table]: 'S' },
          work: 'index build',
          page: pages.createIndex,
          deltas: [comes('index', index)],
        },
      ),
    );
  const typed = withoutEnd(definition);
  const [, unique, clustered = '', columnstore = ''] = head.exec(typed) ?? [];
  const kind = `${clustered}${columnstore}`.trim().toUpperCase();
  const over = typed
    .replace(head, '')
    .replace(/\s*\bwith\s*\(\s*online\b.*$/is, '')
    .trim();
  return build({ table, index, over, unique: unique !== undefined, ...(kind === '' ? {} : { kind }) }, situation);
}

/** Goes in a moment, behind everybody who uses the table. The way back builds it anew, with all the time that takes. */
export function dropIndex(args: OperationArguments['dropIndex'], situation: Situation): Outcome {
  const { table, index, definition, unique = false } = args;
  const save = plainly(
    reading(
      `SELECT i.name, i.type_desc, i.is_unique, i.filter_definition, i.fill_factor, c.name AS column_name, k.key_ordinal, k.is_descending_key, k.is_included_column
FROM sys.indexes AS i JOIN sys.index_columns AS k ON k.object_id = i.object_id AND k.index_id = i.index_id
JOIN sys.columns AS c ON c.object_id = k.object_id AND c.column_id = k.column_id
WHERE i.object_id = ${objectId(table)} AND i.name = ${sqlString(bareName(index))} ORDER BY k.key_ordinal, k.index_column_id`,
      {
        source: inManual('relational-databases/system-catalog-views/sys-index-columns-transact-sql'),
        remark: 'keep the answer: the way back needs it',
      },
    ),
  );
  const drop = short(dropIndexNow(table, index));
  return performed({
    does: words`Drop the index ${code(index)} of ${code(table)}; a constraint's index goes with its constraint only`,
    scripts: definition === undefined ? [save, drop] : [drop],
    worked: words`${code(index)} is not in ${code('sys.indexes')}; no statement with a hint or a forced plan names it; the slowest reads stay where they were`,
    undo: back([buildAgain(args, situation)], {
      minutes: measure(words`building ${code(index)} on a copy with production's size`),
      note: unique
        ? words`Until it stands again nothing keeps duplicates out; if some have come in, the build names one, and they must go first.`
        : words`Until it stands again the reads that used it are slow.`,
    }),
  });
}
