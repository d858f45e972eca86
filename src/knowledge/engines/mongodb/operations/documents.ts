import type { Situation } from '#model/engine.ts';
import type { OperationArguments, Operations } from '#model/operations.ts';
import { columnName, type Delta } from '#model/schema.ts';
import type { Cannot, Statement } from '#model/statement.ts';
import { code, words } from '#model/text.ts';
import { batchLoop, rowKey, updateBatch, walked } from '../batch-loop.ts';
import { inManual } from '../manual.ts';
import { collection, key, literal, path } from '../quote.ts';
import { back, batches, measure, performed, plainly, short, statement } from '../statement.ts';

const writes = inManual('core/write-operations-atomicity');

const pulled = measure(words`documents ÷ batch × (time of a batch + pause), from the dry run`);

/** Documents that hold something else than the expression gives, or nothing. */
const differs = (column: string, expression: string): string =>
  `{ $expr: { $ne: [{ $ifNull: [${path(column)}, null] }, ${expression}] } }`;

const keepBatch = (table: string, keepIn: string, column: string): string =>
  `${collection(table)}.aggregate([{ $match: { _id: { $in: ids } } }, { $project: { ${key(column)}: 1 } }, { $merge: { into: ${literal(keepIn)}, whenMatched: "keepExisting" } }]);`;

const backfill: Operations<Situation>['backfill'] = ({
  table,
  column,
  expression,
  where,
  onlyEmpty = false,
  batchSize,
  keepIn,
}) => {
  const name = columnName(table, column);
  const needs = where ?? (onlyEmpty ? `{ ${key(column)}: null }` : differs(column, expression));
  const update = updateBatch(table, needs, `[{ $set: { ${key(column)}: ${expression} } }]`);
  const each = keepIn === undefined ? update : `${keepBatch(table, keepIn, column)}\n  ${update}`;
  const keptDeltas: readonly Delta[] =
    keepIn === undefined
      ? []
      : [
          { kind: 'add-table', table: keepIn },
          {
            kind: 'add-column',
            column: columnName(keepIn, '*'),
            is: { nullable: true, hasDefault: false, filled: true },
          },
        ];
  return performed({
    does: words`Fill ${code(name)} in batches of ${batchSize}`,
    scripts: [
      batches(
        statement(batchLoop(table, batchSize, each), {
          work: 'rows',
          source: writes,
          deltas: [{ kind: 'fill', column: name }, ...keptDeltas],
          repeat: walked(table, batchSize),
        }),
      ),
    ],
    worked: words`no document is left that needs it`,
    undo:
      keepIn === undefined
        ? {
            kind: 'unneeded',
            because: words`stop the loop; what was filled may stay, because nobody reads ${code(name)} yet`,
          }
        : back(
            [
              batches(
                statement(
                  [
                    batchLoop(
                      keepIn,
                      batchSize,
                      `${collection(keepIn)}.aggregate([{ $match: { _id: { $in: ids } } }, { $merge: { into: ${literal(table)}, whenMatched: "merge", whenNotMatched: "discard" } }]);`,
                    ),
                    `${collection(keepIn)}.drop();`,
                  ].join('\n'),
                  {
                    work: 'rows',
                    source: inManual('reference/operator/aggregation/merge'),
                    deltas: [
                      { kind: 'fill', column: name },
                      { kind: 'drop-table', table: keepIn },
                    ],
                    repeat: walked(keepIn, batchSize),
                    remark: 'also puts back values that somebody changed since: compare first',
                  },
                ),
              ),
            ],
            { minutes: pulled },
          ),
  });
};

const deleteRows: Operations<Situation>['deleteRows'] = ({ table, where, batchSize, archive }) => {
  const remove = `${collection(table)}.deleteMany({ $and: [{ _id: { $in: ids } }, ${where}] }, { writeConcern: { w: "majority", wtimeout: 10000 } });`;
  const keep = (to: string) =>
    `${collection(table)}.aggregate([{ $match: { $and: [{ _id: { $in: ids } }, ${where}] } }, { $merge: { into: ${literal(to)}, whenMatched: "replace" } }]);`;
  const loop = (text: string, rest: Pick<Statement, 'deltas' | 'remark'>, over = table) =>
    batches(
      statement(batchLoop(over, batchSize, text), {
        work: 'rows',
        source: writes,
        repeat: walked(over, batchSize),
        ...rest,
      }),
    );
  return performed({
    does: words`Delete documents of ${code(table)} in batches of ${batchSize}${archive === undefined ? '' : words`, keeping them in ${code(archive)}`}`,
    scripts: [
      archive === undefined
        ? loop(remove, { deltas: [] })
        : loop(`${keep(archive)}\n  ${remove}`, {
            deltas: [
              { kind: 'add-table', table: archive },
              {
                kind: 'add-column',
                column: columnName(archive, '*'),
                is: { nullable: true, hasDefault: false, filled: true },
              },
            ],
          }),
    ],
    worked: words`no document is left where ${code(where)}`,
    undo:
      archive === undefined
        ? {
            kind: 'none',
            because: words`deleted documents are kept nowhere`,
            loses: {
              what: words`the documents of ${code(table)} where ${code(where)}, except what a restore brings back`,
            },
          }
        : back(
            [
              loop(
                `${collection(archive)}.aggregate([{ $match: { _id: { $in: ids } } }, { $merge: { into: ${literal(table)}, whenMatched: "keepExisting" } }]);`,
                { deltas: [] },
                archive,
              ),
              short(
                statement(`${collection(archive)}.drop()`, {
                  work: 'catalog',
                  locks: [archive],
                  deltas: [{ kind: 'drop-table', table: archive }],
                }),
              ),
            ],
            { minutes: pulled },
          ),
  });
};

