import type { Situation } from '#model/engine.ts';
import type { OperationArguments } from '#model/operations.ts';
import type { TableName } from '#model/schema.ts';
import type { Outcome, Statement } from '#model/statement.ts';
import { code, words } from '#model/text.ts';
import { bareName, beside, quoteLast, quoteName, quoteTable } from '../quote.ts';
import { back, measure, performed, short, statement } from '../statement.ts';
import { comes, goes, withoutEnd } from './names.ts';

const buildRemark = 'reads every row while every other write to the file waits; in WAL mode readers go on';

export const buildIndex = (table: TableName, index: string, text: string): Statement =>
  statement(text, {
    writes: [table],
    work: 'index build',
    page: 'lang_createindex',
    deltas: [comes('index', index, { unique: /^create\s+unique/i.test(text) })],
    remark: buildRemark,
  });

const dropIndexStatement = (table: TableName, index: string): Statement =>
  statement(`DROP INDEX ${quoteTable(beside(table, index))}`, {
    writes: [table],
    page: 'lang_dropindex',
    deltas: [goes('index', index)],
  });

/** A column by name, anything longer as the expression it is. */
const indexed = (column: string, collation: string | undefined): string => {
  const name = /^[\w$]+$|^"[^"]+"$|^<[^<>]*>$/.test(column.trim()) ? quoteName(column) : column;
  return collation === undefined ? name : `${name} COLLATE ${collation}`;
};

/** Builds an index. There is no way to do it beside writers. */
export function createIndex(
  { table, index, columns, unique, where, method, collation }: OperationArguments['createIndex'],
  _situation: Situation,
): Outcome {
  if (method !== undefined && method !== '' && !/^b-?tree$/i.test(method))
    return {
      kind: 'cannot',
      because: words`SQLite builds B-trees only, not ${code(method)}`,
      instead: words`For words in text a virtual table with FTS5, for ranges in space one with R*Tree: a second table beside ${code(table)}, kept equal by triggers`,
    };
  const list = columns.map((column) => indexed(column, collation)).join(', ');
  const text = `CREATE ${unique ? 'UNIQUE ' : ''}INDEX ${quoteTable(beside(table, index))} ON ${quoteLast(table)} (${list})${where === undefined ? '' : ` WHERE ${where}`}`;
  return performed({
    does: words`Build the ${unique ? 'unique ' : ''}index ${code(index)} on ${code(table)}; every other write to the file waits`,
    scripts: [short(buildIndex(table, index, text))],
    worked: words`${code(`PRAGMA index_list(${quoteLast(table)})`)} shows ${code(index)}${unique ? words`; a duplicate makes the build fail and leaves nothing behind` : ''}; ${code('EXPLAIN QUERY PLAN')} of the read that it is for names it`,
    undo: back([short(dropIndexStatement(table, index))]),
  });
}

/** Without a definition the one that is printed before is the statement of the way back. */
export function dropIndex(
  { table, index, definition, unique = false }: OperationArguments['dropIndex'],
  _situation: Situation,
): Outcome {
  if (/^sqlite_autoindex_/i.test(bareName(index)))
    return {
      kind: 'cannot',
      because: words`${code(index)} belongs to a ${code('UNIQUE')} or ${code('PRIMARY KEY')} in the definition of ${code(table)} and cannot be dropped`,
      instead: words`Rebuild ${code(table)} without that constraint: it takes the index with it`,
    };
  const again =
    definition === undefined ? `<CREATE INDEX of ${index} as printed before the drop>` : withoutEnd(definition);
  return performed({
    does: words`Drop the index ${code(index)} of ${code(table)}${definition === undefined ? words`; print it before with ${code(`SELECT sql FROM sqlite_schema WHERE name = '${index}'`)} and keep the answer` : ''}`,
    scripts: [short(dropIndexStatement(table, index))],
    worked: words`${code(index)} is not listed; the slowest reads stay where they were`,
    undo: back([short(buildIndex(table, index, again))], {
      minutes: measure(words`building ${code(index)} on a copy with production's size`),
      note: unique
        ? words`Until it stands again nothing keeps duplicates out; if some have come in, the build fails, and they must go first.`
        : words`Until it stands again the reads that used it are slow.`,
    }),
  });
}

/** There is no ALTER INDEX: it is built under the new name, then the old one goes, in one transaction. */
export function renameIndex({ table, from, to }: OperationArguments['renameIndex'], _situation: Situation): Outcome {
  const again = (old: string, now: string) =>
    short(
      buildIndex(table, now, `<CREATE INDEX of ${old} as printed, named ${quoteName(now)}>`),
      dropIndexStatement(table, old),
    );
  return performed({
    does: words`Build the index ${code(from)} again as ${code(to)} and drop the old one: SQLite cannot rename an index; every other write to the file waits`,
    scripts: [again(from, to)],
    worked: words`${code(to)} is listed and ${code(from)} is not`,
    undo: back([again(to, from)], { minutes: measure(words`building it on a copy with production's size`) }),
  });
}
