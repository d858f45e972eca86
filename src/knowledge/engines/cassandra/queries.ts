import type { Situation } from '#model/engine.ts';
import type { Queries } from '#model/operations.ts';
import type { Source } from '#model/source.ts';
import type { Statement } from '#model/statement.ts';
import { unload } from './bulk.ts';
import { dsbulk, inManual, nodetool } from './manual.ts';
import { bareName, cqlString, keyspaceOf, quoteName, quoteTable } from './quote.ts';
import { statement } from './statement.ts';

const scan = (text: string, remark?: string): Statement =>
  statement(text, { language: 'shell', work: 'scan', source: dsbulk, ...(remark === undefined ? {} : { remark }) });

const ask = (text: string, source: Source): Statement => statement(text, { work: 'none', source });

const shell = (text: string, source: Source): Statement => statement(text, { language: 'shell', work: 'none', source });

/** Counts what a whole scan of two columns shows; CQL itself compares no two columns. */
const counted = (table: string, columns: readonly string[], condition: string): Statement =>
  scan(
    `${unload(table, `SELECT ${columns.join(', ')} FROM ${quoteTable(table)}`)} -delim '\\t' -header false | awk -F'\\t' '${condition}' | wc -l`,
    'reads every row: at a quiet hour, at the consistency that the application reads with (-cl LOCAL_QUORUM)',
  );

const sorted = (table: string, columns: readonly string[]): string =>
  `${unload(table, `SELECT ${columns.map(quoteName).join(', ')} FROM ${quoteTable(table)}`)} -header false | sort`;

const indexesOf = (table: string): string =>
  `SELECT index_name, kind, options FROM system_schema.indexes WHERE keyspace_name = ${cqlString(bareName(keyspaceOf(table)))} AND table_name = ${cqlString(bareName(table))}`;

/** Questions that change nothing. What only a join or a group could answer is not asked. */
export const queries: Queries<Situation> = {
  countDifferences: ({ table, left, right }) => counted(table, [left, right], '$1 != $2'),
  countTableDifferences: ({ from, to, key, toKey, columns }) =>
    scan(
      `diff <(${sorted(from, [key, ...columns.map((column) => column.from)])}) \\\n     <(${sorted(to, [toKey, ...columns.map((column) => column.to)])}) | grep -c '^[<>]'`,
      'lines that stand on one side only; a row written meanwhile shows as two: look at the same keys again',
    ),
  countNulls: ({ table, column }) => counted(table, [quoteName(column)], '$1 == ""'),
  countRows: ({ table, where }) =>
    scan(
      where === undefined
        ? `dsbulk count -h <contact point> -k ${quoteName(keyspaceOf(table))} -t ${quoteName(bareName(table))}`
        : `${unload(table, `SELECT ${'writetime(<a column that is no key>)'} FROM ${quoteTable(table)} WHERE ${where} ALLOW FILTERING`)} -header false | wc -l`,
    ),
  countOrphans: () => undefined,
  countDuplicates: () => undefined,
  countViolations: () => undefined,
  dependents: ({ table }) => ask(indexesOf(table), inManual('developing/cql/indexing/indexing-concepts')),
  describeTable: ({ table }) => ask(`DESCRIBE TABLE ${quoteTable(table)}`, inManual('managing/tools/cqlsh')),
  indexUse: () => undefined,
  columnUse: () => undefined,
  longestValue: ({ table, column }) =>
    scan(
      `${unload(table, `SELECT ${quoteName(column)} FROM ${quoteTable(table)}`)} -header false | awk '{ if (length($0) > m) m = length($0) } END { print m }'`,
    ),
  distribution: () => undefined,
  sequenceHeadroom: () => undefined,
  tableSize: ({ table }) =>
    shell(`nodetool tablestats ${keyspaceOf(table)}.${bareName(table)}`, nodetool('tablestats')),
  routineDefinition: ({ name }) => ask(`DESCRIBE FUNCTION ${quoteTable(name)}`, inManual('managing/tools/cqlsh')),
  extensionVersions: () => undefined,
  streamSettings: () => undefined,
};