const exported = (table: string, fields: string | undefined, file: string, deltas: readonly Delta[]): Statement => ({
  ...statement(
    `mongodump --uri "<connection string with the database>" --readPreference secondary --collection ${literal(table)} --archive=${literal(file)} --gzip`,
    { work: 'scan', source: { kind: 'manual', url: 'https://www.mongodb.com/docs/database-tools/mongodump/' }, deltas },
  ),
  language: 'shell',
  ...(fields === undefined
    ? {}
    : { remark: `whole documents, because mongodump does not choose fields: ${fields} is in them` }),
});

const exportColumn: Operations<Situation>['exportColumn'] = ({ table, column, file }) =>
  performed({
    does: words`Export ${code(table)} with ${code(column)}`,
    scripts: [plainly(exported(table, column, file, [{ kind: 'export', column: columnName(table, column) }]))],
    worked: words`${code(`mongorestore --archive=${literal(file)} --gzip --dryRun --verbose`)} ends without an error`,
    undo: { kind: 'unneeded', because: words`it only reads` },
  });

const exportTable: Operations<Situation>['exportTable'] = ({ table, file }) =>
  performed({
    does: words`Export ${code(table)}`,
    scripts: [plainly(exported(table, undefined, file, []))],
    worked: words`${code(`mongorestore --archive=${literal(file)} --gzip --dryRun --verbose`)} ends without an error`,
    undo: { kind: 'unneeded', because: words`it only reads` },
  });

type TableSync = OperationArguments['startTableSync'] & { readonly batchSize: number };

const copyRows: Operations<Situation>['copyRows'] = ({
  from,
  to,
  key: walk,
  toKey,
  columns,
  label,
  batchSize,
}: TableSync) => {
  const project = [
    `_id: ${toKey === rowKey ? path(walk) : '"$$REMOVE"'}`,
    ...(toKey === rowKey ? [] : [`${key(toKey)}: ${path(walk)}`]),
    ...columns.map((column) => `${key(column.to)}: ${path(column.from)}`),
    ...(label === undefined ? [] : [`${key(label.column)}: { $literal: ${literal(label.value)} }`]),
  ].join(', ');
  return performed({
    does: words`Copy the documents of ${code(from)} to ${code(to)} in batches of ${batchSize}`,
    scripts: [
      batches(
        statement(
          batchLoop(
            from,
            batchSize,
            `${collection(from)}.aggregate([{ $match: { _id: { $in: ids } } }, { $project: { ${project} } }, { $merge: { into: ${literal(to)}, on: ${literal(toKey)}, whenMatched: "merge" } }]);`,
          ),
          {
            work: 'rows',
            source: inManual('reference/operator/aggregation/merge'),
            deltas: columns.map((column): Delta => ({ kind: 'fill', column: columnName(to, column.to) })),
            repeat: walked(from, batchSize),
            ...(toKey === rowKey ? {} : { remark: `needs a unique index on ${toKey} of ${to}` }),
          },
        ),
      ),
    ],
    worked: words`both collections have the same documents`,
    undo: {
      kind: 'unneeded',
      because: words`nobody reads ${code(to)} yet; stop the loop, what was copied may stay`,
    },
  });
};

/** What no server does here, the release that writes does. */
const byTheApplication = (what: Cannot['because']): Cannot => ({
  kind: 'cannot',
  because: words`MongoDB runs nothing of ours inside a write`,
  instead: words`Let the release that writes keep ${what} in the same update or transaction.`,
});

export const documents = {
  backfill,
  deleteRows,
  exportColumn,
  exportTable,
  copyRows,
  startSync: ({ pairs }: OperationArguments['startSync']) =>
    byTheApplication(words`${code(pairs.map(({ from, to }) => `${from} and ${to}`).join(', '))} equal`),
  stopSync: ({ pairs }: OperationArguments['stopSync']) =>
    byTheApplication(words`${code(pairs.map(({ from, to }) => `${from} and ${to}`).join(', '))} equal until then`),
  startTableSync: ({ from, to }: OperationArguments['startTableSync']) =>
    byTheApplication(words`${code(from)} and ${code(to)} equal`),
  stopTableSync: ({ from, to }: OperationArguments['stopTableSync']) =>
    byTheApplication(words`${code(from)} and ${code(to)} equal until then`),
  vacuum: ({ table }: OperationArguments['vacuum']): Cannot => ({
    kind: 'cannot',
    because: words`there is nothing to clean up after updates: freed space is used again`,
    instead: words`Leave it. Only if the disk must shrink: ${code(`db.runCommand({ compact: ${literal(table)} })`)} on one secondary after the other.`,
  }),
};
