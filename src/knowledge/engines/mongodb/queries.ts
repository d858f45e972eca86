import type { Situation } from '#model/engine.ts';
import type { Queries } from '#model/operations.ts';
import type { Statement } from '#model/statement.ts';
import { inManual } from './manual.ts';
import { collection, key, literal, path } from './quote.ts';
import { statement } from './statement.ts';

const ask = (text: string, work: 'none' | 'scan', page: string): Statement =>
  statement(text, { work, source: inManual(page) });

const aggregate = (table: string, ...stages: readonly string[]): string =>
  `${collection(table)}.aggregate([${stages.join(', ')}]).toArray()`;

const counting = 'reference/method/db.collection.countDocuments';
const aggregating = 'reference/method/db.collection.aggregate';

const orNull = (field: string): string => `{ $ifNull: [${path(field)}, null] }`;

/** An expression that begins with `{` or `$` is one of the aggregation language; anything else is the name of a field. */
const side = (text: string): string => (/^\s*[{["$]/.test(text) ? text : orNull(text));

const lookup = (from: string, local: string, foreign: string): string =>
  `{ $lookup: { from: ${literal(from)}, localField: ${literal(local)}, foreignField: ${literal(foreign)}, as: "there" } }`;

/** A name by itself: `name` is not in `full_name`. */
const wholeWord = (name: string): string =>
  literal(`(?<!\\w)${name.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)}(?!\\w)`);

/** Questions that change nothing. Whole scans are best sent to a secondary. */
export const queries: Queries<Situation> = {
  countDifferences: ({ table, left, right }) =>
    ask(`${collection(table)}.countDocuments({ $expr: { $ne: [${side(left)}, ${side(right)}] } })`, 'scan', counting),
  countTableDifferences: ({ from, to, key: walk, toKey, columns }) =>
    ask(
      aggregate(
        from,
        lookup(to, walk, toKey),
        '{ $set: { there: { $first: "$there" } } }',
        `{ $match: { $expr: { $or: [{ $eq: [{ $type: "$there" }, "missing"] }, ${columns.map((column) => `{ $ne: [${orNull(column.from)}, ${orNull(`there.${column.to}`)}] }`).join(', ')}] } } }`,
        '{ $count: "differ" }',
      ),
      'scan',
      'reference/operator/aggregation/lookup',
    ),
  countNulls: ({ table, column }) =>
    ask(`${collection(table)}.countDocuments({ ${key(column)}: null })`, 'scan', counting),
  countRows: ({ table, where }) =>
    where === undefined
      ? ask(
          `${collection(table)}.estimatedDocumentCount()`,
          'none',
          'reference/method/db.collection.estimatedDocumentCount',
        )
      : ask(`${collection(table)}.countDocuments(${where})`, 'scan', counting),
  countOrphans: ({ table, columns, references, referencedColumns }) =>
    ask(
      aggregate(
        table,
        `{ $match: { ${columns.map((column) => `${key(column)}: { $ne: null }`).join(', ')} } }`,
        lookup(references, columns[0] ?? '_id', referencedColumns[0] ?? '_id'),
        '{ $match: { there: { $size: 0 } } }',
        '{ $count: "orphans" }',
      ),
      'scan',
      'reference/operator/aggregation/lookup',
    ),
  countDuplicates: ({ table, columns }) =>
    ask(
      aggregate(
        table,
        `{ $group: { _id: { ${columns.map((column) => `${key(column.replaceAll('.', '_'))}: ${path(column)}`).join(', ')} }, n: { $sum: 1 } } }`,
        '{ $match: { n: { $gt: 1 } } }',
        '{ $count: "duplicates" }',
      ),
      'scan',
      aggregating,
    ),
  countViolations: ({ table, expression }) =>
    ask(`${collection(table)}.countDocuments({ $nor: [${expression}] })`, 'scan', counting),
  dependents: ({ table }) =>
    ask(
      `db.getCollectionInfos({ $or: [{ "options.viewOn": ${literal(table)} }, { name: ${literal(table)} }] }).map(({ name, options }) => ({ name, options }))`,
      'none',
      'reference/method/db.getCollectionInfos',
    ),
  describeTable: ({ table }) =>
    ask(
      `({ options: db.getCollectionInfos({ name: ${literal(table)} })[0].options, indexes: ${collection(table)}.getIndexes() })`,
      'none',
      'reference/method/db.getCollectionInfos',
    ),
  indexUse: ({ table, index }) =>
    ask(
      aggregate(
        table,
        '{ $indexStats: {} }',
        `{ $match: { name: ${literal(index)} } }`,
        '{ $project: { host: 1, accesses: 1 } }',
      ),
      'none',
      'reference/operator/aggregation/indexStats',
    ),
  columnUse: ({ table, column }) =>
    ask(
      `db.getProfilingStatus().was !== 2 ? "not proved: this member does not profile every operation" : db.system.profile.find({ ns: db.getName() + ${literal(`.${table}`)} }).toArray().filter((entry) => new RegExp(${wholeWord(column)}).test(JSON.stringify(entry.command))).length`,
      'scan',
      'tutorial/manage-the-database-profiler',
    ),
  longestValue: ({ table, column }) =>
    ask(
      aggregate(table, `{ $group: { _id: null, longest: { $max: { $strLenCP: { $toString: ${orNull(column)} } } } } }`),
      'scan',
      aggregating,
    ),
  distribution: ({ table, left, right }) =>
    ask(
      aggregate(
        table,
        `{ $facet: { left: [{ $sortByCount: ${side(left)} }], right: [{ $sortByCount: ${side(right)} }] } }`,
      ),
      'scan',
      'reference/operator/aggregation/sortByCount',
    ),
  sequenceHeadroom: ({ table, column }) =>
    ask(
      `${collection(table)}.find({}, { ${key(column)}: 1 }).sort({ ${key(column)}: -1 }).limit(1).toArray()`,
      'scan',
      'reference/bson-types',
    ),
  tableSize: ({ table }) =>
    ask(
      aggregate(
        table,
        '{ $collStats: { storageStats: { scale: 1048576 } } }',
        '{ $project: { "storageStats.count": 1, "storageStats.storageSize": 1, "storageStats.totalIndexSize": 1 } }',
      ),
      'none',
      'reference/operator/aggregation/collStats',
    ),
  routineDefinition: ({ name }) =>
    ask(
      `db.getCollectionInfos({ name: ${literal(name)} })[0].options`,
      'none',
      'reference/method/db.getCollectionInfos',
    ),
  extensionVersions: () => undefined,
  streamSettings: () => undefined,
};
