import type { Situation } from '#model/engine.ts';
import type { Operations } from '#model/operations.ts';
import { columnName, type Delta, type TableName } from '#model/schema.ts';
import type { Script } from '#model/statement.ts';
import { code, words } from '#model/text.ts';
import { inGuide } from '../manual.ts';
import { shellQuoted } from '../quote.ts';
import { back, changing, measure, performed, plainly, statement } from '../statement.ts';
import { cannot } from './absent.ts';

const all = (table: TableName): readonly Delta[] => [
  { kind: 'add-table', table },
  { kind: 'add-column', column: columnName(table, '*'), is: { nullable: true, hasDefault: false, filled: true } },
];

export const made = (table: TableName, like: string): Script =>
  changing(
    statement(
      `aws dynamodb create-table --table-name ${shellQuoted(table)} --billing-mode PAY_PER_REQUEST --attribute-definitions <AttributeName=…,AttributeType=S|N|B> --key-schema <AttributeName=…,KeyType=HASH|RANGE> && aws dynamodb wait table-exists --table-name ${shellQuoted(table)}`,
      { source: inGuide('WorkingWithTables.Basics'), deltas: all(table), remark: `its keys are for good: ${like}` },
    ),
  );

export const gone = (table: TableName): Script =>
  changing(
    statement(
      `aws dynamodb delete-table --table-name ${shellQuoted(table)} && aws dynamodb wait table-not-exists --table-name ${shellQuoted(table)}`,
      {
        deltas: [{ kind: 'drop-table', table }],
        remark: 'refused while deletion protection is on (update-table --no-deletion-protection-enabled)',
      },
    ),
  );

const createTable: Operations<Situation>['createTable'] = ({ table, columns }) =>
  performed({
    does: words`Create the table ${code(table)}`,
    scripts: [made(table, columns.replaceAll(/\s+/g, ' '))],
    worked: words`${code(`aws dynamodb describe-table --table-name ${table}`)} says ${code('ACTIVE')}; its point-in-time recovery, time to live, stream, tags and alarms are set as reviewed: none comes by itself`,
    undo: back([gone(table)], {
      minutes: { kind: 'assumed', minutes: 1 },
      note: words`Items written to ${code(table)} since go with it.`,
    }),
  });

const dropTable: Operations<Situation>['dropTable'] = ({ table }) =>
  performed({
    does: words`Delete the table ${code(table)}, after a backup of it`,
    scripts: [
      plainly(
        statement(
          `aws dynamodb create-backup --table-name ${shellQuoted(table)} --backup-name ${shellQuoted(`${table}-before-delete`)}`,
          { work: 'none', source: inGuide('Backup.Tutorial'), remark: 'keep its ARN; wait until it is AVAILABLE' },
        ),
      ),
      gone(table),
    ],
    worked: words`${code('aws dynamodb list-tables')} no longer names ${code(table)}; no error names it`,
    undo: {
      kind: 'restore',
      from: words`the backup: ${code('aws dynamodb restore-table-from-backup')} makes a table of the same name again; scaling, alarms, tags, stream, time to live and point-in-time recovery are set again by hand`,
      minutes: measure(words`the same into a table of another name`),
      loses: { what: words`what was written to ${code(table)} after the backup` },
    },
  });

const object = (index: string) => `index ${index}`;

const update = (table: TableName, attributes: string, updates: unknown) =>
  `aws dynamodb update-table --table-name ${shellQuoted(table)}${attributes} --global-secondary-index-updates ${shellQuoted(JSON.stringify([updates]))}`;

const deleted = (table: TableName, index: string): Script =>
  changing(
    statement(update(table, '', { Delete: { IndexName: index } }), {
      source: inGuide('GSI.OnlineOps'),
      deltas: [{ kind: 'drop-object', object: object(index) }],
      remark: 'an index that is being made can be deleted only while Backfilling is true',
    }),
  );

