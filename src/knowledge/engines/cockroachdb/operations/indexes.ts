import type { Situation } from '#model/engine.ts';
import type { OperationArguments } from '#model/operations.ts';
import type { Outcome, Statement } from '#model/statement.ts';
import { code, words } from '#model/text.ts';
import { comes, goes, withoutEnd } from '../../postgresql/names.ts';
import { pages } from '../manual.ts';
import { quoteIndex, quoteLast, quoteName, quoteTable } from '../quote.ts';
import { reading } from '../reading.ts';
import { back, job, jobs, measure, performed, plainly } from '../statement.ts';

/** A name alone, a name with its order, or an expression, which stands in brackets. */
export function indexed(column: string, collation?: string): string {
  const typed = column.trim();
  if (collation !== undefined)
    return `(${typed.startsWith('(') ? typed : quoteName(typed)} COLLATE ${quoteName(collation)})`;
  if (/^\(.*\)$/s.test(typed)) return typed;
  if (/[(:|+*/]/.test(typed)) return `(${typed})`;
  const [, name = typed, rest = ''] =
    /^("(?:[^"]|"")+"|[^\s"]+)\s+((?:asc|desc|nulls|\w+_ops)\b.*)$/is.exec(typed) ?? [];
  return `${quoteName(name)}${rest === '' ? '' : ` ${rest}`}`;
}

/** Every index is built beside reads and writes. `text` follows `CREATE [UNIQUE] INDEX`. */
const build = (index: string, text: string, unique: boolean): Statement =>
  job(`CREATE ${unique ? 'UNIQUE ' : ''}INDEX ${text}`, {
    work: 'index build',
    page: pages.createIndex,
    deltas: [{ ...comes('index', index), ...(unique ? { unique } : {}) }],
    ...(unique ? { remark: 'a duplicate makes the job fail, and nothing is left behind' } : {}),
  });

export const buildUnique = (table: string, index: string, columns: readonly string[]): Statement =>
  build(
    index,
    `${quoteLast(index)} ON ${quoteTable(table)} (${columns.map((column) => indexed(column)).join(', ')})`,
    true,
  );

export const dropIndexNow = (table: string, index: string, { ifExists = false, remark = '' } = {}): Statement =>
  job(`DROP INDEX ${ifExists ? 'IF EXISTS ' : ''}${quoteIndex(table, index)}`, {
    page: pages.dropIndex,
    deltas: [goes('index', index)],
    ...(remark === '' ? {} : { remark }),
  });

export function createIndex(args: OperationArguments['createIndex'], _situation: Situation): Outcome {
  const { table, index, columns, unique, where, method, collation } = args;
  const using = method === undefined ? '' : ` USING ${quoteName(method)}`;
  const list = columns.map((column) => indexed(column, collation)).join(', ');
  const text = `${quoteLast(index)} ON ${quoteTable(table)}${using} (${list})${where === undefined ? '' : ` WHERE ${where}`}`;
  return performed({
    does: words`Build the ${unique ? 'unique ' : ''}index ${code(index)} on ${code(table)}, beside reads and writes`,
    scripts: [jobs(build(index, text, unique))],
    worked: words`its job is ${code('succeeded')}; ${code('SHOW INDEXES')} lists it, and ${code('EXPLAIN')} of the query uses it${unique ? '. A duplicate that the error names goes first, then build again' : ''}`,
    undo: back([jobs(dropIndexNow(table, index, { ifExists: true }))], {
      note: words`While its job runs, ${code('CANCEL JOB')} does the same.`,
    }),
  });
}

const head = /^create\s+(unique\s+)?index\s+(?:concurrently\s+)?(?:if\s+not\s+exists\s+)?/i;

/** Builds from `CREATE INDEX …`. Without a definition the one that was saved is the statement. */
function buildAgain({ table, index, definition, unique = false }: OperationArguments['dropIndex']): Statement {
  if (definition !== undefined) {
    const text = withoutEnd(definition);
    return build(index, text.replace(head, ''), /^create\s+unique/i.test(text));
  }
  return {
    ...build(index, `${quoteLast(index)} ON ${quoteTable(table)} (<columns as they were saved>)`, unique),
    language: 'text',
    remark: 'columns, STORING and WHERE as SHOW CREATE TABLE showed them before the drop',
  };
}

/** Takes an index away beside the traffic. The way back builds it anew, with all the time that takes. */
export function dropIndex(args: OperationArguments['dropIndex'], _situation: Situation): Outcome {
  const { table, index, definition, unique = false } = args;
  const save = plainly(
    reading(`SHOW CREATE TABLE ${quoteTable(table)}`, {
      page: pages.showCreate,
      remark: 'keep the line of the index: the way back needs it',
    }),
  );
  const drop = jobs(
    dropIndexNow(table, index, {
      remark: unique
        ? 'refused where CREATE TABLE made it: then CASCADE, which also drops, unlisted, each foreign key that needs it'
        : 'cannot be cancelled; its space comes back after gc.ttlseconds',
    }),
  );
  return performed({
    does: words`Drop the index ${code(index)} of ${code(table)}. Hide it some days before: ${code(`ALTER INDEX ${quoteIndex(table, index)} NOT VISIBLE`)} takes it from every plan in a moment, and ${code('VISIBLE')} gives it back in one`,
    scripts: definition === undefined ? [save, drop] : [drop],
    worked: words`${code('SHOW INDEXES')} does not list ${code(index)}; the slowest reads stay where they were`,
    undo: back([jobs(buildAgain(args))], {
      minutes: measure(words`building ${code(index)} on a copy with production's size`),
      ...(unique
        ? {
            note: words`Until it stands again nothing keeps duplicates out; if some have come in, the build names one, and they must go first.`,
          }
        : {}),
    }),
  });
}

export const renameIndexTo = (table: string, from: string, to: string): Statement =>
  job(`ALTER INDEX ${quoteIndex(table, from)} RENAME TO ${quoteLast(to)}`, {
    page: 'alter-index#rename-to',
    deltas: [goes('index', from), comes('index', to)],
  });

/** Hints of the application name an index; so may monitoring. */
export const renameIndex = ({ table, from, to }: OperationArguments['renameIndex'], _situation: Situation): Outcome =>
  performed({
    does: words`Rename the index ${code(from)} of ${code(table)} to ${code(to)}. A query with the hint ${code(`@${from}`)} fails from then on`,
    scripts: [jobs(renameIndexTo(table, from, to))],
    worked: words`${code('SHOW INDEXES')} lists ${code(to)}`,
    undo: back([jobs(renameIndexTo(table, to, from))]),
  });
