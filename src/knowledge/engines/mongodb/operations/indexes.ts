import type { Situation } from '#model/engine.ts';
import type { Operations } from '#model/operations.ts';
import type { Cannot } from '#model/statement.ts';
import { code, words } from '#model/text.ts';
import { inManual, locking } from '../manual.ts';
import { collection, key, literal } from '../quote.ts';
import { back, measure, performed, short, statement, unhurried } from '../statement.ts';

const object = (index: string) => `index ${index}`;

const keys = (columns: readonly string[], method: string | undefined): string =>
  `{ ${columns.map((column) => `${key(column)}: ${method === undefined ? 1 : literal(method)}`).join(', ')} }`;

const build = (table: string, index: string, text: string) =>
  unhurried(
    statement(text, {
      locks: [table],
      blocks: 'schema changes',
      work: 'index build',
      source: inManual('core/index-creation'),
      deltas: [{ kind: 'add-object', object: object(index) }],
      remark: 'locks the collection for a moment at its start and its end, and is built on all members at once',
    }),
  );

const dropping = (table: string, index: string) =>
  short(
    statement(`${collection(table)}.dropIndex(${literal(index)})`, {
      locks: [table],
      source: locking,
      deltas: [{ kind: 'drop-object', object: object(index) }],
    }),
  );

const createIndex: Operations<Situation>['createIndex'] = ({
  table,
  index,
  columns,
  unique,
  where,
  method,
  collation,
}) => {
  const options = [
    `name: ${literal(index)}`,
    ...(unique ? ['unique: true'] : []),
    ...(where === undefined ? [] : [`partialFilterExpression: ${where}`]),
    ...(collation === undefined ? [] : [`collation: { locale: ${literal(collation)} }`]),
  ].join(', ');
  return performed({
    does: words`Build ${code(index)} on ${code(table)}`,
    scripts: [build(table, index, `${collection(table)}.createIndex(${keys(columns, method)}, { ${options} })`)],
    worked: words`${code('getIndexes()')} shows ${code(index)} on every member, and no build of it runs any more`,
    undo: back([dropping(table, index)]),
  });
};

const dropIndex: Operations<Situation>['dropIndex'] = ({ table, index, definition }) =>
  performed({
    does: words`Drop ${code(index)} of ${code(table)}`,
    scripts: [dropping(table, index)],
    worked: words`${code('getIndexes()')} no longer shows ${code(index)}, and the hottest reads are as fast as before`,
    undo: back(
      [
        build(
          table,
          index,
          definition ??
            `${collection(table)}.createIndex({ /* keys as getIndexes() showed them before */ }, { name: ${literal(index)} })`,
        ),
      ],
      { minutes: measure(words`the dry run on a copy gives the minutes of the build`) },
    ),
  });

const renameIndex: Operations<Situation>['renameIndex'] = ({ table, from, to }): Cannot => ({
  kind: 'cannot',
  because: words`an index cannot be renamed in MongoDB`,
  instead: words`Leave the name ${code(from)}. If a hint in the application needs ${code(to)}: build an index of that name with another order or option, move the hint, then drop ${code(from)} of ${code(table)}.`,
});

const attachUnique: Operations<Situation>['attachUnique'] = ({ table, index }): Cannot => ({
  kind: 'cannot',
  because: words`a unique index is the constraint here: there is nothing to attach`,
  instead: words`Nothing is to be done: the unique index ${code(index)} of ${code(table)} refuses duplicates by itself.`,
});

const attachPrimaryKey: Operations<Situation>['attachPrimaryKey'] = ({ table, columns }): Cannot => ({
  kind: 'cannot',
  because: words`the primary key of a collection is always ${code('_id')}`,
  instead: words`Keep ${code('_id')} and hold ${code(columns.join(', '))} of ${code(table)} unique by an index, or copy the documents into a new collection with ${code('_id')} set from it.`,
});

export const indexes = { createIndex, dropIndex, renameIndex, attachUnique, attachPrimaryKey };