const created = (table: TableName, index: string, columns: readonly string[]): Script =>
  changing(
    statement(
      update(
        table,
        ` --attribute-definitions ${columns.map((column) => `AttributeName=${column},AttributeType=<S|N|B>`).join(' ')}`,
        {
          Create: {
            IndexName: index,
            KeySchema: columns.map((column, position) => ({
              AttributeName: column,
              KeyType: position === 0 ? 'HASH' : 'RANGE',
            })),
            Projection: { ProjectionType: 'ALL' },
          },
        },
      ),
      {
        work: 'index build',
        source: inGuide('GSI.OnlineOps'),
        deltas: [{ kind: 'add-object', object: object(index) }],
        remark:
          'a provisioned table also needs ProvisionedThroughput of the index; one index at a time; writes that the index cannot take are refused on the table too: look for a partition key with few values first',
      },
    ),
  );

const createIndex: Operations<Situation>['createIndex'] = ({ table, index, columns, unique, where }) => {
  if (unique)
    return cannot(
      words`an index refuses no second item: only the primary key is unique`,
      words`Write an item whose key is the value of ${code(columns.join(', '))} in the same ${code('TransactWriteItems')}, with ${code('attribute_not_exists')}`,
    );
  if (where !== undefined)
    return cannot(
      words`an index has no condition: it holds the items that have its key attributes`,
      words`Let the release set the key attribute of ${code(index)} only on the items where ${code(where)}`,
    );
  if (columns.length > 2)
    return cannot(
      words`an index over more than a partition and a sort key is not confirmed here`,
      words`Let the release write one attribute that joins ${code(columns.slice(1).join(', '))}, fill it, and index that`,
    );
  return performed({
    does: words`Create the global secondary index ${code(index)} on ${code(table)}: it is filled beside reads and writes`,
    scripts: [created(table, index, columns)],
    worked: words`${code('describe-table')} says ${code('"IndexStatus": "ACTIVE"')} for ${code(index)}; an item without its key attributes, or with another type there, is not in it`,
    undo: back([deleted(table, index)], { minutes: { kind: 'assumed', minutes: 5 } }),
  });
};

const dropIndex: Operations<Situation>['dropIndex'] = ({ table, index, definition }) =>
  performed({
    does: words`Delete the index ${code(index)} of ${code(table)}: from this moment on a query that names it fails`,
    scripts: [deleted(table, index)],
    worked: words`${code('describe-table')} no longer lists ${code(index)}; no error names it`,
    undo: back(
      [
        changing(
          statement(definition ?? '<update-table with Create, as describe-table printed the index before>', {
            work: 'index build',
            source: inGuide('GSI.OnlineOps'),
            deltas: [{ kind: 'add-object', object: object(index) }],
            ...(definition === undefined ? { language: 'text' as const } : {}),
          }),
        ),
      ],
      { minutes: measure(words`filling ${code(index)} on a copy of the table: hours where it is large`) },
    ),
  });

/** Written by the service from its log, so that the table is not read. */
const exported = (table: TableName, file: string, deltas: readonly Delta[]) =>
  plainly(
    statement(
      `aws dynamodb export-table-to-point-in-time --table-arn <ARN of ${table}> --s3-bucket <bucket> --s3-prefix ${shellQuoted(file)} --export-format DYNAMODB_JSON`,
      {
        work: 'scan',
        source: inGuide('S3DataExport.HowItWorks'),
        deltas,
        remark: 'needs point-in-time recovery; whole items; takes no read capacity',
      },
    ),
  );

const exportTable: Operations<Situation>['exportTable'] = ({ table, file }) =>
  performed({
    does: words`Export ${code(table)} to S3 under ${code(file)}`,
    scripts: [exported(table, file, [])],
    worked: words`${code('describe-export')} says ${code('COMPLETED')}; ${code('ItemCount')} is that of the table`,
    undo: { kind: 'unneeded', because: words`it only reads` },
  });

const exportColumn: Operations<Situation>['exportColumn'] = ({ table, column, file }) =>
  performed({
    does: words`Export ${code(table)}, with ${code(column)} in it, to S3 under ${code(file)}`,
    scripts: [exported(table, file, [{ kind: 'export', column: columnName(table, column) }])],
    worked: words`${code('describe-export')} says ${code('COMPLETED')}; ${code('ItemCount')} is that of the table`,
    undo: { kind: 'unneeded', because: words`it only reads` },
  });

export const tables = { createTable, dropTable, createIndex, dropIndex, exportTable, exportColumn };
