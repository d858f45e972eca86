import type { Situation } from '#model/engine.ts';
import type { Queries } from '#model/operations.ts';
import type { Source } from '#model/source.ts';
import type { Statement } from '#model/statement.ts';
import { inGuide } from './manual.ts';
import { attributeNames, shellQuoted } from './quote.ts';
import { statement } from './statement.ts';

const ask = (text: string, work: 'none' | 'scan', source: Source, remark?: string): Statement =>
  statement(text, { work, source, ...(remark === undefined ? {} : { remark }) });

const name = /^[\w.#<>-]+$/;

const count = (table: string, filter: string, names?: Readonly<Record<string, string>>): Statement =>
  ask(
    `aws dynamodb scan --table-name ${shellQuoted(table)} --select COUNT --query Count --filter-expression ${shellQuoted(filter)}${names === undefined ? '' : ` --expression-attribute-names ${attributeNames(names)}`}`,
    'scan',
    inGuide('Scan'),
    'reads every item and takes its read capacity: at a quiet hour',
  );

const described = (table: string, query?: string): Statement =>
  ask(
    `aws dynamodb describe-table --table-name ${shellQuoted(table)}${query === undefined ? '' : ` --query ${shellQuoted(query)}`}`,
    'none',
    inGuide('WorkingWithTables.Basics'),
  );

const keyed = (table: string, parts: readonly string[]): string =>
  `aws dynamodb scan --table-name ${shellQuoted(table)} --output json | jq -c ${shellQuoted(`.Items[] | [${parts.map((part) => `.${JSON.stringify(part)}`).join(', ')}]`)} | sort`;

/** Questions that change nothing. What only a join or a group could answer is not asked. */
export const queries: Queries<Situation> = {
  countDifferences: ({ table, left, right }) =>
    name.test(left) && name.test(right)
      ? count(table, '#l <> #r OR (attribute_exists(#l) AND attribute_not_exists(#r))', { '#l': left, '#r': right })
      : count(table, `NOT (${left} = ${right})`),
  countTableDifferences: ({ from, to, key, toKey, columns }) =>
    ask(
      `diff <(${keyed(from, [key, ...columns.map((column) => column.from)])}) \\\n     <(${keyed(to, [toKey, ...columns.map((column) => column.to)])}) | grep -c '^[<>]'`,
      'scan',
      inGuide('Scan'),
      'lines that stand on one side only; reads every item of both',
    ),
  countNulls: ({ table, column }) => count(table, 'attribute_not_exists(#c)', { '#c': column }),
  countRows: ({ table, where }) => (where === undefined ? described(table, 'Table.ItemCount') : count(table, where)),
  countOrphans: () => undefined,
  countDuplicates: () => undefined,
  countViolations: ({ table, expression }) => count(table, `NOT (${expression})`),
  dependents: ({ table }) =>
    described(
      table,
      'Table.{indexes: GlobalSecondaryIndexes[].IndexName, local: LocalSecondaryIndexes[].IndexName, stream: LatestStreamArn, replicas: Replicas[].RegionName}',
    ),
  describeTable: ({ table }) => described(table),
  indexUse: ({ table, index }) =>
    ask(
      `aws cloudwatch get-metric-statistics --namespace AWS/DynamoDB --metric-name ConsumedReadCapacityUnits --dimensions Name=TableName,Value=${shellQuoted(table)} Name=GlobalSecondaryIndexName,Value=${shellQuoted(index)} --statistics Sum --period 86400 --start-time <14 days ago> --end-time <now>`,
      'none',
      inGuide('metrics-dimensions'),
    ),
  columnUse: () => undefined,
  longestValue: () => undefined,
  distribution: () => undefined,
  sequenceHeadroom: () => undefined,
  tableSize: ({ table }) => described(table, 'Table.[ItemCount, TableSizeBytes]'),
  routineDefinition: () => undefined,
  extensionVersions: () => undefined,
  streamSettings: () => undefined,
};
