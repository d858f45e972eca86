import type { Bound, Rehearsal, RehearsalTable } from '#model/rehearsal.ts';
import { quoteName, quoteTable } from '../quote.ts';
import { describe } from './describe.ts';
import { sample } from './sample.ts';

type Values = Readonly<Record<string, unknown>>;

const asText = (value: unknown): unknown => (value === null || value === undefined ? null : String(value));

const where = (key: Values, from: number): string =>
  Object.keys(key)
    .map((column, index) => `${quoteName(column)} = $${from + index}`)
    .join(' AND ');

const text = (column: string, name: string): string =>
  `CAST(${quoteName(column)} AS CHAR) AS \`${name.replaceAll('`', '``')}\``;

/** No write answers rows here, so the row is read again in the same message: its key, and columns as they stand after triggers. */
const readAgain = (table: RehearsalTable, asked: readonly string[], condition: string): string => {
  if (table.key.length === 0) return '';
  const columns = [...table.key.map(quoteName), ...asked.map((column) => text(column, `${column} now`))];
  return `; SELECT ${columns.join(', ')} FROM ${quoteTable(table.table)} WHERE ${condition}`;
};

function insert(table: RehearsalTable, values: Values, asked: readonly string[]): Bound {
  const columns = Object.keys(values);
  const [into, places] =
    columns.length === 0 ? [table.key.slice(0, 1), ['DEFAULT']] : [columns, columns.map((_, index) => `$${index + 1}`)];
  const given = table.key.every((column) => column in values);
  const [counted = ''] = table.key;
  const condition = given
    ? table.key.map((column) => `${quoteName(column)} = $${columns.indexOf(column) + 1}`).join(' AND ')
    : `${quoteName(counted)} = LAST_INSERT_ID()`;
  return {
    text: `INSERT INTO ${quoteTable(table.table)} (${into.map(quoteName).join(', ')}) VALUES (${places.join(', ')})${readAgain(table, asked, condition)}`,
    parameters: columns.map((column) => asText(values[column])),
  };
}

function update(table: RehearsalTable, key: Values, values: Values, asked: readonly string[]): Bound {
  const columns = Object.keys(values);
  const sets = columns.map((column, index) => `${quoteName(column)} = $${index + 1}`).join(', ');
  const condition = where(key, columns.length + 1);
  return {
    text: `UPDATE ${quoteTable(table.table)} SET ${sets} WHERE ${condition}${readAgain(table, asked, condition)}`,
    parameters: [...Object.values(values), ...Object.values(key)].map(asText),
  };
}

const remove = (table: RehearsalTable, key: Values): Bound => ({
  text: `DELETE FROM ${quoteTable(table.table)} WHERE ${where(key, 1)}`,
  parameters: Object.values(key).map(asText),
});

const read = (table: string, columns: readonly string[]): Bound => ({
  text: `SELECT ${columns.length === 0 ? 'count(*)' : columns.map(quoteName).join(', ')} FROM ${quoteTable(table)} LIMIT 5`,
  parameters: [],
});

const rowOf = (table: RehearsalTable, key: Values, columns: readonly string[]): Bound => ({
  text: `SELECT ${columns.map((column) => text(column, column)).join(', ')} FROM ${quoteTable(table.table)} WHERE ${where(key, 1)}`,
  parameters: Object.values(key).map(asText),
});

const anyKey = (table: RehearsalTable, number: number): Bound => ({
  text: `SELECT ${table.key.map(quoteName).join(', ')} FROM ${quoteTable(table.table)} ORDER BY ${table.key.map(quoteName).join(', ')} LIMIT 1 OFFSET ${number % 7}`,
  parameters: [],
});

/** Representative reads and writes for MySQL and the engines that come from it. */
export const rehearsal: Rehearsal = { describe, sample, insert, update, remove, read, rowOf, anyKey };
