import type { TableName } from '#model/schema.ts';
import type { Repeat } from '#model/statement.ts';
import { collection } from './quote.ts';

const pauseSeconds = 0.5;

/** Every collection has this key, indexed and unique. */
export const rowKey = '_id';

export const walked = (table: TableName, size: number): Repeat => ({
  kind: 'key-range',
  table,
  key: rowKey,
  size,
  pauseSeconds,
  written: true,
});

/**
 * A loop for mongosh that walks a collection by `_id` and can be started again where it stopped: it prints the last key of each batch.
 * `each` is JavaScript that may name `ids`, the keys of the batch.
 */
export const batchLoop = (table: TableName, size: number, each: string): string =>
  [
    "var last = MinKey(); // to go on after a stop: EJSON.parse('<the last line that was printed>')",
    'for (;;) {',
    `  const ids = ${collection(table)}.find({ _id: { $gt: last } }, { _id: 1 }).sort({ _id: 1 }).limit(${size}).toArray().map((row) => row._id);`,
    '  if (ids.length === 0) break;',
    `  ${each}`,
    '  last = ids.at(-1);',
    '  print(EJSON.stringify(last));',
    `  sleep(${pauseSeconds * 1000});`,
    '}',
  ].join('\n');

/** One batch of updates that counts as written only when most members have it, so that replicas set the pace. */
export const updateBatch = (table: TableName, filter: string, update: string): string =>
  `${collection(table)}.updateMany({ $and: [{ _id: { $in: ids } }, ${filter}] }, ${update}, { writeConcern: { w: "majority", wtimeout: 10000 } });`;
