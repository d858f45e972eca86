import type { Contradiction, PlannedChange } from '#model/brief.ts';
import type { TableScale } from '#model/change.ts';
import type { Given } from '#model/given.ts';
import { isGiven, notGiven } from '#model/given.ts';
import type { TableAnswers } from '#model/pages/scale.ts';
import { scalePage } from '#model/pages/scale.ts';
import { readCount, readGigabytes } from '#model/quantity.ts';
import type { TableName } from '#model/schema.ts';
import { readNumber, typed } from './read.ts';

/** Fields of a change that name a table which stands today. */
const tableFields = ['table', 'tables', 'references', 'into'];

const bytesIn = (gigabytes: number): number => gigabytes * 1024 ** 3;

/** The tables that the changes name in their fields. */
export const tablesNamed = (changes: readonly PlannedChange[]): readonly TableName[] =>
  changes.flatMap(({ change, fields }) =>
    tableFields
      .filter((field) => Object.hasOwn(change.fields, field))
      .flatMap((field) => (fields[field] ?? '').split(','))
      .map((name) => name.trim())
      .filter((name) => name !== ''),
  );

/** Rows and size that cannot belong to one table. */
function weighs(name: string, rows: Given<number>, gigabytes: Given<number>): readonly string[] {
  if (!isGiven(rows) || !isGiven(gigabytes) || rows === 0 || gigabytes === 0) return [];
  const each = bytesIn(gigabytes) / rows;
  if (each > 1024 ** 3)
    return [
      `${name}: ${gigabytes} GB in ${rows} rows is more than 1 GB a row. Check the number of rows and the size, one of them is off.`,
    ];
  if (each < 1)
    return [
      `${name}: ${rows} rows in ${gigabytes} GB is less than a byte a row. Check the number of rows and the size, one of them is off.`,
    ];
  return [];
}

interface Tables {
  readonly tables: readonly TableScale[];
  readonly contradictions: readonly Contradiction[];
}

function readTable(answers: TableAnswers, index: number, whole: Given<number>): Tables {
  const at = (field: keyof TableAnswers) => ({
    page: 'scale',
    field: `tables.${index}.${field}`,
    label: `${scalePage.tableQuestions[field].label}${answers.name.trim() === '' ? '' : ` (${answers.name.trim()})`}`,
  });
  const rows = readNumber(at('rows'), answers.rows, readCount, { example: '48M' });
  const gigabytes = readNumber(at('gigabytes'), answers.gigabytes, readGigabytes, { example: '31 GB' });
  const writes = readNumber(at('writesPerSecond'), answers.writesPerSecond, readCount, { example: '350' });
  const reads = readNumber(at('readsPerSecond'), answers.readsPerSecond, readCount, { example: '2000' });
  const name = answers.name.trim();
  const larger =
    isGiven(whole) && isGiven(gigabytes.value) && gigabytes.value > whole
      ? [`${name}: the table has ${gigabytes.value} GB and the whole database ${whole} GB. Check both sizes.`]
      : [];
  return {
    tables:
      name === ''
        ? []
        : [
            {
              name,
              rows: rows.value,
              gigabytes: gigabytes.value,
              writesPerSecond: writes.value,
              readsPerSecond: reads.value,
              key: typed(answers.key),
            },
          ],
    contradictions: [
      ...[rows, gigabytes, writes, reads].flatMap((read) => read.contradictions),
      ...[...weighs(name === '' ? 'The table' : name, rows.value, gigabytes.value), ...larger].map((says) => ({
        page: 'scale',
        field: at('rows').field,
        says,
      })),
    ],
  };
}

/** The tables of the scale page, then those that only a change names, with nothing given but their names. */
export function readTables(
  answers: readonly TableAnswers[],
  changes: readonly PlannedChange[],
  whole: Given<number>,
): Tables {
  const read = answers.map((one, index) => readTable(one, index, whole));
  const tables = read.flatMap((one) => one.tables);
  const first = tables.filter(({ name }, index) => tables.findIndex((other) => other.name === name) === index);
  const named = [...new Set(tablesNamed(changes))].filter((name) => !first.some((table) => table.name === name));
  return {
    tables: [
      ...first,
      ...named.map((name) => ({
        name,
        rows: notGiven,
        gigabytes: notGiven,
        writesPerSecond: notGiven,
        readsPerSecond: notGiven,
        key: notGiven,
      })),
    ],
    contradictions: read.flatMap(({ contradictions }) => contradictions),
  };
}
