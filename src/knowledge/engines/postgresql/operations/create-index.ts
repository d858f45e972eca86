import type { Situation } from '#model/engine.ts';
import type { OperationArguments } from '#model/operations.ts';
import type { Outcome } from '#model/statement.ts';
import { code, words } from '#model/text.ts';
import { quoteLast } from '../names.ts';
import { quoteName, quoteTable } from '../quote.ts';
import { back, performed, unhurried } from '../statement.ts';
import { build, dropConcurrently, indexed } from './index-statements.ts';

/** Builds an index while reads and writes go on. A failed build leaves an INVALID index that must be dropped first. */
export function createIndex(args: OperationArguments['createIndex'], _situation: Situation): Outcome {
  const { table, index, columns, unique, where, method, collation } = args;
  const using = method === undefined ? '' : ` USING ${quoteName(method)}`;
  const list = columns.map((column) => indexed(column, collation)).join(', ');
  const text = `${quoteLast(index)} ON ${quoteTable(table)}${using} (${list})${where === undefined ? '' : ` WHERE ${where}`}`;
  return performed({
    does: words`Build the ${unique ? 'unique ' : ''}index ${code(index)} on ${code(table)}, concurrently`,
    scripts: [unhurried(build(table, index, text, unique))],
    worked: words`${code(`\\d ${table}`)} lists it without ${code('INVALID')}; else ${code('DROP INDEX CONCURRENTLY')} it, ${unique ? 'remove the duplicates that the error named, ' : ''}build again`,
    undo: back([unhurried(dropConcurrently(table, index, { ifExists: true }))]),
  });
}
