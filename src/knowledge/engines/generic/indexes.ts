import type { Situation } from '#model/engine.ts';
import type { Operations } from '#model/operations.ts';
import { code, words } from '#model/text.ts';
import { back, described, lockQuestion } from './described.ts';

const build = (table: string, index: string, text: string, unique = false) => ({
  text,
  deltas: [{ kind: 'add-object', object: `index ${index}`, ...(unique ? { unique } : {}) } as const],
  question: lockQuestion('build an index', table),
  transaction: 'outside' as const,
});

const drop = (table: string, index: string) => ({
  text: `Drop the index ${index} of ${table}, online if the engine can.`,
  deltas: [{ kind: 'drop-object', object: `index ${index}` } as const],
  question: lockQuestion('drop an index', table),
  transaction: 'outside' as const,
});

const createIndex: Operations<Situation>['createIndex'] = ({
  table,
  index,
  columns,
  unique,
  where,
  method,
  collation,
}) => {
  const how = [
    method && `with the method ${method}`,
    collation && `with the collation ${collation}`,
    where && `for rows where ${where}`,
  ];
  const rest = how.filter((part) => part !== undefined && part !== '').join(', ');
  const text = `Build the ${unique ? 'unique ' : ''}index ${index} on ${table} (${columns.join(', ')})${rest === '' ? '' : `, ${rest}`}, online if the engine can.`;
  return described({
    does: words`Build ${code(index)} on ${code(table)}`,
    run: build(table, index, text, unique),
    worked: words`${code(index)} is listed as complete and usable; a failed build may leave one that is neither`,
    undo: back(drop(table, index)),
  });
};

const dropIndex: Operations<Situation>['dropIndex'] = ({ table, index, definition }) =>
  described({
    does: words`Drop ${code(index)} of ${code(table)}`,
    run: drop(table, index),
    worked: words`${code(index)} is no longer listed, and the plans of the hottest reads are as good as before`,
    undo: back(
      build(
        table,
        index,
        definition === undefined
          ? `Build the index ${index} on ${table} again from the definition that was noted before.`
          : `Build it again: ${definition}`,
      ),
    ),
  });

const renameIndex: Operations<Situation>['renameIndex'] = ({ table, from, to }) => {
  const rename = (old: string, now: string) => ({
    text: `Rename the index ${old} of ${table} to ${now}.`,
    deltas: [
      { kind: 'drop-object', object: `index ${old}` } as const,
      { kind: 'add-object', object: `index ${now}` } as const,
    ],
    question: lockQuestion('rename an index', table),
  });
  return described({
    does: words`Rename the index ${code(from)} to ${code(to)}`,
    run: rename(from, to),
    worked: words`${code(to)} is listed and ${code(from)} is not`,
    undo: back(rename(to, from)),
  });
};

export const indexes = { createIndex, dropIndex, renameIndex };
