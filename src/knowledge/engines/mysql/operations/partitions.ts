import type { Situation } from '#model/engine.ts';
import type { Operations } from '#model/operations.ts';
import { columnName } from '#model/schema.ts';
import type { Effect, Statement } from '#model/statement.ts';
import { code, words } from '#model/text.ts';
import type { Family } from '../family.ts';
import { quoteLast } from '../names.ts';
import { quoteTable } from '../quote.ts';
import { back, performed, short, statement } from '../statement.ts';

/** No table becomes a partition of another without a copy of its rows. */
export const partitionInPlace =
  (family: Family): Operations<Situation>['partitionInPlace'] =>
  ({ table, column, cut, primaryKey }) => ({
    kind: 'cannot',
    because: words`${code('PARTITION BY')} copies ${code(table)} while nobody can write to it, every unique key must contain ${code(column)} (${code(primaryKey.join(', '))} today), and no foreign key may stand on either side (${code('1506')})`,
    instead: words`Make a partitioned table beside it, with a partition before ${code(cut)} and one for each bound after; keep it equal by a table sync, copy the rows in batches, compare, then turn both names in one ${code('RENAME TABLE')}. ${family.copyTools(table)}`,
  });

const exchange = (family: Family, table: string, partition: string, work: Effect['work'], remark?: string): Statement =>
  statement(
    `ALTER TABLE ${quoteTable(table)} EXCHANGE PARTITION ${quoteLast(partition)} WITH TABLE ${quoteTable(partition)}${family.exchangesUnread ? ' WITHOUT VALIDATION' : ''}`,
    {
      locks: { [table]: 'EXCLUSIVE', [partition]: 'EXCLUSIVE' },
      work,
      source: family.source('partitions'),
      ...(remark === undefined ? {} : { remark }),
    },
  );

/** The rows of a partition and those of an empty table of the same shape change places: no row moves. */
export const detachPartition =
  (family: Family): Operations<Situation>['detachPartition'] =>
  ({ table, partition }) =>
    performed({
      does: words`Exchange the partition ${code(partition)} of ${code(table)} with an empty table of that name: its rows are no longer seen through ${code(table)}`,
      scripts: [
        short(
          statement(`CREATE TABLE ${quoteTable(partition)} LIKE ${quoteTable(table)}`, {
            locks: { [table]: 'SHARED_READ' },
            source: family.source('create table'),
            deltas: [
              { kind: 'add-table', table: partition },
              {
                kind: 'add-column',
                column: columnName(partition, '*'),
                is: { nullable: true, hasDefault: false, filled: true },
              },
            ],
          }),
          statement(`ALTER TABLE ${quoteTable(partition)} REMOVE PARTITIONING`, {
            locks: { [partition]: 'EXCLUSIVE' },
            source: family.source('partitions'),
            remark: 'it is empty',
          }),
          exchange(
            family,
            table,
            partition,
            'catalog',
            'the two must have the same columns and indexes; a foreign key on either side makes the server refuse',
          ),
        ),
      ],
      worked: words`${code(`SELECT count(*) FROM ${partition}`)} is the rows that the partition had; in ${code(table)} it is empty. A new table ${code(partition)} with a failed exchange is empty: drop it, run the file again`,
      undo: back(
        [
          short(
            exchange(family, table, partition, family.exchangesUnread ? 'catalog' : 'scan'),
            statement(`DROP TABLE ${quoteTable(partition)}`, {
              locks: { [partition]: 'EXCLUSIVE' },
              source: family.source('drop table'),
              deltas: [{ kind: 'drop-table', table: partition }],
              remark: 'only when it is empty',
            }),
          ),
        ],
        {
          note: words`${
            family.exchangesUnread
              ? words`${code('WITHOUT VALIDATION')} reads no row: nobody has written to ${code(partition)} meanwhile what lies outside its bounds.`
              : words`Every row of ${code(partition)} is read while nobody can use ${code(table)}; one outside its bounds makes it fail.`
          } Rows written to that partition of ${code(table)} meanwhile go the other way: there must be none.`,
        },
      ),
    });
