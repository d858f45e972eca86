import type { Situation } from '#model/engine.ts';
import type { Operations } from '#model/operations.ts';
import { columnName } from '#model/schema.ts';
import { code, words } from '#model/text.ts';
import { allOf, back, described, gone, unneeded } from './described.ts';

const pace = (table: string) =>
  `How many rows of ${table} can one transaction change here without harm to other writers, the log and the replicas?`;

const walk = (table: string, key: string, size: number) =>
  ({ kind: 'key-range', table, key, size, pauseSeconds: 0.5 }) as const;

const backfill: Operations<Situation>['backfill'] = ({
  table,
  key,
  column,
  expression,
  where,
  onlyEmpty = false,
  batchSize,
  keepIn,
}) => {
  const name = columnName(table, column);
  const kept =
    keepIn === undefined ? '' : ` Save ${key} and the old value of ${column} in ${keepIn} in the same transaction.`;
  return described({
    does: words`Fill ${code(name)} in batches of ${batchSize}`,
    run: {
      text: `Walk ${key} of ${table} in batches of ${batchSize} rows, one commit for each: set ${column} to ${expression}${where === undefined ? (onlyEmpty ? ' where it is empty' : ' where it differs') : ` where ${where}`}.${kept}`,
      deltas: [{ kind: 'fill', column: name }, ...(keepIn === undefined ? [] : allOf(keepIn))],
      question: pace(table),
      repeat: walk(table, key, batchSize),
    },
    worked: words`no row is left that needs it`,
    undo:
      keepIn === undefined
        ? unneeded(words`stop the job; what was filled may stay, because nobody reads ${code(name)} yet`)
        : back(
            {
              text: `Walk ${keepIn} in batches of ${batchSize} rows: set ${column} of ${table} back to the saved value where nobody changed it since; then drop ${keepIn}.`,
              deltas: [
                { kind: 'fill', column: name },
                { kind: 'drop-table', table: keepIn },
              ],
              question: pace(table),
            },
            'nothing',
          ),
  });
};

const deleteRows: Operations<Situation>['deleteRows'] = ({ table, key, where, batchSize, archive }) => {
  const kept = archive === undefined ? '' : `, copying each row to ${archive} in the same transaction`;
  return described({
    does: words`Delete rows of ${code(table)} in batches of ${batchSize}${archive === undefined ? '' : words`, keeping them in ${code(archive)}`}`,
    run: {
      text: `Walk ${key} of ${table} in batches of ${batchSize} rows, one commit for each: delete rows where ${where}${kept}.`,
      deltas: archive === undefined ? [] : allOf(archive),
      question: pace(table),
      repeat: walk(table, key, batchSize),
    },
    worked: words`no row is left where ${code(where)}`,
    undo:
      archive === undefined
        ? gone(
            words`deleted rows are kept nowhere`,
            words`the rows of ${code(table)} where ${code(where)}, except what a restore brings back`,
          )
        : back({
            text: `Insert the rows of ${archive} into ${table} again in batches of ${batchSize}, leaving out keys that are there; then drop ${archive}.`,
            deltas: [{ kind: 'drop-table', table: archive }],
            question: pace(table),
          }),
  });
};

const exported = (what: string, file: string) => ({
  text: `Export ${what} to ${file}, in a format that can be read back, and read it back once.`,
  question: 'Which tool exports a table of this engine at one moment, without holding up writers?',
});

const exportColumn: Operations<Situation>['exportColumn'] = ({ table, key, column, file }) =>
  described({
    does: words`Export ${code(key)} and ${code(column)} of ${code(table)}`,
    run: {
      ...exported(`${key} and ${column} of every row of ${table}`, file),
      deltas: [{ kind: 'export', column: columnName(table, column) }],
    },
    worked: words`${code(file)} has as many rows as ${code(table)} and can be read back`,
    undo: unneeded(words`it only reads`),
  });

const exportTable: Operations<Situation>['exportTable'] = ({ table, file }) =>
  described({
    does: words`Export ${code(table)}`,
    run: exported(`every row of ${table}`, file),
    worked: words`${code(file)} has as many rows as ${code(table)} and can be read back`,
    undo: unneeded(words`it only reads`),
  });

const vacuum: Operations<Situation>['vacuum'] = ({ table }) =>
  described({
    does: words`Bring statistics and free space of ${code(table)} up to date`,
    run: {
      text: `Collect the statistics of ${table} anew and give back the space of old row versions, if the engine has such a task.`,
      question: `What does this engine need after many rows of ${table} have changed?`,
    },
    worked: words`the plans of the hottest reads are as good as before`,
    undo: unneeded(words`it changes nothing that anyone reads`),
  });

export const rows = { backfill, deleteRows, exportColumn, exportTable, vacuum };
