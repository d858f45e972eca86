import type { Situation } from '#model/engine.ts';
import type { Operations } from '#model/operations.ts';
import { columnName } from '#model/schema.ts';
import type { Cannot } from '#model/statement.ts';
import { code, words } from '#model/text.ts';
import { batchLoop, updateBatch, walked } from '../batch-loop.ts';
import { inManual } from '../manual.ts';
import { key, literal, path } from '../quote.ts';
import { back, batches, measure, performed, plainly, statement } from '../statement.ts';

/** Rows of a batch where the operation does not say. */
const batchSize = 1000;

const perRow = measure(words`documents ÷ batch × (time of a batch + pause), from the dry run`);

const removal = (table: string, column: string) =>
  batches(
    statement(
      batchLoop(
        table,
        batchSize,
        updateBatch(table, `{ ${key(column)}: { $exists: true } }`, `{ $unset: { ${key(column)}: "" } }`),
      ),
      {
        work: 'rows',
        source: inManual('reference/operator/update/unset'),
        deltas: [{ kind: 'drop-column', column: columnName(table, column) }],
        repeat: walked(table, batchSize),
      },
    ),
  );

/** No command adds a field: what can keep it out is a validator. */
const addColumn: Operations<Situation>['addColumn'] = ({ table, column, default: value }) =>
  performed({
    does: words`Let ${code(table)} have the field ${code(column)}`,
    scripts: [
      plainly(
        statement(`printjson(db.getCollectionInfos({ name: ${literal(table)} })[0].options.validator)`, {
          work: 'none',
          source: inManual('core/schema-validation'),
          deltas: [
            {
              kind: 'add-column',
              column: columnName(table, column),
              is: { nullable: true, hasDefault: false, filled: false },
            },
          ],
          remark: 'no command adds a field; only a validator can keep it out',
        }),
      ),
    ],
    worked: words`no validator, or one that admits ${code(column)}${value === undefined ? '' : words`. Nobody fills in a default here: the release that writes documents sets ${code(value)}`}`,
    undo: back([removal(table, column)], {
      minutes: perRow,
      note: words`Not urgent: a field that documents have changes nothing for those who do not ask for it.`,
    }),
  });

const dropColumn: Operations<Situation>['dropColumn'] = ({ table, column }) =>
  performed({
    does: words`Remove the field ${code(column)} from ${code(table)}, in batches`,
    scripts: [removal(table, column)],
    worked: words`no document is left that has ${code(column)}`,
    undo: {
      kind: 'none',
      because: words`${code('$unset')} keeps nothing of the values`,
      loses: {
        what: words`the values of ${code(columnName(table, column))}, except where an export or a restore has them`,
      },
    },
  });

const renaming = (table: string, from: string, to: string) =>
  batches(
    statement(
      batchLoop(
        table,
        batchSize,
        updateBatch(
          table,
          `{ ${key(from)}: { $exists: true }, ${key(to)}: { $exists: false } }`,
          `{ $rename: { ${key(from)}: ${literal(to)} } }`,
        ),
      ),
      {
        work: 'rows',
        source: inManual('reference/operator/update/rename'),
        deltas: [{ kind: 'rename-column', from: columnName(table, from), to: columnName(table, to) }],
        repeat: walked(table, batchSize),
        remark: 'until it has ended some documents have the old name and some the new',
      },
    ),
  );

const renameColumn: Operations<Situation>['renameColumn'] = ({ table, from, to }) =>
  performed({
    does: words`Rename the field ${code(from)} of ${code(table)} to ${code(to)}, in batches`,
    scripts: [renaming(table, from, to)],
    worked: words`no document is left that has ${code(from)}`,
    undo: back([renaming(table, to, from)], { minutes: perRow }),
  });

const converting = (table: string, column: string, to: string, expression: string) =>
  batches(
    statement(
      batchLoop(
        table,
        batchSize,
        updateBatch(
          table,
          `{ ${key(column)}: { $exists: true, $not: { $type: ${literal(to)} } } }`,
          `[{ $set: { ${key(column)}: ${expression} } }]`,
        ),
      ),
      {
        work: 'rewrite',
        source: inManual('reference/operator/aggregation/convert'),
        deltas: [],
        repeat: walked(table, batchSize),
        remark: 'until it has ended documents hold both types',
      },
    ),
  );

const convert = (column: string, to: string): string =>
  `{ $convert: { input: ${path(column)}, to: ${literal(to)}, onNull: null } }`;

const changeType: Operations<Situation>['changeType'] = ({ table, column, from, to, using }) =>
  performed({
    does: words`Write ${code(columnName(table, column))} as ${code(to)} in every document, in batches`,
    scripts: [converting(table, column, to, using ?? convert(column, to))],
    worked: words`no document is left in which ${code(column)} is of another type; a value that cannot be converted ends the batch with an error`,
    undo: back([converting(table, column, from, convert(column, from))], {
      minutes: perRow,
      loses: { what: words`values of ${code(columnName(table, column))} that ${code(from)} cannot hold` },
    }),
  });

const cannot = (because: Cannot['because'], instead: Cannot['instead']): Cannot => ({
  kind: 'cannot',
  because,
  instead,
});

const changeCollation: Operations<Situation>['changeCollation'] = ({ table, column, to }) =>
  cannot(
    words`a field has no collation here; a collection gets its own when it is created, an index when it is built, a query when it is sent`,
    words`Build an index on ${code(column)} of ${code(table)} with ${code(to)} and send the queries with the same collation.`,
  );

const setDefault: Operations<Situation>['setDefault'] = ({ table, column, default: value }) =>
  cannot(
    words`MongoDB fills in no defaults`,
    words`Let the release that inserts into ${code(table)} set ${code(column)} to ${code(value)}.`,
  );

const dropDefault: Operations<Situation>['dropDefault'] = ({ table, column }) =>
  cannot(
    words`MongoDB fills in no defaults`,
    words`Let the release that inserts into ${code(table)} no longer set ${code(column)}.`,
  );

const addGeneratedColumn: Operations<Situation>['addGeneratedColumn'] = ({ table, column, expression }) =>
  cannot(
    words`MongoDB computes no stored field`,
    words`Let the release that writes ${code(table)} compute ${code(column)}, or make a view with ${code(`{ $set: { ${key(column)}: ${expression} } }`)}.`,
  );

export const fields = {
  addColumn,
  dropColumn,
  renameColumn,
  changeType,
  changeCollation,
  setDefault,
  dropDefault,
  addGeneratedColumn,
};
